package org.doorsopen.rsvp.meetups.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
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

  record Upcoming(List<Meetup> meetups) {}

  @GetMapping
  @Operation(summary = "Meetups that are not over, cancelled ones too, by their start")
  @Nullable Upcoming upcoming(WebRequest request) {
    Instant now = clock.instant();
    return Unchanged.since(request, meetups.tagOfNotOver(now, MAX_LISTED))
        ? null
        : new Upcoming(meetups.notOverAt(now, MAX_LISTED));
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

  private boolean isUnchanged(String meetupId, WebRequest request) {
    return Unchanged.since(request, meetups.tag(meetupId).orElseThrow(UnknownMeetup::new));
  }
}
