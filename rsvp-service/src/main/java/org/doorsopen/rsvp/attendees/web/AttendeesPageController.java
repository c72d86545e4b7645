package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows organizers who comes: on pages, and as a file for spreadsheets. */
@Controller
@RequestMapping("/desk/attendees/{meetupId}")
@Hidden
class AttendeesPageController {

  private final Attendees attendees;
  private final CsvFile file;
  private final Meetups meetups;
  private final Words words;

  AttendeesPageController(Attendees attendees, CsvFile file, Meetups meetups, Words words) {
    this.attendees = attendees;
    this.file = file;
    this.meetups = meetups;
    this.words = words;
  }

  @GetMapping
  ModelAndView list(
      @PathVariable String meetupId,
      @RequestParam Map<String, String> parameters,
      Locale locale,
      HttpServletResponse response) {
    AttendeeQuery query = AttendeeQuery.read(parameters);
    Meetup meetup = meetups.find(meetupId).orElseThrow(UnknownMeetup::new);
    Attendees.Page list = attendees.page(meetupId, query.filter(), query.sort(), query.page());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new ModelAndView(
        "desk-attendees", Map.of("page", AttendeesPage.of(meetup, query, list, words.in(locale))));
  }

  @GetMapping("/rsvps.csv")
  void csv(
      @PathVariable String meetupId,
      @RequestParam Map<String, String> parameters,
      HttpServletResponse response) {
    AttendeeQuery query = AttendeeQuery.read(parameters);
    if (!meetups.isPublished(meetupId)) {
      throw new UnknownMeetup();
    }
    file.write(meetupId, query, response);
  }

  /** Left to the server, which ends the connection. */
  @ExceptionHandler
  void on(CsvFile.BrokenOff failure) {
    throw failure;
  }
}
