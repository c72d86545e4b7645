package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Makes a further evening of one, without what was only true for that one. */
public final class NextEvening {

  /** Many communities meet once in as many. */
  static final int WEEKS = 4;

  private static final long MILLIS = Duration.ofDays(7L * WEEKS).toMillis();

  private NextEvening() {}

  /**
   * The same weekday and the same local times, four weeks later, or eight, twelve … until it is
   * ahead. Slides and recordings stay behind, the online room, whose address others know, and the
   * times at which RSVPs open and close; agenda items get new ids, since they are other ones.
   */
  public static Meetup after(Meetup last, Instant now) {
    ZoneId zone = last.times().timeZone();
    long past = Duration.between(last.times().startsAt(), now).toMillis();
    long weeks = WEEKS * Math.max(1, Math.floorDiv(past, MILLIS) + 1);
    return new Meetup(
        last.title(),
        last.summary(),
        last.description(),
        last.hosts(),
        new Place(last.place().venue(), null),
        new Times(
            zone,
            later(last.times().startsAt(), weeks, zone),
            later(last.times().endsAt(), weeks, zone)),
        last.seating(),
        Windows.UNSET,
        last.reminders(),
        last.codeOfConductUrl(),
        last.sponsors(),
        last.agenda().stream().map(item -> item(item, weeks, zone)).toList());
  }

  private static AgendaItem item(AgendaItem item, long weeks, ZoneId zone) {
    @Nullable Instant endsAt = item.endsAt();
    return new AgendaItem(
        AgendaItem.NO_ID,
        item.kind(),
        later(item.startsAt(), weeks, zone),
        endsAt == null ? null : later(endsAt, weeks, zone),
        item.title(),
        item.abstractText(),
        item.speakers(),
        null,
        null);
  }

  /** As the clocks show it: a change of theirs in between makes no difference. */
  private static Instant later(Instant time, long weeks, ZoneId zone) {
    return time.atZone(zone).plusWeeks(weeks).toInstant();
  }
}
