package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.MeetupsPage;
import org.doorsopen.rsvp.meetups.MeetupsPage.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows everybody the upcoming meetups, and those that were. */
@Controller
@Hidden
class HomeController {

  private static final int MAX_LISTED = 50;

  private final Meetups meetups;
  private final Words words;
  private final InstantSource clock;

  HomeController(Meetups meetups, Words words, InstantSource clock) {
    this.meetups = meetups;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView home(
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String past,
      Locale locale) {
    Instant now = clock.instant();
    if (past != null) {
      Place before = Place.parse(past).orElse(Place.LAST);
      MeetupsPage over = meetups.overAt(now, before, MAX_LISTED);
      return page(HomePage.ofPast(over, now, words.in(locale)));
    }
    // A page is shown even if its address was mistyped.
    Place after = Place.parse(next).or(() -> Place.parse(null)).orElseThrow();
    return page(HomePage.of(meetups.notOverAt(now, after, MAX_LISTED), now, words.in(locale)));
  }

  private static ModelAndView page(HomePage page) {
    return new ModelAndView("home", Map.of("page", page));
  }
}
