package org.doorsopen.notification.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a published meetup that mails tell or that decides when they are sent. Capacity,
 * sponsors and abstracts are in no mail, so they are not here.
 *
 * @param reminders how long before the start people are reminded; null if that is left to the
 *     settings
 */
public record Meetup(
    String title,
    @Nullable String summary,
    List<String> hosts,
    Place place,
    Times times,
    @Nullable String codeOfConductUrl,
    List<AgendaItem> agenda,
    @Nullable List<Duration> reminders) {

  public Meetup {
    hosts = List.copyOf(hosts);
    agenda = List.copyOf(agenda);
    reminders = reminders == null ? null : List.copyOf(reminders);
  }

  /** Where people meet: in a room, online, both, or not known yet. */
  public record Place(@Nullable Venue venue, @Nullable String onlineUrl) {}

  public record Venue(String name, @Nullable String address, @Nullable String url) {}

  /**
   * @param id the same in all versions of the meetup
   * @param speakers names as announced
   */
  public record AgendaItem(
      String id,
      boolean talk,
      Instant startsAt,
      @Nullable Instant endsAt,
      String title,
      List<String> speakers) {

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
