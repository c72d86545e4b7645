package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.access.WrongToken;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.web.database.DatabaseFailures;
import org.doorsopen.web.problems.Unavailable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows an attendee how the RSVP stands, and takes the cancellation, without any script. All links
 * are relative, so the page also works behind a proxy that puts it under a path of its own.
 */
@Controller
@RequestMapping("/rsvps/{rsvpId}")
@Hidden
class PageController {

  private static final String CANCELLING = "cancelling";

  private final RsvpAccess access;
  private final RsvpStatuses statuses;
  private final Meetups meetups;
  private final RsvpRequests requests;

  PageController(RsvpAccess access, RsvpStatuses statuses, Meetups meetups, RsvpRequests requests) {
    this.access = access;
    this.statuses = statuses;
    this.meetups = meetups;
    this.requests = requests;
  }

  /** The address holds a token: the page stays out of caches, search engines and referrers. */
  @ModelAttribute
  void keepToItself(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex, nofollow");
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none';"
            + " frame-ancestors 'none'");
  }

  @GetMapping
  ModelAndView page(
      @PathVariable String rsvpId,
      @RequestParam(name = CANCELLING, defaultValue = "false") String cancelling,
      HttpServletRequest request) {
    AccessGrant grant = access.grant(rsvpId, request);
    RsvpKey key = grant.rsvp();
    StatusPage page =
        StatusPage.of(
            statuses.of(key),
            meetups.find(key.meetupId()).orElse(null),
            Boolean.parseBoolean(cancelling));
    return new ModelAndView(
        "rsvp",
        Map.of(
            "page", page, "token", grant.token(), "cancellation", key.rsvpId() + "/cancellation"));
  }

  @PostMapping("/cancellation")
  void cancel(
      @PathVariable String rsvpId, HttpServletRequest request, HttpServletResponse response) {
    AccessGrant grant = access.grant(rsvpId, request);
    RsvpKey key = grant.rsvp();
    requests.cancel(key, CancelledBy.ATTENDEE, Traceparent.fresh());
    response.setStatus(HttpStatus.SEE_OTHER.value());
    response.setHeader(
        HttpHeaders.LOCATION,
        "../" + key.rsvpId() + "?token=" + grant.token() + "&" + CANCELLING + "=true");
  }

  @ExceptionHandler
  ModelAndView on(WrongToken wrong, HttpServletRequest request, HttpServletResponse response) {
    keepToItself(response);
    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return sorry("wrong-link", HttpStatus.UNAUTHORIZED, request);
  }

  @ExceptionHandler({Unavailable.class, DataAccessException.class, TransactionException.class})
  ModelAndView onOutage(Exception failure, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (!(failure instanceof Unavailable || DatabaseFailures.isAway(failure))) {
      throw failure; // a bug, which is answered as every other
    }
    keepToItself(response);
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    return sorry("unavailable", HttpStatus.SERVICE_UNAVAILABLE, request);
  }

  private static ModelAndView sorry(String view, HttpStatus status, HttpServletRequest request) {
    String up = request.getRequestURI().endsWith("/cancellation") ? "../.." : "..";
    return new ModelAndView(view, Map.of("up", up), status);
  }
}
