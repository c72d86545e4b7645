/** Chaos on rsvp-service and Kafka while people RSVP. */
@NullMarked
package org.doorsopen.chaos.seats;

import org.jspecify.annotations.NullMarked;
