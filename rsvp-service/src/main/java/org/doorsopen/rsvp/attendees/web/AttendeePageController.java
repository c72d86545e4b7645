package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.access.UnknownRsvp;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.attendees.web.AttendeePage.Visit;
import org.doorsopen.rsvp.attendees.web.CancellationReader.Cancellation;
import org.doorsopen.rsvp.cancellations.OrganizerCancellations;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.status.Happening;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.InvalidFields;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Shows organizers one RSVP and how it came about, and lets them cancel it. */
@Controller
@RequestMapping("/desk/attendees/{meetupId}/rsvps/{rsvpId}")
@Hidden
class AttendeePageController {

  private static final Logger log = LoggerFactory.getLogger(AttendeePageController.class);

  private static final String CANCELLING = "cancelling";
  static final String GRANTING = "granting";

  private final Attendees attendees;
  private final RsvpHistory history;
  private final Meetups meetups;
  private final RsvpRequests requests;
  private final OrganizerCancellations cancellations;
  private final CancellationReader reader;
  private final Words words;

  AttendeePageController(
      Attendees attendees,
      RsvpHistory history,
      Meetups meetups,
      RsvpRequests requests,
      OrganizerCancellations cancellations,
      CancellationReader reader,
      Words words) {
    this.attendees = attendees;
    this.history = history;
    this.meetups = meetups;
    this.requests = requests;
    this.cancellations = cancellations;
    this.reader = reader;
    this.words = words;
  }

  @GetMapping
  ModelAndView page(
      @PathVariable String meetupId,
      @PathVariable String rsvpId,
      @RequestParam(name = CANCELLING, defaultValue = "false") String cancelling,
      @RequestParam(name = GRANTING, required = false) @Nullable String granting,
      Locale locale,
      HttpServletResponse response) {
    RsvpKey rsvp = key(meetupId, rsvpId);
    // The answer before the RSVP, so that it is never newer than what it leads to.
    Visit visit =
        granting == null
            ? Visit.first(Boolean.parseBoolean(cancelling))
            : Visit.granting(history.answerTo(rsvp, granting).orElse(null));
    return view(rsvp, visit, words.in(locale), HttpStatus.OK, response);
  }

  /** A person whose RSVP is over by then is told nothing, as nothing has happened. */
  @PostMapping("/cancellation")
  @Nullable ModelAndView cancel(
      @PathVariable String meetupId,
      @PathVariable String rsvpId,
      @RequestParam Map<String, String> form,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    RsvpKey rsvp = key(meetupId, rsvpId);
    Attendee attendee = known(rsvp);
    String typed = form.getOrDefault(CancellationReader.WORDS, "");
    Speech speech = words.in(locale);
    try {
      Cancellation wanted =
          FormBodies.read(
              Map.of(CancellationReader.WORDS, typed), Set.of(), reader, new HttpHeaders());
      if (attendee.status().stands()) {
        cancel(rsvp, Organizers.recordedName(organizer), wanted);
      }
      SeeOther.at(
          AttendeesPage.address(rsvp.meetupId(), rsvp.rsvpId()) + "?" + CANCELLING + "=true",
          response);
      return null;
    } catch (InvalidFields invalid) {
      String error = speech.say("attendee.cancel.words.wrong", CancellationReader.MAX_WORDS);
      Visit again = Visit.again(typed, error, false);
      return view(rsvp, again, speech, HttpStatus.UNPROCESSABLE_CONTENT, response);
    } catch (Unavailable away) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      Visit again = Visit.again(typed, null, true);
      return view(rsvp, again, speech, HttpStatus.SERVICE_UNAVAILABLE, response);
    }
  }

  private void cancel(RsvpKey rsvp, String organizer, Cancellation wanted) {
    String said = wanted.words();
    if (said == null) {
      requests.cancel(rsvp, organizer, Traceparent.fresh());
    } else {
      requests.cancel(rsvp, organizer, said, Traceparent.fresh());
    }
    log.info("{} has cancelled {}", organizer, rsvp.rsvpId());
    cancellations.add(rsvp, organizer);
  }

  private ModelAndView view(
      RsvpKey rsvp, Visit visit, Speech speech, HttpStatus status, HttpServletResponse response) {
    Meetup meetup = meetups.find(rsvp.meetupId()).orElseThrow(UnknownMeetup::new);
    // A person who was just added may not have been read yet.
    Attendee attendee =
        visit.granting()
            ? attendees.find(rsvp).orElseGet(() -> Attendee.beingAdded(rsvp.rsvpId()))
            : known(rsvp);
    List<Happening> happenings = history.of(rsvp);
    AttendeePage page = AttendeePage.of(attendee, happenings, meetup, visit, speech);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new ModelAndView("desk-attendee", status)
        .addObject("page", page)
        .addObject("refresh", page.asked())
        .addObject("reload", page.asked() ? 2 : null);
  }

  private Attendee known(RsvpKey rsvp) {
    return attendees.find(rsvp).orElseThrow(UnknownRsvp::new);
  }

  private static RsvpKey key(String meetupId, String rsvpId) {
    return RsvpAccess.canonical(rsvpId)
        .map(canonical -> new RsvpKey(canonical, meetupId))
        .orElseThrow(UnknownRsvp::new);
  }
}
