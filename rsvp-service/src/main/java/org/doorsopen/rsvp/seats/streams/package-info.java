/**
 * Seat allocation on Kafka Streams: the topology, the processor that decides record by record, and
 * its life within the service. The log is the lock of every meetup.
 */
@NullMarked
package org.doorsopen.rsvp.seats.streams;

import org.jspecify.annotations.NullMarked;
