package org.doorsopen.rsvp.page.meetup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.pages.Share;
import org.doorsopen.pages.evening.EveningParts;
import org.doorsopen.pages.evening.EveningParts.Item;
import org.doorsopen.pages.evening.EveningParts.Named;
import org.doorsopen.pages.evening.EveningParts.Place;
import org.doorsopen.pages.evening.EveningParts.Speaker;
import org.doorsopen.pages.evening.EveningParts.When;
import org.doorsopen.pages.evening.EveningParts.Whereabouts;
import org.doorsopen.pages.words.LocalTimes;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.doorsopen.rsvp.page.Availability;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a meetup's public page, in the meetup's own time zone.
 *
 * @param description in paragraphs
 * @param whereabouts without the address of a room online, which is for those who hold a seat
 * @param calendar the address of the file for everyone's calendar
 * @param terms what programs want to know of it
 */
record MeetupPage(
    String title,
    @Nullable String summary,
    List<String> description,
    Seats seats,
    Whereabouts whereabouts,
    List<Item> agenda,
    List<Named> hosts,
    List<Named> sponsors,
    @Nullable String codeOfConduct,
    String calendar,
    Terms terms) {

  /**
   * How it stands with seats.
   *
   * @param windows one line each: when RSVPs open and close, and until when people move up
   * @param opening the address of the opening for everyone's calendar; null once they are open
   */
  record Seats(Availability now, List<String> windows, @Nullable String opening) {}

  /**
   * As schema.org has them.
   *
   * @param url the one address of this page, absolute
   * @param attendance whether it takes place at a place, online, or both
   * @param availability of seats
   */
  record Terms(String url, String status, String attendance, String availability) {}

  /**
   * @param url the one address of this page, absolute
   */
  static MeetupPage of(Meetup meetup, String url, Instant now, Speech speech) {
    PublishedMeetup contents = meetup.contents();
    ZoneId zone = ZoneId.of(contents.times().timeZone());
    LocalTimes times = speech.times();
    Availability seats = Availability.of(meetup, now, speech);
    return new MeetupPage(
        contents.title(),
        contents.summary(),
        EveningParts.paragraphs(contents.description()),
        new Seats(
            seats,
            windows(contents, seats, zone, speech),
            seats.kind() == Availability.Kind.NOT_OPEN
                ? "/api/meetups/" + meetup.meetupId() + "/opening.ics"
                : null),
        new Whereabouts(
            When.of(contents.times().startsAt(), contents.times().endsAt(), zone, times),
            place(contents.place().venue()),
            online(contents, speech)),
        contents.agenda().stream().map(item -> item(item, contents, zone, times)).toList(),
        contents.hosts().stream().map(host -> new Named(host.name(), host.url(), null)).toList(),
        contents.sponsors().stream()
            .map(sponsor -> new Named(sponsor.name(), sponsor.url(), sponsor.contribution()))
            .toList(),
        contents.codeOfConductUrl(),
        "/api/meetups/" + meetup.meetupId() + "/calendar.ics",
        terms(meetup, url, seats));
  }

  /** How other programs show a link to the page. */
  Share share() {
    Place place = whereabouts.place();
    String where = place != null ? place.name() : whereabouts.online();
    String about = summary != null ? summary : seats.now().text();
    LocalTimes.Span time = whereabouts.when().span();
    return new Share(
        "%s, %s".formatted(title, time.date()),
        Stream.of(time.time(), where, about)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        terms.url());
  }

  private static List<String> windows(
      PublishedMeetup contents, Availability seats, ZoneId zone, Speech speech) {
    LocalTimes times = speech.times();
    return switch (seats.kind()) {
      case CANCELLED, OVER -> List.of();
      case NOT_OPEN ->
          List.of(
              speech.say("meetup.closes", times.moment(contents.windows().rsvpClosesAt(), zone)));
      case CLOSED ->
          List.of(
              speech.say("meetup.closed", times.moment(contents.windows().rsvpClosesAt(), zone)));
      case FULL ->
          List.of(
              speech.say("meetup.full"),
              speech.say("meetup.closes", times.moment(contents.windows().rsvpClosesAt(), zone)));
      case FREE, WAITLIST ->
          List.of(
              speech.say("meetup.closes", times.moment(contents.windows().rsvpClosesAt(), zone)),
              speech.say(
                  "meetup.promotions", times.moment(contents.windows().promotionsEndAt(), zone)));
    };
  }

  private static @Nullable Place place(PublishedMeetup.@Nullable Venue venue) {
    if (venue == null) {
      return null;
    }
    return Place.of(venue.name(), venue.address(), venue.url());
  }

  private static @Nullable String online(PublishedMeetup contents, Speech speech) {
    if (!contents.place().online()) {
      return null;
    }
    return speech.say(
        contents.place().venue() == null ? "meetup.online.only" : "meetup.online.also");
  }

  private static Item item(
      PublishedMeetup.AgendaItem item, PublishedMeetup contents, ZoneId zone, LocalTimes times) {
    return new Item(
        item.startsAt().toString(),
        times.onTheDay(item.startsAt(), item.endsAt(), contents.times().startsAt(), zone),
        item.title(),
        item.speakers().stream()
            .map(speaker -> Speaker.of(speaker.name(), speaker.role(), speaker.organization()))
            .toList(),
        EveningParts.paragraphs(item.abstractText()),
        item.slidesUrl(),
        item.recordingUrl());
  }

  private static Terms terms(Meetup meetup, String url, Availability seats) {
    String schema = "https://schema.org/";
    PublishedMeetup contents = meetup.contents();
    String attendance =
        !contents.place().online()
            ? "OfflineEventAttendanceMode"
            : contents.place().venue() == null
                ? "OnlineEventAttendanceMode"
                : "MixedEventAttendanceMode";
    String availability =
        switch (seats.kind()) {
          case FREE -> "InStock";
          case WAITLIST -> "BackOrder";
          case NOT_OPEN -> "PreOrder";
          case CANCELLED, OVER, CLOSED, FULL -> "SoldOut";
        };
    return new Terms(
        url,
        schema + (meetup.cancelled() ? "EventCancelled" : "EventScheduled"),
        schema + attendance,
        schema + availability);
  }
}
