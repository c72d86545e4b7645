package org.doorsopen.rsvp.seats.streams;

import java.time.InstantSource;
import java.util.function.Consumer;
import org.doorsopen.rsvp.seats.domain.Decider;
import org.doorsopen.rsvp.seats.reading.SchedulesRead;

/**
 * The things that an allocator has beside its log and its state.
 *
 * @param clock of this instance
 * @param deadLetters is told the topic of each record that was set aside
 */
record Surroundings(
    Pace pace,
    Decider decider,
    InstantSource clock,
    SchedulesRead schedules,
    Consumer<String> deadLetters) {}
