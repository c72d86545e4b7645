/** Seat allocation on Kafka Streams: the log as the lock of every meetup. */
@NullMarked
package org.doorsopen.rsvp.seats.streams;

import org.jspecify.annotations.NullMarked;
