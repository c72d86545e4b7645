package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.KeptPages;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.meetups.Meetups;
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
  private final KeptPages pages;
  private final Words words;
  private final InstantSource clock;

  HomeController(Meetups meetups, KeptPages pages, Words words, InstantSource clock) {
    this.meetups = meetups;
    this.pages = pages;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping("/")
  @Nullable ModelAndView home(
      @RequestParam(required = false) @Nullable String next,
      @RequestParam(required = false) @Nullable String past,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Instant now = clock.instant();
    if (past != null) {
      Place before = Place.parse(past).orElse(Place.LAST);
      // Hardly anything changes about the past, and what does is shown a second later at most.
      return pages.answer(
          request,
          response,
          "past",
          Map.of(),
          _ ->
              page(
                  HomePage.ofPast(meetups.overAt(now, before, MAX_LISTED), now, words.in(locale))));
    }
    // A page is shown even if its address was mistyped.
    Place after = Place.parse(next).or(() -> Place.parse(null)).orElseThrow();
    String tag = meetups.tagOfNotOver(now, after, MAX_LISTED);
    return pages.answer(
        request,
        response,
        tag,
        Map.of(),
        _ -> page(HomePage.of(meetups.notOverAt(now, after, MAX_LISTED), now, words.in(locale))));
  }

  private static ModelAndView page(HomePage page) {
    return new ModelAndView("home", Map.of("page", page));
  }
}
