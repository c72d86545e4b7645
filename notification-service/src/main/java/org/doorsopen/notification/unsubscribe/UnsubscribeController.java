package org.doorsopen.notification.unsubscribe;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.notification.unsubscribe.UnsubscribePage.State;
import org.doorsopen.web.login.PublicRoutes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Stops the reminders of one RSVP for the holder of its token. A POST means that and nothing else,
 * whatever its body says (RFC 8058); a GET only shows a page with a button, because mail scanners
 * follow links.
 */
@RestController
class UnsubscribeController {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
  private static final MediaType CSS = MediaType.parseMediaType("text/css;charset=UTF-8");

  /** Allows just what the page uses: one stylesheet, and one form that posts to the page itself. */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final UnsubscribeTokens tokens;
  private final Recipients recipients;
  private final UnsubscribePage page;
  private final Stylesheet stylesheet;
  private final InstantSource clock;

  UnsubscribeController(
      UnsubscribeTokens tokens,
      Recipients recipients,
      UnsubscribePage page,
      Stylesheet stylesheet,
      InstantSource clock) {
    this.tokens = tokens;
    this.recipients = recipients;
    this.page = page;
    this.stylesheet = stylesheet;
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

  @GetMapping("/unsubscribe/assets/{name}")
  ResponseEntity<String> styles(@PathVariable String name) {
    return name.equals(stylesheet.name())
        ? ResponseEntity.ok().contentType(CSS).cacheControl(FOR_GOOD).body(stylesheet.content())
        : ResponseEntity.notFound().build();
  }

  private ResponseEntity<String> answer(HttpStatus status, State state, Locale locale) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(page.html(state, locale));
  }

  @Bean
  static PublicRoutes unsubscribeRoutes() {
    return PublicRoutes.of("GET /unsubscribe/*", "POST /unsubscribe/*", "GET /unsubscribe/assets/*")
        .openToOtherSites("POST /unsubscribe/*");
  }
}
