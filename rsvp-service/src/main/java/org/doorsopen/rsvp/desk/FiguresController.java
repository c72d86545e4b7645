package org.doorsopen.rsvp.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Optional;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.deliveries.Deliveries;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Renders the seats of a meetup as a part of the desk, which another service renders. */
@Controller
@Hidden
class FiguresController {

  private final Meetups meetups;
  private final Deliveries deliveries;
  private final Words words;

  FiguresController(Meetups meetups, Deliveries deliveries, Words words) {
    this.meetups = meetups;
    this.deliveries = deliveries;
    this.words = words;
  }

  @GetMapping("/desk/attendees/{meetupId}/figures")
  ModelAndView figures(@PathVariable String meetupId, Locale locale) {
    Optional<Meetup> meetup = meetups.find(meetupId);
    SeatFigures figures =
        SeatFigures.of(
            meetup.map(Meetup::seats), deliveries.undeliveredAt(meetupId).size(), words.in(locale));
    return new ModelAndView("desk-figures", "figures", figures)
        .addObject("list", meetup.map(_ -> "/desk/attendees/" + meetupId).orElse(null));
  }
}
