package org.doorsopen.rsvp.meetups.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.doorsopen.rsvp.meetups.Meetups;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Tells calendars and feed readers of everything that is published, whenever they ask. */
@RestController
@Tag(name = "Meetups")
class FeedsController {

  /** A calendar keeps what it has seen; a longer past would only make every answer larger. */
  private static final Duration PAST = Duration.ofDays(365);

  private static final int MAX_ENTRIES = 500;
  private static final int MAX_NEWS = 50;

  private final Meetups meetups;
  private final MeetupCalendar calendar;
  private final AtomFeed news;
  private final InstantSource clock;

  FeedsController(Meetups meetups, MeetupCalendar calendar, AtomFeed news, InstantSource clock) {
    this.meetups = meetups;
    this.calendar = calendar;
    this.news = news;
    this.clock = clock;
  }

  @GetMapping(path = "/calendar.ics", produces = "text/calendar;charset=UTF-8")
  @Operation(summary = "All meetups as a calendar to subscribe to, cancelled ones marked")
  @Nullable String calendar(WebRequest request) {
    Instant since = clock.instant().minus(PAST);
    return Unchanged.since(request, meetups.tagOfPublications(since, MAX_ENTRIES))
        ? null
        : calendar.of(meetups.publishedLast(since, MAX_ENTRIES));
  }

  @GetMapping(path = "/feed.atom", produces = "application/atom+xml;charset=UTF-8")
  @Operation(summary = "The latest publications for feed readers")
  @Nullable String news(WebRequest request) {
    Instant since = clock.instant().minus(PAST);
    return Unchanged.since(request, meetups.tagOfPublications(since, MAX_NEWS))
        ? null
        : news.of(meetups.publishedLast(since, MAX_NEWS), Instant.EPOCH);
  }
}
