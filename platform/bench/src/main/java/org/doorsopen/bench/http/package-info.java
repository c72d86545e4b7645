/** Measures RSVPs that are accepted over HTTP, beside the same service without Kafka. */
@NullMarked
package org.doorsopen.bench.http;

import org.jspecify.annotations.NullMarked;
