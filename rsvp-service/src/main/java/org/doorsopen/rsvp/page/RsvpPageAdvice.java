package org.doorsopen.rsvp.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.TokenOnlyShows;
import org.doorsopen.rsvp.access.WrongToken;
import org.doorsopen.web.database.DatabaseFailures;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * The manners that the pages of one RSVP have in common: they keep to themselves, and say what went
 * wrong.
 */
@ControllerAdvice(assignableTypes = {PageController.class, ErasurePageController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class RsvpPageAdvice {

  private final Words words;

  RsvpPageAdvice(Words words) {
    this.words = words;
  }

  /** The address holds a token: the page stays out of caches and search engines. */
  @ModelAttribute
  void keepToItself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader("Referrer-Policy", "no-referrer");
  }

  @ExceptionHandler
  ModelAndView on(TokenOnlyShows refusal, Locale locale, HttpServletResponse response) {
    keepToItself(response);
    Speech speech = words.in(locale);
    return sorry(SorryPage.onlyShows(speech), HttpStatus.FORBIDDEN)
        .addObject("field", LinkPage.field(speech));
  }

  @ExceptionHandler
  ModelAndView on(WrongToken wrong, Locale locale, HttpServletResponse response) {
    keepToItself(response);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    Speech speech = words.in(locale);
    return sorry(SorryPage.wrongLink(speech), HttpStatus.UNAUTHORIZED)
        .addObject("field", LinkPage.field(speech));
  }

  @ExceptionHandler({Unavailable.class, DataAccessException.class, TransactionException.class})
  ModelAndView onOutage(Exception failure, Locale locale, HttpServletResponse response)
      throws Exception {
    if (!(failure instanceof Unavailable || DatabaseFailures.isAway(failure))) {
      throw failure; // a bug, which is answered as every other
    }
    keepToItself(response);
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    return sorry(SorryPage.unavailable(words.in(locale)), HttpStatus.SERVICE_UNAVAILABLE);
  }

  private static ModelAndView sorry(SorryPage page, HttpStatus status) {
    return new ModelAndView("sorry", Map.of("page", page), status);
  }
}
