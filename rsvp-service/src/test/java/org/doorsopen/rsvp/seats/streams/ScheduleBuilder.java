package org.doorsopen.rsvp.seats.streams;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;

/** Publications of an evening in March with two seats that opened for RSVPs in January. */
public record ScheduleBuilder(ScheduleChanged event) {

  static final Instant STARTS_AT = Instant.parse("2026-03-12T17:00:00Z");
  static final Instant ENDS_AT = Instant.parse("2026-03-12T20:30:00Z");

  public static ScheduleBuilder aMeetup() {
    return aMeetup(Instant.parse("2026-01-01T00:00:00Z"), STARTS_AT);
  }

  /** A meetup that is in a week and accepts RSVPs until then. */
  static ScheduleBuilder aMeetup(Instant published) {
    return aMeetup(published, published.plus(Duration.ofDays(7)));
  }

  private static ScheduleBuilder aMeetup(Instant published, Instant startsAt) {
    Meetup meetup = ScheduleFixtures.anEvening(STARTS_AT).setEndsAt(ENDS_AT).build();
    return new ScheduleBuilder(ScheduleFixtures.published(AllocationDriver.MEETUP, meetup).build())
        .version(1, published)
        .capacity(2)
        .window(published, startsAt)
        .promotionsEndAt(startsAt);
  }

  public ScheduleBuilder version(int value, Instant at) {
    return with(schedule -> schedule.setVersion(value).setPublishedAt(at));
  }

  public ScheduleBuilder cancelled() {
    return with(schedule -> schedule.setStatus(MeetupStatus.CANCELLED));
  }

  public ScheduleBuilder capacity(int value) {
    return withMeetup(meetup -> meetup.setCapacity(value));
  }

  public ScheduleBuilder reservedSeats(int value) {
    return withMeetup(meetup -> meetup.setReservedSeats(value));
  }

  public ScheduleBuilder maxGuests(int value) {
    return withMeetup(meetup -> meetup.setMaxGuests(value));
  }

  public ScheduleBuilder waitlistCapacity(@Nullable Integer value) {
    return withMeetup(meetup -> meetup.setWaitlistCapacity(value));
  }

  public ScheduleBuilder window(Instant from, Instant to) {
    return withMeetup(meetup -> meetup.setRsvpOpensAt(from).setRsvpClosesAt(to));
  }

  /** The evening is not over before people have stopped moving up. */
  public ScheduleBuilder promotionsEndAt(Instant value) {
    return withMeetup(meetup ->
        meetup.setPromotionsEndAt(value).setEndsAt(value.isAfter(ENDS_AT) ? value : ENDS_AT));
  }

  public ScheduleBuilder confirmWithin(@Nullable Duration value) {
    return withMeetup(
        meetup -> meetup.setConfirmWithinSeconds(value == null ? null : (int) value.toSeconds()));
  }

  public ScheduleChanged event(String meetupId) {
    return with(schedule -> schedule.setMeetupId(meetupId)).event;
  }

  private ScheduleBuilder with(UnaryOperator<ScheduleChanged.Builder> change) {
    return new ScheduleBuilder(change.apply(ScheduleChanged.newBuilder(event)).build());
  }

  private ScheduleBuilder withMeetup(UnaryOperator<Meetup.Builder> change) {
    return with(schedule ->
        schedule.setMeetup(change.apply(Meetup.newBuilder(schedule.getMeetup())).build()));
  }
}
