package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.erasure.Erasure;
import org.doorsopen.rsvp.erasure.ErasureRequests;
import org.doorsopen.rsvp.erasure.Erasures;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Says what an erasure erases, where and by when, takes it, and shows the services' receipts. */
@Controller
@RequestMapping("/rsvps/{rsvpId}/erasure")
@Hidden
class ErasurePageController {

  private static final String ERASING = "erasing";
  private static final int RELOAD_SECONDS = 2;

  private final RsvpAccess access;
  private final ErasureRequests requests;
  private final Erasures erasures;
  private final Meetups meetups;
  private final Words words;

  ErasurePageController(
      RsvpAccess access,
      ErasureRequests requests,
      Erasures erasures,
      Meetups meetups,
      Words words) {
    this.access = access;
    this.requests = requests;
    this.erasures = erasures;
    this.meetups = meetups;
    this.words = words;
  }

  /** The link in the mail about an erasure. Programs follow links, so this changes nothing. */
  @GetMapping
  ModelAndView show(
      @PathVariable String rsvpId,
      @RequestParam(name = ERASING, defaultValue = "false") String erasing,
      HttpServletRequest request,
      Locale locale) {
    AccessGrant grant = access.toErase(rsvpId, request);
    List<Erasure> asked = erasures.of(grant.rsvp().rsvpId());
    Speech speech = words.in(locale);
    if (asked.isEmpty() && !Boolean.parseBoolean(erasing)) {
      return page(ErasurePage.asking(speech))
          .addObject("token", grant.token())
          .addObject("export", "/rsvps/" + grant.rsvp().rsvpId() + "/export");
    }
    Erasure latest = asked.isEmpty() ? null : whole(asked.getFirst());
    return page(ErasurePage.of(latest, zone(grant), speech));
  }

  /** With the receipts for all RSVPs that are erased together, which are those of one person. */
  private @Nullable Erasure whole(Erasure ofOneRsvp) {
    return erasures.find(ofOneRsvp.erasureId()).orElse(null);
  }

  private ZoneId zone(AccessGrant grant) {
    return meetups
        .find(grant.rsvp().meetupId())
        .map(meetup -> ZoneId.of(meetup.contents().times().timeZone()))
        .orElse(ZoneOffset.UTC);
  }

  @PostMapping
  @Nullable ModelAndView erase(
      @PathVariable String rsvpId,
      HttpServletRequest request,
      Locale locale,
      HttpServletResponse response) {
    AccessGrant grant =
        access.showsErasureToken(rsvpId, request)
            ? access.toErase(rsvpId, request)
            : access.toAct(rsvpId, request);
    requests.request(grant, Traceparent.fresh());
    if (grant.purpose() == Purpose.ERASURE) {
      SeeOther.at("erasure?token=%s&%s=true".formatted(grant.token(), ERASING), response);
      return null;
    }
    Speech speech = words.in(locale);
    return page(grant.fromMail() ? ErasurePage.mailed(speech) : ErasurePage.cancelled(speech));
  }

  private static ModelAndView page(ErasurePage page) {
    ModelAndView view = new ModelAndView("erasure", "page", page);
    view.addObject("refresh", page.changing());
    if (page.changing()) {
      view.addObject("reload", RELOAD_SECONDS);
    }
    return view;
  }
}
