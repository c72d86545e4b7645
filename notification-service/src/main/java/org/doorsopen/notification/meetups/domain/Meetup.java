package org.doorsopen.notification.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What mails say of a published meetup, and when; what they do not say (capacity, sponsors,
 * abstracts) is not here.
 *
 * @param timeZone the IANA zone in which people read the times
 * @param reminders how long before the start people are reminded; null is as the platform is set
 */
public record Meetup(
    String title,
    @Nullable String summary,
    List<String> hosts,
    @Nullable Venue venue,
    @Nullable String onlineUrl,
    String timeZone,
    Instant startsAt,
    Instant endsAt,
    @Nullable String codeOfConductUrl,
    List<AgendaItem> agenda,
    @Nullable List<Duration> reminders) {

  public Meetup {
    hosts = List.copyOf(hosts);
    agenda = List.copyOf(agenda);
    reminders = reminders == null ? null : List.copyOf(reminders);
  }

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

  /** When the evening is, and in which zone that is read. */
  public record Times(Instant startsAt, Instant endsAt, String timeZone) {}

  /** Its own, where its organizers said so: also none at all. */
  public List<Duration> remindersOr(List<Duration> platforms) {
    return reminders == null ? platforms : reminders;
  }

  public Times times() {
    return new Times(startsAt, endsAt, timeZone);
  }

  /**
   * @throws java.time.DateTimeException if the JDK does not know the zone
   */
  public ZoneId zone() {
    return ZoneId.of(timeZone);
  }

  /** An evening is over when it ends, to the instant. */
  public boolean isOver(Instant now) {
    return !now.isBefore(endsAt);
  }
}
