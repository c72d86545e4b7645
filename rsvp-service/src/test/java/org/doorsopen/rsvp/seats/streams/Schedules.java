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
record Schedules(
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

  static Schedules aMeetup() {
    return aMeetup(Instant.parse("2026-01-01T00:00:00Z"), STARTS_AT);
  }

  /** In a week. */
  static Schedules aMeetup(Instant published) {
    return aMeetup(published, published.plus(Duration.ofDays(7)));
  }

  private static Schedules aMeetup(Instant published, Instant startsAt) {
    return new Schedules(
        1, MeetupStatus.PUBLISHED, 2, 0, null, published, startsAt, startsAt, published);
  }

  Schedules version(int value, Instant at) {
    return new Schedules(
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

  Schedules cancelled() {
    return new Schedules(
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

  Schedules capacity(int value) {
    return new Schedules(
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

  Schedules maxGuests(int value) {
    return new Schedules(
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

  Schedules waitlistCapacity(int value) {
    return new Schedules(
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

  Schedules window(Instant from, Instant to) {
    return new Schedules(
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

  Schedules promotionsEndAt(Instant value) {
    return new Schedules(
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
