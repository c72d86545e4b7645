package org.doorsopen.rsvp.meetups.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.List;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

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
  Upcoming upcoming() {
    return new Upcoming(meetups.notOverAt(clock.instant(), MAX_LISTED));
  }

  @GetMapping("/{meetupId}")
  @Operation(summary = "A published meetup, with its agenda and its seats")
  Meetup meetup(@PathVariable String meetupId) {
    return meetups.find(meetupId).orElseThrow(UnknownMeetup::new);
  }

  @GetMapping(path = "/{meetupId}/calendar.ics", produces = "text/calendar;charset=UTF-8")
  @Operation(summary = "The evening as a calendar that anyone may subscribe to")
  String calendar(@PathVariable String meetupId) {
    return calendar.of(meetups.find(meetupId).orElseThrow(UnknownMeetup::new));
  }
}
