/**
 * Measures seat allocation: throughput, costs and latency, beside bare Kafka and a database's row
 * locks.
 */
@NullMarked
package org.doorsopen.bench.seats;

import org.jspecify.annotations.NullMarked;
