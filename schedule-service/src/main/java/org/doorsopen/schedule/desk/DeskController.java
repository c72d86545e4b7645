package org.doorsopen.schedule.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows organizers their meetups, with parts that the other services render. */
@Controller
@Hidden
class DeskController {

  private static final int LISTED = 30;

  private final Drafts drafts;
  private final Words words;
  private final InstantSource clock;

  DeskController(Drafts drafts, Words words, InstantSource clock) {
    this.drafts = drafts;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/desk")
  ModelAndView desk(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Locale locale) {
    List<Draft> found = drafts.list(LISTED + 1, before);
    List<Draft> shown = found.subList(0, Math.min(LISTED, found.size()));
    @Nullable Long older = found.size() > LISTED ? shown.getLast().number() : null;
    DeskPage page = DeskPage.of(shown, older, clock.instant(), words.in(locale));
    return new ModelAndView("desk", Map.of("page", page));
  }
}
