package org.doorsopen.rsvp.meetups.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.MeetupsPage;
import org.doorsopen.rsvp.meetups.MeetupsPage.Place;
import org.doorsopen.rsvp.meetups.NoMeetupAhead;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Shows published meetups to everyone. */
@RestController
@RequestMapping("/api/meetups")
@Tag(name = "Meetups")
class MeetupsController {

  private static final int MAX_LISTED = 100;

  private final Meetups meetups;
  private final MeetupCalendar calendar;
  private final InstantSource clock;

  MeetupsController(Meetups meetups, MeetupCalendar calendar, InstantSource clock) {
    this.meetups = meetups;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param next asks for the page after this one; null on the last page
   */
  record Upcoming(List<Meetup> meetups, @Nullable String next) {}

  @GetMapping
  @Operation(
      summary = "Meetups that are not over, cancelled ones too, by their start",
      description =
          "Without descriptions and abstracts. The next page is asked for with ?next=, and stands"
              + " in the header Link, too.")
  @Nullable Upcoming upcoming(
      @RequestParam(defaultValue = "100") int limit,
      @RequestParam(required = false) @Nullable String next,
      WebRequest request,
      HttpServletResponse response) {
    if (limit < 1 || limit > MAX_LISTED) {
      throw InvalidFields.of("limit", "must be from 1 to " + MAX_LISTED);
    }
    Place after =
        Place.parse(next)
            .orElseThrow(() -> InvalidFields.of("next", "must be what the page before gave"));
    Instant now = clock.instant();
    return Unchanged.since(request, meetups.tagOfNotOver(now, after, limit))
        ? null
        : upcoming(meetups.notOverAt(now, after, limit), limit, response);
  }

  private static Upcoming upcoming(MeetupsPage page, int limit, HttpServletResponse response) {
    String after = page.next() == null ? null : page.next().text();
    if (after != null) {
      String address = "</api/meetups?limit=%d&next=%s>; rel=\"next\"".formatted(limit, after);
      response.setHeader(HttpHeaders.LINK, address);
    }
    return new Upcoming(page.meetups().stream().map(Meetup::inShort).toList(), after);
  }

  @GetMapping("/next")
  @Operation(
      summary = "The next evening, with its agenda and its seats",
      description =
          "The first meetup that takes place and is not over, so also one that is just running. 404"
              + " if none is announced.")
  @Nullable Meetup next(WebRequest request) {
    Meetup next = meetups.next(clock.instant()).orElseThrow(NoMeetupAhead::new);
    return Unchanged.since(request, tag(next)) ? null : next;
  }

  private static String tag(Meetup meetup) {
    return "%s-%d-%s-%d-%d"
        .formatted(
            meetup.meetupId(),
            meetup.version(),
            meetup.status(),
            meetup.seats().confirmed(),
            meetup.seats().waitlisted());
  }

  @GetMapping("/{meetupId}")
  @Operation(summary = "A published meetup, with its agenda and its seats")
  @Nullable Meetup meetup(@PathVariable String meetupId, WebRequest request) {
    return isUnchanged(meetupId, request)
        ? null
        : meetups.find(meetupId).orElseThrow(UnknownMeetup::new);
  }

  @GetMapping(path = "/{meetupId}/calendar.ics", produces = "text/calendar;charset=UTF-8")
  @Operation(summary = "The evening as a calendar that anyone may subscribe to")
  @Nullable String calendar(@PathVariable String meetupId, WebRequest request) {
    return isUnchanged(meetupId, request)
        ? null
        : calendar.of(meetups.find(meetupId).orElseThrow(UnknownMeetup::new));
  }

  @GetMapping(path = "/{meetupId}/opening.ics", produces = "text/calendar;charset=UTF-8")
  @Operation(summary = "The moment at which RSVPs open, as a file for a calendar")
  @Nullable String opening(@PathVariable String meetupId, WebRequest request) {
    return isUnchanged(meetupId, request)
        ? null
        : calendar.ofOpening(meetups.find(meetupId).orElseThrow(UnknownMeetup::new));
  }

  private boolean isUnchanged(String meetupId, WebRequest request) {
    return Unchanged.since(request, meetups.tag(meetupId).orElseThrow(UnknownMeetup::new));
  }
}
