package org.doorsopen.notification.announcements.domain;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.doorsopen.notification.announcements.domain.Meetup.AgendaItem;
import org.doorsopen.notification.announcements.domain.Meetup.Venue;

/** An evening in Berlin to change in tests. */
public final class AMeetup {

  public static final AgendaItem DOORS =
      new AgendaItem("doors", false, at("18:00"), null, "Doors Open", List.of());
  public static final AgendaItem NELE =
      new AgendaItem(
          "nele", true, at("18:30"), at("19:00"), "Handling incidents", List.of("Nele Uhlemann"));
  public static final AgendaItem KAI =
      new AgendaItem("kai", true, at("19:45"), at("20:15"), "systemd-sysext", List.of("Kai Lüke"));

  private AMeetup() {}

  public static Meetup aMeetup() {
    return new Meetup(
        "Kubernetes & Cloud Native Berlin",
        "Two talks and pizza.",
        List.of("Mercedes-Benz.io"),
        new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin"),
        null,
        "Europe/Berlin",
        at("18:00"),
        at("21:30"),
        "https://example.org/conduct",
        List.of(DOORS, NELE, KAI));
  }

  /** On 14 March 2024, local time in Berlin, which is an hour ahead of UTC then. */
  public static Instant at(String time) {
    return Instant.parse("2024-03-14T" + time + ":00+01:00");
  }

  public static Meetup with(Meetup m, Instant startsAt, Instant endsAt, String timeZone) {
    return new Meetup(
        m.title(),
        m.summary(),
        m.hosts(),
        m.venue(),
        m.onlineUrl(),
        timeZone,
        startsAt,
        endsAt,
        m.codeOfConductUrl(),
        m.agenda());
  }

  public static Meetup with(Meetup m, Venue venue) {
    return new Meetup(
        m.title(),
        m.summary(),
        m.hosts(),
        venue,
        m.onlineUrl(),
        m.timeZone(),
        m.startsAt(),
        m.endsAt(),
        m.codeOfConductUrl(),
        m.agenda());
  }

  public static Meetup withOnline(Meetup m, String onlineUrl) {
    return new Meetup(
        m.title(),
        m.summary(),
        m.hosts(),
        m.venue(),
        onlineUrl,
        m.timeZone(),
        m.startsAt(),
        m.endsAt(),
        m.codeOfConductUrl(),
        m.agenda());
  }

  public static Meetup withSummary(Meetup m, String summary) {
    return new Meetup(
        m.title(),
        summary,
        m.hosts(),
        m.venue(),
        m.onlineUrl(),
        m.timeZone(),
        m.startsAt(),
        m.endsAt(),
        m.codeOfConductUrl(),
        m.agenda());
  }

  public static Meetup titled(Meetup m, String title) {
    return new Meetup(
        title,
        m.summary(),
        m.hosts(),
        m.venue(),
        m.onlineUrl(),
        m.timeZone(),
        m.startsAt(),
        m.endsAt(),
        m.codeOfConductUrl(),
        m.agenda());
  }

  public static Meetup withAgenda(Meetup m, AgendaItem... agenda) {
    return new Meetup(
        m.title(),
        m.summary(),
        m.hosts(),
        m.venue(),
        m.onlineUrl(),
        m.timeZone(),
        m.startsAt(),
        m.endsAt(),
        m.codeOfConductUrl(),
        List.of(agenda));
  }

  /** Kai's talk, changed. */
  public static Meetup withKai(Meetup m, UnaryOperator<AgendaItem> change) {
    return withAgenda(m, DOORS, NELE, change.apply(KAI));
  }
}
