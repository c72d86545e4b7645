package org.doorsopen.schedule.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.web.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
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
  ModelAndView meetup(
      @PathVariable UUID meetupId,
      @RequestParam @Nullable String saved,
      Principal organizer,
      Locale locale) {
    Draft draft = drafts.get(meetupId);
    MeetupDeskPage page = MeetupDeskPage.of(draft, clock.instant(), words.in(locale));
    ModelAndView view = new ModelAndView("desk-meetup", Map.of("page", page));
    if (saved != null) {
      view.addObject("saved", Saved.of(saved, meetupId, Organizers.recordedName(organizer)));
    }
    return view;
  }

  /**
   * A form has just been saved, so that its browser may forget what was typed into it.
   *
   * @param form as the browser calls it
   * @param of tells it apart from what was typed into the same form later
   */
  record Saved(String form, String of) {

    static Saved of(String of, UUID meetupId, String organizer) {
      return new Saved(organizer + "/" + (of.contains("-") ? "new" : meetupId), of);
    }
  }
}
