package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an organizer says of a meetup. In a draft, windows may be missing; as published, they
 * never are. Instants are whole milliseconds.
 *
 * @param reminders how long before the start people are reminded, longest first; null means as the
 *     platform is set, empty means not at all
 * @param agenda in the order of the announcement
 */
public record Meetup(
    String title,
    @Nullable String summary,
    @Nullable String description,
    List<Host> hosts,
    Place place,
    Times times,
    Seating seating,
    Windows windows,
    @Nullable List<Duration> reminders,
    @Nullable String codeOfConductUrl,
    List<Sponsor> sponsors,
    List<AgendaItem> agenda) {

  public Meetup {
    hosts = List.copyOf(hosts);
    reminders =
        reminders == null ? null : reminders.stream().sorted(Comparator.reverseOrder()).toList();
    sponsors = List.copyOf(sponsors);
    agenda = List.copyOf(agenda);
  }

  /**
   * With the windows that seat rule 7 gives where the organizer gave none. They are filled in anew
   * at each publication, so they follow a start that moves.
   *
   * @param firstPublishedAt when version 1 was, or is about to be, published
   */
  public Meetup withDefaults(Instant firstPublishedAt) {
    return with(windows.withDefaults(firstPublishedAt, times.startsAt()), agenda);
  }

  public Meetup withAgenda(List<AgendaItem> other) {
    return with(windows, other);
  }

  private Meetup with(Windows otherWindows, List<AgendaItem> otherAgenda) {
    return new Meetup(
        title,
        summary,
        description,
        hosts,
        place,
        times,
        seating,
        otherWindows,
        reminders,
        codeOfConductUrl,
        sponsors,
        otherAgenda);
  }
}
