package org.doorsopen.schedule.desk.edit;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.util.List;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Place;
import org.doorsopen.schedule.meetups.domain.Seating;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.jspecify.annotations.Nullable;

/** Writes a saved meetup into the fields of the form, so that reading them gives it back. */
final class TypedMeetups {

  /** How a field says that reminders are as the platform is set, none, or as typed beside it. */
  enum Reminders {
    PLATFORM,
    NONE,
    OWN
  }

  static final String REMINDERS_KIND = "remindersKind";

  private TypedMeetups() {}

  static Typed of(Meetup meetup) {
    Typed typed = new Typed();
    put(typed, "title", meetup.title());
    put(typed, "summary", meetup.summary());
    put(typed, "description", meetup.description());
    times(typed, meetup.times());
    place(typed, meetup.place());
    seating(typed, meetup.seating());
    reminders(typed, meetup.reminders());
    put(typed, "codeOfConductUrl", meetup.codeOfConductUrl());
    LocalClock clock = LocalClock.of(typed);
    clock.write(typed, "rsvpOpensAt", meetup.windows().rsvpOpensAt());
    clock.write(typed, "rsvpClosesAt", meetup.windows().rsvpClosesAt());
    clock.write(typed, "promotionsEndAt", meetup.windows().promotionsEndAt());
    meetup.hosts().forEach(host -> typed.list("hosts").add(host(host)));
    meetup.sponsors().forEach(sponsor -> typed.list("sponsors").add(sponsor(sponsor)));
    meetup.agenda().forEach(item -> typed.list("agenda").add(item(item, clock)));
    return typed;
  }

  private static void times(Typed typed, Times times) {
    LocalClock clock = new LocalClock(times.timeZone(), null, true);
    put(typed, "timeZone", times.timeZone().getId());
    clock.write(typed, "startsAt", times.startsAt());
    clock.write(typed, "endsAt", times.endsAt());
  }

  private static void place(Typed typed, Place place) {
    Venue venue = place.venue();
    put(typed, "venue.name", venue == null ? null : venue.name());
    put(typed, "venue.address", venue == null ? null : venue.address());
    put(typed, "venue.url", venue == null ? null : venue.url());
    put(typed, "onlineUrl", place.onlineUrl());
  }

  private static void seating(Typed typed, Seating seating) {
    put(typed, "capacity", Integer.toString(seating.capacity()));
    put(typed, "maxGuests", Integer.toString(seating.maxGuests()));
    Integer waitlist = seating.waitlistCapacity();
    put(typed, "waitlistCapacity", waitlist == null ? null : waitlist.toString());
    int reserved = seating.reservedSeats();
    put(typed, "reservedSeats", reserved == 0 ? null : Integer.toString(reserved));
    Duration confirm = seating.confirmWithin();
    put(typed, "confirmWithin", confirm == null ? null : Durations.written(confirm));
  }

  private static void reminders(Typed typed, @Nullable List<Duration> reminders) {
    Reminders kind =
        reminders == null
            ? Reminders.PLATFORM
            : reminders.isEmpty() ? Reminders.NONE : Reminders.OWN;
    put(typed, REMINDERS_KIND, kind.name());
    put(
        typed,
        "reminders",
        reminders == null
            ? null
            : reminders.stream().map(Durations::written).collect(joining(", ")));
  }

  private static Typed host(Host host) {
    Typed typed = new Typed();
    put(typed, "name", host.name());
    put(typed, "url", host.url());
    return typed;
  }

  private static Typed sponsor(Sponsor sponsor) {
    Typed typed = new Typed();
    put(typed, "name", sponsor.name());
    put(typed, "contribution", sponsor.contribution());
    put(typed, "url", sponsor.url());
    return typed;
  }

  private static Typed item(AgendaItem item, LocalClock clock) {
    Typed typed = new Typed();
    put(typed, "id", item.id());
    put(typed, "kind", item.kind().name());
    clock.writeShort(typed, "startsAt", item.startsAt());
    clock.writeShort(typed, "endsAt", item.endsAt());
    put(typed, "title", item.title());
    put(typed, "abstract", item.abstractText());
    put(typed, "slidesUrl", item.slidesUrl());
    put(typed, "recordingUrl", item.recordingUrl());
    item.speakers().forEach(speaker -> typed.list("speakers").add(speaker(speaker)));
    return typed;
  }

  private static Typed speaker(Speaker speaker) {
    Typed typed = new Typed();
    put(typed, "name", speaker.name());
    put(typed, "role", speaker.role());
    put(typed, "organization", speaker.organization());
    return typed;
  }

  private static void put(Typed typed, String name, @Nullable String text) {
    typed.put(name, text == null ? "" : text);
  }
}
