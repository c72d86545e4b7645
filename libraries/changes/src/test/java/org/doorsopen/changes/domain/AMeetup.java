package org.doorsopen.changes.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.jspecify.annotations.Nullable;

/** An evening in Berlin to change in tests, also in those of the services that use this library. */
public final class AMeetup {

  public static final AgendaItem DOORS =
      new AgendaItem("doors", Kind.DOORS, at("18:00"), null, "Doors Open", List.of(), null);
  public static final AgendaItem NELE =
      new AgendaItem(
          "nele",
          Kind.TALK,
          at("18:30"),
          at("19:00"),
          "Handling incidents",
          List.of("Nele Uhlemann"),
          null);
  public static final AgendaItem KAI =
      new AgendaItem(
          "kai", Kind.TALK, at("19:45"), at("20:15"), "systemd-sysext", List.of("Kai Lüke"), null);

  private AMeetup() {}

  public static Meetup aMeetup() {
    return new Meetup(
        "Kubernetes & Cloud Native Berlin",
        "Two talks and pizza.",
        List.of("Mercedes-Benz.io"),
        new Place(
            new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin"), null),
        new Times("Europe/Berlin", at("18:00"), at("21:30")),
        "https://example.org/conduct",
        List.of(DOORS, NELE, KAI),
        null,
        at("17:00").minus(Duration.ofDays(14)),
        null);
  }

  /** On 14 March 2024, local time in Berlin, which is an hour ahead of UTC then. */
  public static Instant at(String time) {
    return Instant.parse("2024-03-14T" + time + ":00+01:00");
  }

  public static Meetup with(Meetup m, Instant startsAt, Instant endsAt, String timeZone) {
    Times times = new Times(timeZone, startsAt, endsAt);
    return copy(m, m.title(), m.summary(), m.place(), times, m.agenda(), m.reminders());
  }

  public static Meetup with(Meetup m, Venue venue) {
    Place place = new Place(venue, m.place().onlineUrl());
    return copy(m, m.title(), m.summary(), place, m.times(), m.agenda(), m.reminders());
  }

  public static Meetup withOnline(Meetup m, String onlineUrl) {
    Place place = new Place(m.place().venue(), onlineUrl);
    return copy(m, m.title(), m.summary(), place, m.times(), m.agenda(), m.reminders());
  }

  public static Meetup withSummary(Meetup m, String summary) {
    return copy(m, m.title(), summary, m.place(), m.times(), m.agenda(), m.reminders());
  }

  public static Meetup titled(Meetup m, String title) {
    return copy(m, title, m.summary(), m.place(), m.times(), m.agenda(), m.reminders());
  }

  public static Meetup withAgenda(Meetup m, AgendaItem... agenda) {
    return copy(m, m.title(), m.summary(), m.place(), m.times(), List.of(agenda), m.reminders());
  }

  public static Meetup withReminders(Meetup m, Duration... reminders) {
    return copy(m, m.title(), m.summary(), m.place(), m.times(), m.agenda(), List.of(reminders));
  }

  /** Kai's talk, changed. */
  public static Meetup withKai(Meetup m, UnaryOperator<AgendaItem> change) {
    return withAgenda(m, DOORS, NELE, change.apply(KAI));
  }

  private static Meetup copy(
      Meetup m,
      String title,
      @Nullable String summary,
      Place place,
      Times times,
      List<AgendaItem> agenda,
      @Nullable List<Duration> reminders) {
    return new Meetup(
        title,
        summary,
        m.hosts(),
        place,
        times,
        m.codeOfConductUrl(),
        agenda,
        reminders,
        m.rsvpOpensAt(),
        m.details());
  }
}
