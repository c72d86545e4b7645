package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.doorsopen.changes.domain.Reading;
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
    return with(times, windows.withDefaults(firstPublishedAt, times.startsAt()), agenda);
  }

  /**
   * With the times of an earlier version where they read the same, so that nothing that follows
   * from them, such as reminders, follows once more because of seconds that nobody sees.
   */
  public Meetup keepingTimesOf(Meetup earlier) {
    return with(
        new Times(
            times.timeZone(),
            kept(earlier.times.startsAt(), times.startsAt()),
            kept(earlier.times.endsAt(), times.endsAt())),
        new Windows(
            kept(earlier.windows.rsvpOpensAt(), windows.rsvpOpensAt()),
            kept(earlier.windows.rsvpClosesAt(), windows.rsvpClosesAt()),
            kept(earlier.windows.promotionsEndAt(), windows.promotionsEndAt())),
        agenda);
  }

  public Meetup withAgenda(List<AgendaItem> other) {
    return with(times, windows, other);
  }

  private static <T extends @Nullable Instant> T kept(T earlier, T now) {
    return Reading.same(earlier, now) ? earlier : now;
  }

  private Meetup with(Times otherTimes, Windows otherWindows, List<AgendaItem> otherAgenda) {
    return new Meetup(
        title,
        summary,
        description,
        hosts,
        place,
        otherTimes,
        seating,
        otherWindows,
        reminders,
        codeOfConductUrl,
        sponsors,
        otherAgenda);
  }
}
