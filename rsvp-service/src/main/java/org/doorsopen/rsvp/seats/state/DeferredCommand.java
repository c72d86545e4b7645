package org.doorsopen.rsvp.seats.state;

import java.time.Instant;
import org.doorsopen.rsvp.seats.domain.SeatCommand;
import org.doorsopen.schemas.Traceparent;

/**
 * A command in the backlog of its meetup.
 *
 * @param traceparent of the record that brought it, for the decisions that it will lead to
 * @param since when it came, by the clock of the instance that deferred it
 */
public record DeferredCommand(SeatCommand command, Traceparent traceparent, Instant since) {}
