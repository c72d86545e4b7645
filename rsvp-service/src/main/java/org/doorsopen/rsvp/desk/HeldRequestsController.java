package org.doorsopen.rsvp.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Words;
import org.doorsopen.web.rates.HeldBack;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Says how many requests were refused because there were too many, as a part of the desk, which
 * another service renders.
 */
@Controller
@Hidden
class HeldRequestsController {

  private final HeldBack heldBack;
  private final Words words;

  HeldRequestsController(HeldBack heldBack, Words words) {
    this.heldBack = heldBack;
    this.words = words;
  }

  @GetMapping("/desk/attendees/held")
  ModelAndView held(Locale locale) {
    long requests = heldBack.withinADay();
    String said = words.in(locale).say(requests == 0 ? "held.none" : "held.some", requests);
    return new ModelAndView("desk-held", Map.of("held", said));
  }
}
