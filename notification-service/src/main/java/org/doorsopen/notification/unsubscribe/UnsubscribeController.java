package org.doorsopen.notification.unsubscribe;

import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.web.login.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stops the reminders of one RSVP for the holder of its token. A POST means that and nothing else,
 * whatever its body says (RFC 8058); a GET only shows a page with a button, because mail scanners
 * follow links.
 */
@Controller
class UnsubscribeController {

  private final UnsubscribeTokens tokens;
  private final Recipients recipients;
  private final Words words;
  private final InstantSource clock;

  UnsubscribeController(
      UnsubscribeTokens tokens, Recipients recipients, Words words, InstantSource clock) {
    this.tokens = tokens;
    this.recipients = recipients;
    this.words = words;
    this.clock = clock;
  }

  /** The address holds a token. */
  @ModelAttribute
  void keepOutOfSearchEngines(HttpServletResponse response) {
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
  }

  @GetMapping("/unsubscribe/{token}")
  ModelAndView ask(@PathVariable String token, Locale locale) {
    Speech speech = words.in(locale);
    return tokens.rsvpIdOf(token).isPresent()
        ? answer(HttpStatus.OK, UnsubscribePage.question(speech))
        : answer(HttpStatus.NOT_FOUND, UnsubscribePage.wrong(speech));
  }

  @PostMapping("/unsubscribe/{token}")
  ModelAndView unsubscribe(@PathVariable String token, Locale locale) {
    Speech speech = words.in(locale);
    return tokens
        .rsvpIdOf(token)
        .filter(rsvpId -> recipients.stopReminders(rsvpId, clock.instant()))
        .map(_ -> answer(HttpStatus.OK, UnsubscribePage.done(speech)))
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, UnsubscribePage.wrong(speech)));
  }

  private static ModelAndView answer(HttpStatus status, UnsubscribePage page) {
    return new ModelAndView("unsubscribe", Map.of("page", page), status);
  }

  @Bean
  static PublicRoutes unsubscribeRoutes() {
    return PublicRoutes.of("GET /unsubscribe/*", "POST /unsubscribe/*")
        .openToOtherSites("POST /unsubscribe/*");
  }
}
