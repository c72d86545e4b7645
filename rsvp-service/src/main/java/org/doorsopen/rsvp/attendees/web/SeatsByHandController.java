package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.access.UnknownRsvp;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.rsvp.requests.SeatGrants;
import org.doorsopen.rsvp.requests.SeatGrants.Added;
import org.doorsopen.rsvp.requests.SeatGrants.Wish;
import org.doorsopen.rsvp.requests.web.NewRsvpReader;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes organizers' wishes to give seats by hand; seat allocation decides them. */
@Controller
@RequestMapping("/desk/attendees/{meetupId}")
@Hidden
class SeatsByHandController {

  private static final Logger log = LoggerFactory.getLogger(SeatsByHandController.class);

  /** Of a key that came before with other details, and of one whose RSVP has ended. */
  private static final Set<HttpStatusCode> SPENT =
      Set.of(HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.CONFLICT);

  private final Attendees attendees;
  private final Meetups meetups;
  private final SeatGrants grants;
  private final NewRsvpReader reader;
  private final Words words;

  SeatsByHandController(
      Attendees attendees, Meetups meetups, SeatGrants grants, NewRsvpReader reader, Words words) {
    this.attendees = attendees;
    this.meetups = meetups;
    this.grants = grants;
    this.reader = reader;
    this.words = words;
  }

  @PostMapping("/rsvps/{rsvpId}/seats")
  void give(
      @PathVariable String meetupId,
      @PathVariable String rsvpId,
      @RequestParam Map<String, String> form,
      Principal organizer,
      HttpServletResponse response) {
    RsvpKey rsvp =
        RsvpAccess.canonical(rsvpId)
            .map(canonical -> new RsvpKey(canonical, meetupId))
            .filter(key -> attendees.find(key).isPresent())
            .orElseThrow(UnknownRsvp::new);
    Wish wish =
        GrantForm.read(form, Organizers.recordedName(organizer))
            .orElseThrow(() ->
                InvalidFields.of(GrantForm.REASON, "must be one of those that the form offers"));
    String grantId = grants.give(rsvp, wish, Traceparent.fresh());
    log.info("{} wants {} to have seats", wish.organizer(), rsvp.rsvpId());
    see(rsvp, grantId, response);
  }

  @GetMapping("/new")
  ModelAndView form(@PathVariable String meetupId, Locale locale, HttpServletResponse response) {
    return view(known(meetupId), Map.of(), Set.of(), null, HttpStatus.OK, locale, response);
  }

  @PostMapping("/rsvps")
  @Nullable ModelAndView add(
      @PathVariable String meetupId,
      @RequestParam Map<String, String> form,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    Meetup meetup = known(meetupId);
    Map<String, String> typed = new HashMap<>(form);
    typed.put(GrantForm.KEY, GrantForm.key(form));
    Set<String> wrong = new HashSet<>();
    NewRsvp person = read(typed, locale, wrong);
    Optional<Wish> wish = GrantForm.read(typed, Organizers.recordedName(organizer));
    if (wish.isEmpty()) {
      wrong.add(GrantForm.REASON);
    }
    if (person == null || wish.isEmpty()) {
      return view(meetup, typed, wrong, null, HttpStatus.UNPROCESSABLE_CONTENT, locale, response);
    }
    try {
      Added added = add(meetupId, person, wish.get());
      log.info("{} wants to add {}", wish.get().organizer(), added.rsvp().rsvpId());
      see(added.rsvp(), added.grantId(), response);
      return null;
    } catch (Unavailable away) {
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      Speech speech = words.in(locale);
      return view(
          meetup,
          typed,
          Set.of(),
          speech.say("form.away"),
          HttpStatus.SERVICE_UNAVAILABLE,
          locale,
          response);
    }
  }

  /** A form that was opened again by Back and says something else now is another wish. */
  private Added add(String meetupId, NewRsvp person, Wish wish) {
    try {
      return grants.add(meetupId, person, wish, Traceparent.fresh());
    } catch (ResponseStatusException spent) {
      if (!SPENT.contains(spent.getStatusCode())) {
        throw spent;
      }
      String key = UUID.randomUUID().toString();
      Wish anew = new Wish(wish.reserved(), wish.reason(), wish.organizer(), key);
      return grants.add(meetupId, person, anew, Traceparent.fresh());
    }
  }

  /** Null if a field is wrong, whose name is then among the wrong ones. */
  private @Nullable NewRsvp read(Map<String, String> typed, Locale locale, Set<String> wrong) {
    Map<String, String> body = new HashMap<>();
    for (String name : Set.of("name", "email", "guests")) {
      body.put(name, typed.getOrDefault(name, ""));
    }
    body.put("locale", locale.toLanguageTag());
    HttpHeaders headers = new HttpHeaders();
    headers.set(NewRsvpReader.IDEMPOTENCY_KEY, typed.get(GrantForm.KEY));
    try {
      return FormBodies.read(body, Set.of("guests"), reader, headers);
    } catch (InvalidFields invalid) {
      wrong.addAll(invalid.errors().stream().map(FieldError::field).collect(Collectors.toSet()));
      return null;
    }
  }

  private static void see(RsvpKey rsvp, String grantId, HttpServletResponse response) {
    SeeOther.at(
        "%s?%s=%s"
            .formatted(
                AttendeesPage.address(rsvp.meetupId(), rsvp.rsvpId()),
                AttendeePageController.GRANTING,
                grantId),
        response);
  }

  private ModelAndView view(
      Meetup meetup,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      HttpStatus status,
      Locale locale,
      HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    return new ModelAndView("desk-attendee-new", status)
        .addObject("page", NewAttendeePage.of(meetup, typed, wrong, note, words.in(locale)));
  }

  private Meetup known(String meetupId) {
    return meetups.find(meetupId).orElseThrow(UnknownMeetup::new);
  }
}
