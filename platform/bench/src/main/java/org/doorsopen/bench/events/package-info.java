/** The events that a benchmark writes to Kafka without a service between. */
@NullMarked
package org.doorsopen.bench.events;

import org.jspecify.annotations.NullMarked;
