package org.doorsopen.changes.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The part of a published meetup that mails tell or that decides when and to whom they are sent.
 *
 * @param reminders how long before the start people are reminded; null if that is left to the
 *     settings
 * @param rsvpOpensAt null for meetups of a time when it was not kept
 * @param details a {@link Reading#digest} of each detail that mails do not say; null for meetups of
 *     a time when they were not kept, whose details are taken to be those of any other
 */
public record Meetup(
    String title,
    @Nullable String summary,
    List<String> hosts,
    Place place,
    Times times,
    @Nullable String codeOfConductUrl,
    List<AgendaItem> agenda,
    @Nullable List<Duration> reminders,
    @Nullable Instant rsvpOpensAt,
    @Nullable Map<Detail, String> details) {

  public Meetup {
    hosts = List.copyOf(hosts);
    agenda = List.copyOf(agenda);
    reminders = reminders == null ? null : List.copyOf(reminders);
    details = details == null ? null : Map.copyOf(details);
  }

  /** Where people meet: in a room, online, both, or not known yet. */
  public record Place(@Nullable Venue venue, @Nullable String onlineUrl) {}

  public record Venue(String name, @Nullable String address, @Nullable String url) {}

  /** Of an agenda item; UNKNOWN for those of a newer publisher, or of an earlier build's rows. */
  public enum Kind {
    DOORS,
    REMARKS,
    TALK,
    BREAK,
    SOCIAL,
    UNKNOWN
  }

  /**
   * @param id the same in all versions of the meetup
   * @param speakers names as announced
   * @param details a {@link Reading#digest} of what mails do not say; null if it was not kept
   */
  public record AgendaItem(
      String id,
      Kind kind,
      Instant startsAt,
      @Nullable Instant endsAt,
      String title,
      List<String> speakers,
      @Nullable String details) {

    public AgendaItem {
      speakers = List.copyOf(speakers);
    }
  }

  /**
   * When the meetup is.
   *
   * @param timeZone the IANA zone in which people read the times
   */
  public record Times(String timeZone, Instant startsAt, Instant endsAt) {

    /**
     * @throws java.time.DateTimeException if the JDK does not know the zone
     */
    public ZoneId zone() {
      return ZoneId.of(timeZone);
    }
  }

  /** The leads that its organizers chose, which may be none, or else the platform's. */
  public List<Duration> remindersOr(List<Duration> platforms) {
    return reminders == null ? platforms : reminders;
  }

  /** A meetup is over from the very instant at which it ends. */
  public boolean isOver(Instant now) {
    return !now.isBefore(times.endsAt());
  }
}
