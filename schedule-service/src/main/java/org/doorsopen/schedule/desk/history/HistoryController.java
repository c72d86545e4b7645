package org.doorsopen.schedule.desk.history;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.MeetupNotFound;
import org.doorsopen.schedule.publications.Publication;
import org.doorsopen.schedule.publications.Publications;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows every version of a meetup and what changed with it. */
@Controller
@Hidden
class HistoryController {

  private final Publications publications;
  private final Words words;

  HistoryController(Publications publications, Words words) {
    this.publications = publications;
    this.words = words;
  }

  /** For organizers: with their names, and any two versions side by side. */
  @GetMapping("/desk/meetups/{meetupId}/history")
  ModelAndView history(
      @PathVariable UUID meetupId,
      @RequestParam(defaultValue = "0") int one,
      @RequestParam(defaultValue = "0") int other,
      Locale locale) {
    Speech speech = words.in(locale);
    List<Publication> history = published(meetupId);
    HistoryPage page = HistoryPage.of("/desk/meetups/" + meetupId, history, false, speech);
    return new ModelAndView(
        "desk-history", Map.of("page", page.comparing(history, one, other, speech)));
  }

  /** The history for everybody, without the names of organizers. */
  @GetMapping("/changes/{meetupId}")
  ModelAndView changes(@PathVariable UUID meetupId, Locale locale) {
    HistoryPage page =
        HistoryPage.of("/meetups/" + meetupId, published(meetupId), true, words.in(locale));
    return new ModelAndView("changes", Map.of("page", page));
  }

  private List<Publication> published(UUID meetupId) {
    List<Publication> history = publications.of(meetupId);
    if (history.isEmpty()) {
      throw new MeetupNotFound();
    }
    return history;
  }
}
