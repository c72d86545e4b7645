package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an organizer says of a meetup. In a draft the three windows may be missing; as
 * published, they never are. Instants are whole milliseconds.
 *
 * @param capacity seats
 * @param maxGuests guests that one RSVP may bring
 * @param waitlistCapacity parties; null is unlimited, 0 is no waitlist
 * @param reminders how long before the start people are reminded, longest first; null is as the
 *     platform is set, empty is not at all
 * @param agenda in the order of the announcement
 */
public record Meetup(
    String title,
    @Nullable String summary,
    @Nullable String description,
    List<Host> hosts,
    @Nullable Venue venue,
    @Nullable String onlineUrl,
    ZoneId timeZone,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    int maxGuests,
    @Nullable Integer waitlistCapacity,
    @Nullable Instant rsvpOpensAt,
    @Nullable Instant rsvpClosesAt,
    @Nullable Instant promotionsEndAt,
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
   * With the windows that seat rule 7 gives where the organizer gave none. They are filled in at
   * each publication anew, so they follow a start that moves.
   *
   * @param firstPublishedAt when version 1 was, or is about to be, published
   */
  public Meetup withDefaults(Instant firstPublishedAt) {
    return with(
        agenda,
        rsvpOpensAt == null ? firstPublishedAt : rsvpOpensAt,
        rsvpClosesAt == null ? startsAt : rsvpClosesAt,
        promotionsEndAt == null ? startsAt : promotionsEndAt);
  }

  public Meetup withAgenda(List<AgendaItem> other) {
    return with(other, rsvpOpensAt, rsvpClosesAt, promotionsEndAt);
  }

  private Meetup with(
      List<AgendaItem> otherAgenda,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Instant promotionsEnd) {
    return new Meetup(
        title,
        summary,
        description,
        hosts,
        venue,
        onlineUrl,
        timeZone,
        startsAt,
        endsAt,
        capacity,
        maxGuests,
        waitlistCapacity,
        opensAt,
        closesAt,
        promotionsEnd,
        reminders,
        codeOfConductUrl,
        sponsors,
        otherAgenda);
  }
}
