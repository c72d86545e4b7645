package org.doorsopen.rsvp.page.meetup;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.pages.KeptPages;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.doorsopen.rsvp.rates.AddressRates;
import org.doorsopen.rsvp.requests.Agreement;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.requests.web.GuestLimit;
import org.doorsopen.rsvp.requests.web.NewRsvpReader;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.settings.PublicUrl;
import org.doorsopen.web.body.FormBodies;
import org.doorsopen.web.database.DatabaseFailures;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Shows everybody a meetup, and takes RSVPs by a form that needs no script. */
@Controller
@RequestMapping("/meetups/{meetupId}")
@Hidden
class MeetupPageController {

  /**
   * How old the figures may get on a page that is open: an answer that nothing changed is cheap.
   */
  private static final int RELOAD_SECONDS = 3;

  /** Of a key that came before with other details, and of one whose RSVP has ended. */
  private static final Set<HttpStatusCode> SPENT =
      Set.of(HttpStatus.UNPROCESSABLE_CONTENT, HttpStatus.CONFLICT);

  private final Meetups meetups;
  private final RsvpRequests requests;
  private final RsvpTokens tokens;
  private final NewRsvpReader reader;
  private final GuestLimit guestLimit;
  private final AddressRates rates;
  private final FormSeal seal;
  private final KeptPages pages;
  private final PublicUrl publicUrl;
  private final Words words;
  private final InstantSource clock;

  MeetupPageController(
      Meetups meetups,
      RsvpRequests requests,
      RsvpTokens tokens,
      NewRsvpReader reader,
      GuestLimit guestLimit,
      AddressRates rates,
      FormSeal seal,
      KeptPages pages,
      PublicUrl publicUrl,
      Words words,
      InstantSource clock) {
    this.meetups = meetups;
    this.requests = requests;
    this.tokens = tokens;
    this.reader = reader;
    this.guestLimit = guestLimit;
    this.rates = rates;
    this.seal = seal;
    this.pages = pages;
    this.publicUrl = publicUrl;
    this.words = words;
    this.clock = clock;
  }

  @GetMapping
  @Nullable ModelAndView meetup(
      @PathVariable String meetupId,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    String tag = meetups.tag(meetupId).orElseThrow(UnknownMeetup::new);
    String key = UUID.randomUUID().toString();
    Map<String, String> own = Map.of(RsvpForm.KEY, key, RsvpForm.MADE, seal.made(key));
    return pages.answer(
        request, response, tag, own, values -> shown(meetupId, values, words.in(locale)));
  }

  /**
   * @param own has the values that each form has for itself
   */
  private ModelAndView shown(String meetupId, UnaryOperator<String> own, Speech speech) {
    Meetup meetup = known(meetupId);
    MeetupPage page = page(meetup, speech);
    RsvpForm form =
        page.seats().now().takesRsvps()
            ? RsvpForm.fresh(meetup, page.seats().now(), seal, own, speech)
            : null;
    return view(page, form, HttpStatus.OK)
        .addObject("changes", changes(meetup, speech))
        .addObject("history", meetup.version() == 1 ? null : "/changes/" + meetupId);
  }

  private List<String> changes(Meetup meetup, Speech speech) {
    return meetup.version() == 1
        ? List.of()
        : meetups
            .asPublishedFirst(meetup.meetupId())
            .map(first -> ChangesSoFar.inWords(first, meetup.contents(), speech))
            .orElse(List.of());
  }

  @PostMapping("/rsvps")
  @Nullable ModelAndView request(
      @PathVariable String meetupId,
      @RequestParam Map<String, String> form,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    Speech speech = words.in(locale);
    var typed = new HashMap<>(form);
    typed.put(RsvpForm.KEY, canonical(typed.get(RsvpForm.KEY)));
    try {
      return request(known(meetupId), typed, speech, locale, request, response);
    } catch (DataAccessException | TransactionException failure) {
      if (!DatabaseFailures.isAway(failure)) {
        throw failure;
      }
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      String note = speech.say("form.away");
      return new ModelAndView("kept", HttpStatus.SERVICE_UNAVAILABLE)
          .addObject("form", RsvpForm.kept(meetupId, seal, typed, note, speech));
    }
  }

  private @Nullable ModelAndView request(
      Meetup meetup,
      Map<String, String> typed,
      Speech speech,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    String meetupId = meetup.meetupId();
    String key = typed.getOrDefault(RsvpForm.KEY, "");
    Set<String> wrong = new HashSet<>();
    NewRsvp rsvp = read(typed, locale, wrong);
    String conduct = meetup.contents().codeOfConductUrl();
    if (conduct != null && !RsvpForm.agreed(conduct).equals(typed.get(RsvpForm.AGREED))) {
      wrong.add(RsvpForm.AGREED);
    }
    if (rsvp == null || !wrong.isEmpty()) {
      return again(meetup, typed, wrong, null, HttpStatus.UNPROCESSABLE_CONTENT, speech);
    }
    if (isProbablyAProgram(key, typed)) {
      String note = speech.say("form.sure");
      return again(meetup, typed, Set.of(), note, HttpStatus.UNPROCESSABLE_CONTENT, speech);
    }
    try {
      guestLimit.check(meetupId, rsvp.guests());
      rates.count(request.getRemoteAddr(), rsvp.email());
      Agreement agreement = conduct == null ? null : new Agreement(conduct, meetup.version());
      RsvpKey made = request(meetupId, rsvp, agreement);
      SeeOther.at(
          "/rsvps/" + made.rsvpId() + "?token=" + tokens.issue(meetupId, made.rsvpId()), response);
      return null;
    } catch (InvalidFields tooManyGuests) {
      return again(meetup, typed, Set.of("guests"), null, HttpStatus.UNPROCESSABLE_CONTENT, speech);
    } catch (TooManyRequests tooMany) {
      response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.retryAfterSeconds()));
      String note = speech.say("form.many");
      return again(meetup, typed, Set.of(), note, HttpStatus.TOO_MANY_REQUESTS, speech);
    } catch (Unavailable away) {
      rates.giveBack(request.getRemoteAddr(), rsvp.email());
      response.setHeader(HttpHeaders.RETRY_AFTER, "5");
      String note = speech.say("form.away");
      return again(meetup, typed, Set.of(), note, HttpStatus.SERVICE_UNAVAILABLE, speech);
    } catch (DataAccessException | TransactionException away) {
      rates.giveBack(request.getRemoteAddr(), rsvp.email());
      throw away;
    }
  }

  /**
   * A form that was sent before, was opened again by Back and says something else now, is another
   * request. So is the form of an RSVP that has ended.
   */
  private RsvpKey request(String meetupId, NewRsvp rsvp, @Nullable Agreement agreement) {
    if (!meetups.isPublished(meetupId)) {
      throw new UnknownMeetup();
    }
    try {
      return requests.request(meetupId, rsvp, agreement, Traceparent.fresh());
    } catch (ResponseStatusException spent) {
      if (!SPENT.contains(spent.getStatusCode())) {
        throw spent;
      }
      NewRsvp another = rsvp.with(UUID.randomUUID().toString());
      return requests.request(meetupId, another, agreement, Traceparent.fresh());
    }
  }

  /** Null if a field is wrong, whose name is then among the wrong ones. */
  private @Nullable NewRsvp read(Map<String, String> typed, Locale locale, Set<String> wrong) {
    var body = new HashMap<String, String>();
    for (String name : Set.of("name", "email", "guests")) {
      body.put(name, typed.getOrDefault(name, ""));
    }
    body.put("locale", locale.toLanguageTag());
    var headers = new HttpHeaders();
    headers.set(NewRsvpReader.IDEMPOTENCY_KEY, typed.get(RsvpForm.KEY));
    try {
      return FormBodies.read(body, RsvpForm.NUMBERS, reader, headers);
    } catch (InvalidFields invalid) {
      wrong.addAll(invalid.errors().stream().map(FieldError::field).collect(Collectors.toSet()));
      return null;
    }
  }

  private boolean isProbablyAProgram(String key, Map<String, String> typed) {
    return !seal.isSure(key, typed.get(RsvpForm.SURE))
        && (!typed.getOrDefault(RsvpForm.TRAP, "").isEmpty()
            || seal.isTooFast(key, typed.get(RsvpForm.MADE)));
  }

  private ModelAndView again(
      Meetup meetup,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      HttpStatus status,
      Speech speech) {
    MeetupPage page = page(meetup, speech);
    RsvpForm form =
        RsvpForm.of(meetup, page.seats().now(), seal, typed, wrong, note, note != null, speech);
    return view(page, form, status);
  }

  private MeetupPage page(Meetup meetup, Speech speech) {
    String url = publicUrl.url() + "/meetups/" + meetup.meetupId();
    return MeetupPage.of(meetup, url, clock.instant(), speech);
  }

  private static ModelAndView view(MeetupPage page, @Nullable RsvpForm form, HttpStatus status) {
    var view = new ModelAndView("meetup", status);
    view.addObject("page", page);
    view.addObject("form", form);
    view.addObject("share", page.share());
    view.addObject("ownTime", true);
    if (page.seats().now().takesRsvps()) {
      view.addObject("reload", RELOAD_SECONDS);
    }
    return view;
  }

  private Meetup known(String meetupId) {
    return meetups.find(meetupId).orElseThrow(UnknownMeetup::new);
  }

  /** A key that is none was made up by somebody; the RSVP counts all the same. */
  private static String canonical(@Nullable String key) {
    try {
      return UUID.fromString(String.valueOf(key)).toString();
    } catch (IllegalArgumentException e) {
      return UUID.randomUUID().toString();
    }
  }
}
