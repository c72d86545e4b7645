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

  /** In characters. */
  public static final int MAX_TITLE = 200;

  /** In characters; of a description, and of the abstract of an item. */
  public static final int MAX_TEXT = 20_000;

  /** How many items an agenda may have. */
  public static final int MAX_ITEMS = 200;

  public static final int MAX_HOSTS = 20;
  public static final int MAX_SPONSORS = 50;

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
   * With start and end of an earlier version where they read the same, so that nothing that follows
   * from them, such as reminders, follows once more because of seconds that nobody sees. Windows
   * that go with the start or the end stay with it.
   */
  public Meetup keepingTimesOf(Meetup earlier) {
    Times kept =
        new Times(
            times.timeZone(),
            kept(earlier.times.startsAt(), times.startsAt()),
            kept(earlier.times.endsAt(), times.endsAt()));
    return with(
        kept,
        new Windows(
            following(kept, windows.rsvpOpensAt()),
            following(kept, windows.rsvpClosesAt()),
            following(kept, windows.promotionsEndAt())),
        agenda);
  }

  public Meetup withAgenda(List<AgendaItem> other) {
    return with(times, windows, other);
  }

  private static Instant kept(Instant earlier, Instant now) {
    return Reading.same(earlier, now) ? earlier : now;
  }

  private @Nullable Instant following(Times kept, @Nullable Instant window) {
    if (times.startsAt().equals(window)) {
      return kept.startsAt();
    }
    return times.endsAt().equals(window) ? kept.endsAt() : window;
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
