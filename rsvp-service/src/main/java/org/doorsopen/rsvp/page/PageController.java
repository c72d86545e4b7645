package org.doorsopen.rsvp.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.erasure.Erasures;
import org.doorsopen.rsvp.exports.DataExports;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.Rooms;
import org.doorsopen.rsvp.page.changes.ContactPages;
import org.doorsopen.rsvp.page.changes.ContactSection;
import org.doorsopen.rsvp.page.changes.PartyPages;
import org.doorsopen.rsvp.page.changes.PartySection;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows an attendee how the RSVP stands, and takes the cancellation. Script only shows changes
 * sooner.
 */
@Controller
@RequestMapping("/rsvps/{rsvpId}")
@Hidden
class PageController {

  private static final String CANCELLING = "cancelling";
  private static final String CONFIRMING = "confirming";
  private static final String MAILING = "mailing";

  private final RsvpAccess access;
  private final RsvpStatuses statuses;
  private final RsvpHistory history;
  private final Meetups meetups;
  private final Rooms rooms;
  private final RsvpRequests requests;
  private final Erasures erasures;
  private final VisitorLinks links;
  private final DataExports exports;
  private final PartyPages parties;
  private final ContactPages contacts;
  private final Words words;

  PageController(
      RsvpAccess access,
      RsvpStatuses statuses,
      RsvpHistory history,
      Meetups meetups,
      Rooms rooms,
      RsvpRequests requests,
      Erasures erasures,
      VisitorLinks links,
      DataExports exports,
      PartyPages parties,
      ContactPages contacts,
      Words words) {
    this.access = access;
    this.statuses = statuses;
    this.history = history;
    this.meetups = meetups;
    this.rooms = rooms;
    this.requests = requests;
    this.erasures = erasures;
    this.links = links;
    this.exports = exports;
    this.parties = parties;
    this.contacts = contacts;
    this.words = words;
  }

  @GetMapping
  ModelAndView page(
      @PathVariable String rsvpId,
      @RequestParam Map<String, String> query,
      HttpServletRequest request,
      Locale locale) {
    return page(access.toSeeByLink(rsvpId, request), query, null, locale);
  }

  /**
   * @param query with what was just asked for
   * @param wrongName one that was typed and has to be mended; null if none was
   */
  private ModelAndView page(
      AccessGrant grant, Map<String, String> query, @Nullable String wrongName, Locale locale) {
    boolean cancelling = Boolean.parseBoolean(query.get(CANCELLING));
    RsvpKey key = grant.rsvp();
    // Before the status, so that it is never older than an answer.
    List<PartyChange> changes = parties.changes(key);
    RsvpStatus known = statuses.of(key);
    RsvpStatus told = grant.fromMail() ? known : known.toldToAnybody();
    Meetup meetup = meetups.find(key.meetupId()).orElse(null);
    Speech speech = words.in(locale);
    StatusPage page =
        StatusPage.of(
            told,
            meetup,
            rooms.of(key.meetupId()).orElse(null),
            new StatusPage.Visit(
                grant.purpose(), cancelling, Boolean.parseBoolean(query.get(CONFIRMING))),
            speech);
    PartySection party =
        cancelling
            ? null
            : parties.section(
                StatusPage.mayCancel(grant.purpose(), told),
                told,
                meetup,
                changes,
                query.get(PartySection.CHANGING),
                speech);
    boolean corrected = Boolean.parseBoolean(query.get(ContactSection.CORRECTING));
    ModelAndView view = new ModelAndView("rsvp", "page", page);
    view.addObject("party", party);
    view.addObject("contact", contacts.section(grant, told, wrongName, corrected, speech));
    view.addObject("token", grant.token());
    view.addObject("cancellation", "/rsvps/" + key.rsvpId() + "/cancellation");
    view.addObject("confirmation", "/rsvps/" + key.rsvpId() + "/confirmation");
    view.addObject("export", "/rsvps/" + key.rsvpId() + "/export");
    view.addObject("erasure", "/rsvps/" + key.rsvpId() + "/erasure");
    // Decisions say more than a stranger is told where the status does.
    if (meetup != null && told == known) {
      view.addObject("history", StatusHistory.of(history.of(key), meetup, speech));
    }
    if (grant.fromMail() && known.reason() == Reason.ERASURE && meetup != null) {
      ZoneId zone = ZoneId.of(meetup.contents().times().timeZone());
      view.addObject("receipts", receipts(key, zone, speech));
    }
    boolean mailing = Boolean.parseBoolean(query.get(MAILING));
    view.addObject("again", MailAgain.of(grant, told, mailing, speech));
    view.addObject("reminders", links.reminders(grant, told));
    view.addObject("refresh", page.changing() || (party != null && party.changing()));
    view.addObject("code", links.code(page, told, key));
    if (page.live()) {
      view.addObject("live", "/api/rsvps/" + key.rsvpId() + "/events?token=" + grant.token());
    }
    return view;
  }

  private List<ErasurePage.Receipt> receipts(RsvpKey key, ZoneId zone, Speech speech) {
    return erasures.of(key.rsvpId()).stream()
        .findFirst()
        .map(latest -> ErasurePage.receipts(latest, zone, speech))
        .orElse(List.of());
  }

  @PostMapping("/cancellation")
  void cancel(
      @PathVariable String rsvpId, HttpServletRequest request, HttpServletResponse response) {
    AccessGrant grant = access.toAct(rsvpId, request);
    Traceparent trace = Traceparent.fresh();
    if (grant.confirmsTheAddress()) {
      requests.confirmAddress(grant.rsvp(), trace);
    }
    requests.cancel(grant.rsvp(), trace);
    backToThePage(grant, CANCELLING, response);
  }

  @PostMapping("/confirmation")
  void confirm(
      @PathVariable String rsvpId, HttpServletRequest request, HttpServletResponse response) {
    AccessGrant grant = access.toConfirm(rsvpId, request);
    requests.confirmAddress(grant.rsvp(), Traceparent.fresh());
    backToThePage(grant, CONFIRMING, response);
  }

  @PostMapping("/mail")
  void mailAgain(
      @PathVariable String rsvpId, HttpServletRequest request, HttpServletResponse response) {
    AccessGrant grant = access.toHaveMailed(rsvpId, request);
    requests.askForLinks(List.of(grant.rsvp()), Traceparent.fresh());
    backToThePage(grant, MAILING, response);
  }

  @PostMapping("/party")
  void changeParty(
      @PathVariable String rsvpId,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response) {
    AccessGrant grant = access.toAct(rsvpId, request);
    backToThePage(grant, PartySection.CHANGING, parties.ask(grant, form), response);
  }

  @PostMapping("/contact")
  @Nullable ModelAndView correctContact(
      @PathVariable String rsvpId,
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    AccessGrant grant = access.toConfirm(rsvpId, request);
    try {
      contacts.correct(grant, form);
    } catch (InvalidFields wrong) {
      ModelAndView page = page(grant, Map.of(), form.getOrDefault(ContactSection.NAME, ""), locale);
      page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
      return page;
    }
    backToThePage(grant, ContactSection.CORRECTING, response);
    return null;
  }

  private static void backToThePage(
      AccessGrant grant, String parameter, HttpServletResponse response) {
    backToThePage(grant, parameter, "true", response);
  }

  private static void backToThePage(
      AccessGrant grant, String parameter, String value, HttpServletResponse response) {
    SeeOther.at(
        "../%s?token=%s&%s=%s".formatted(grant.rsvp().rsvpId(), grant.token(), parameter, value),
        response);
  }

  @PostMapping("/export")
  ModelAndView export(@PathVariable String rsvpId, HttpServletRequest request, Locale locale) {
    exports.request(access.toExport(rsvpId, request).rsvp(), Traceparent.fresh());
    return new ModelAndView("erasure", "page", ErasurePage.exported(words.in(locale)));
  }
}
