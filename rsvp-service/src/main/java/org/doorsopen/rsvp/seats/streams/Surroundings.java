package org.doorsopen.rsvp.seats.streams;

import java.time.InstantSource;
import org.doorsopen.rsvp.seats.domain.Decider;

/**
 * What an allocator has beside its log and its state.
 *
 * @param clock of this instance
 */
record Surroundings(
    Pace pace,
    Decider decider,
    InstantSource clock,
    SchedulesRead schedules,
    DeadLetterCount deadLetters) {}
