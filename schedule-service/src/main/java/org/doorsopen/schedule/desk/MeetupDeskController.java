package org.doorsopen.schedule.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Shows organizers one of their meetups, and the way to everything that they can do with it. */
@Controller
@Hidden
class MeetupDeskController {

  private final Drafts drafts;
  private final Words words;
  private final InstantSource clock;

  MeetupDeskController(Drafts drafts, Words words, InstantSource clock) {
    this.drafts = drafts;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/desk/meetups/{meetupId}")
  ModelAndView meetup(@PathVariable UUID meetupId, Locale locale) {
    Draft draft = drafts.find(meetupId).orElseThrow(MeetupNotFound::new);
    MeetupDeskPage page = MeetupDeskPage.of(draft, clock.instant(), words.in(locale));
    return new ModelAndView("desk-meetup", Map.of("page", page));
  }
}
