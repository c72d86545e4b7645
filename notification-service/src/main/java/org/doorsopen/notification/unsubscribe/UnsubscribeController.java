package org.doorsopen.notification.unsubscribe;

import java.time.Clock;
import java.util.Locale;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.notification.unsubscribe.UnsubscribePage.State;
import org.doorsopen.web.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever the body says: a POST here means one thing, and a GET, which scanners make, nothing. */
@RestController
class UnsubscribeController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  private final UnsubscribeTokens tokens;
  private final Recipients recipients;
  private final UnsubscribePage page;
  private final Clock clock;

  UnsubscribeController(
      UnsubscribeTokens tokens, Recipients recipients, UnsubscribePage page, Clock clock) {
    this.tokens = tokens;
    this.recipients = recipients;
    this.page = page;
    this.clock = clock;
  }

  @GetMapping("/unsubscribe/{token}")
  ResponseEntity<String> ask(@PathVariable String token, Locale locale) {
    return tokens.rsvpIdOf(token).isPresent()
        ? answer(HttpStatus.OK, State.QUESTION, locale)
        : answer(HttpStatus.NOT_FOUND, State.WRONG, locale);
  }

  @PostMapping("/unsubscribe/{token}")
  ResponseEntity<String> unsubscribe(@PathVariable String token, Locale locale) {
    return tokens
        .rsvpIdOf(token)
        .filter(rsvpId -> recipients.stopReminders(rsvpId, clock.instant()))
        .map(_ -> answer(HttpStatus.OK, State.DONE, locale))
        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, State.WRONG, locale));
  }

  private ResponseEntity<String> answer(HttpStatus status, State state, Locale locale) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(page.html(state, locale));
  }

  @Bean
  static PublicRoutes unsubscribeRoutes() {
    return PublicRoutes.of("GET /unsubscribe/*", "POST /unsubscribe/*")
        .openToOtherSites("POST /unsubscribe/*");
  }
}
