package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** An evening in March that opened for RSVPs in January. */
record ScheduleBuilder(
    int version,
    MeetupStatus status,
    int capacity,
    int maxGuests,
    @Nullable Integer waitlistCapacity,
    Instant opensAt,
    Instant closesAt,
    Instant promotionsEndAt,
    Instant publishedAt) {

  static final Instant STARTS_AT = Instant.parse("2026-03-12T17:00:00Z");
  static final Instant ENDS_AT = Instant.parse("2026-03-12T20:30:00Z");

  static ScheduleBuilder aMeetup() {
    return aMeetup(Instant.parse("2026-01-01T00:00:00Z"), STARTS_AT);
  }

  /** A meetup that is in a week and accepts RSVPs until then. */
  static ScheduleBuilder aMeetup(Instant published) {
    return aMeetup(published, published.plus(Duration.ofDays(7)));
  }

  private static ScheduleBuilder aMeetup(Instant published, Instant startsAt) {
    return new ScheduleBuilder(
        1, MeetupStatus.PUBLISHED, 2, 0, null, published, startsAt, startsAt, published);
  }

  ScheduleBuilder version(int value, Instant at) {
    return new ScheduleBuilder(
        value,
        status,
        capacity,
        maxGuests,
        waitlistCapacity,
        opensAt,
        closesAt,
        promotionsEndAt,
        at);
  }

  ScheduleBuilder cancelled() {
    return new ScheduleBuilder(
        version,
        MeetupStatus.CANCELLED,
        capacity,
        maxGuests,
        waitlistCapacity,
        opensAt,
        closesAt,
        promotionsEndAt,
        publishedAt);
  }

  ScheduleBuilder capacity(int value) {
    return new ScheduleBuilder(
        version,
        status,
        value,
        maxGuests,
        waitlistCapacity,
        opensAt,
        closesAt,
        promotionsEndAt,
        publishedAt);
  }

  ScheduleBuilder maxGuests(int value) {
    return new ScheduleBuilder(
        version,
        status,
        capacity,
        value,
        waitlistCapacity,
        opensAt,
        closesAt,
        promotionsEndAt,
        publishedAt);
  }

  ScheduleBuilder waitlistCapacity(int value) {
    return new ScheduleBuilder(
        version,
        status,
        capacity,
        maxGuests,
        value,
        opensAt,
        closesAt,
        promotionsEndAt,
        publishedAt);
  }

  ScheduleBuilder window(Instant from, Instant to) {
    return new ScheduleBuilder(
        version,
        status,
        capacity,
        maxGuests,
        waitlistCapacity,
        from,
        to,
        promotionsEndAt,
        publishedAt);
  }

  ScheduleBuilder promotionsEndAt(Instant value) {
    return new ScheduleBuilder(
        version,
        status,
        capacity,
        maxGuests,
        waitlistCapacity,
        opensAt,
        closesAt,
        value,
        publishedAt);
  }

  ScheduleChanged event() {
    return event(AllocationDriver.MEETUP);
  }

  ScheduleChanged event(String meetupId) {
    Meetup meetup =
        Meetup.newBuilder()
            .setTitle("Cloud native evening")
            .setTimeZone("Europe/Berlin")
            .setStartsAt(STARTS_AT)
            .setEndsAt(promotionsEndAt.isAfter(ENDS_AT) ? promotionsEndAt : ENDS_AT)
            .setCapacity(capacity)
            .setMaxGuests(maxGuests)
            .setWaitlistCapacity(waitlistCapacity)
            .setRsvpOpensAt(opensAt)
            .setRsvpClosesAt(closesAt)
            .setPromotionsEndAt(promotionsEndAt)
            .build();
    return new ScheduleChanged(
        meetupId, version, status, meetup, List.of(), null, Notify.AUTO, publishedAt);
  }
}
