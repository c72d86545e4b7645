package org.doorsopen.schedule.publishing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.meetups.domain.MeetupRules;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.parties.Parties;
import org.doorsopen.schedule.parties.domain.Crowd;
import org.doorsopen.schedule.publications.Publishing;
import org.doorsopen.web.database.DatabaseFailures;
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

/** Shows what a publication would do, and publishes what was shown. */
@Controller
@Hidden
@RequestMapping("/desk/meetups/{meetupId}/publish")
class PublishController {

  private final Publishing publishing;
  private final Drafts drafts;
  private final Parties parties;
  private final NoteReader notes;
  private final Words words;
  private final InstantSource clock;

  PublishController(
      Publishing publishing,
      Drafts drafts,
      Parties parties,
      NoteReader notes,
      Words words,
      InstantSource clock) {
    this.publishing = publishing;
    this.drafts = drafts;
    this.parties = parties;
    this.notes = notes;
    this.words = words;
    this.clock = clock;
  }

  /** What was typed into the form; everything may be missing. */
  record Typed(
      @Nullable String note,
      @Nullable String audience,
      @Nullable String edit,
      @Nullable String confirmPast) {

    static final Typed NOTHING = new Typed(null, null, null, null);

    Notify notifyChoice() {
      return Notify.ALWAYS.name().equals(audience) ? Notify.ALWAYS : Notify.AUTO;
    }
  }

  @GetMapping
  ModelAndView show(
      @PathVariable UUID meetupId, @RequestParam @Nullable String done, Locale locale) {
    Speech speech = words.in(locale);
    String news = "".equals(done) ? speech.say("publish.done") : null;
    return view(drafts.get(meetupId), Typed.NOTHING, news, null, HttpStatus.OK, speech);
  }

  @PostMapping
  @Nullable ModelAndView publish(
      @PathVariable UUID meetupId,
      @RequestParam(required = false) @Nullable String note,
      @RequestParam(name = "notify", required = false) @Nullable String audience,
      @RequestParam(required = false) @Nullable String edit,
      @RequestParam(required = false) @Nullable String confirmPast,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    Speech speech = words.in(locale);
    Typed typed = new Typed(note, audience, edit, confirmPast);
    try {
      String fault = notes.fault(note, speech);
      if (fault != null) {
        return again(meetupId, typed, fault, HttpStatus.UNPROCESSABLE_CONTENT, speech);
      }
      publishing.publish(
          meetupId,
          IfMatch.optional(edit),
          confirmPast != null,
          notes.announcement(note, typed.notifyChoice(), organizer));
    } catch (ResponseStatusException refused) {
      return refused(meetupId, typed, refused, speech);
    } catch (DataAccessException | TransactionException failure) {
      return away(meetupId, typed, failure, speech, response);
    }
    SeeOther.at("/desk/meetups/" + meetupId + "/publish?done", response);
    return null;
  }

  private ModelAndView refused(
      UUID meetupId, Typed typed, ResponseStatusException refused, Speech speech) {
    HttpStatusCode status = refused.getStatusCode();
    if (status.equals(HttpStatus.PRECONDITION_FAILED)) {
      return again(meetupId, typed, speech.say("publish.edited"), HttpStatus.CONFLICT, speech);
    }
    if (!status.equals(HttpStatus.CONFLICT)) {
      throw refused;
    }
    boolean asked = refused.getBody().getProperties() != null;
    String fault = speech.say(asked ? "publish.past.asked" : "publish.refused");
    ModelAndView page = again(meetupId, typed, fault, HttpStatus.CONFLICT, speech);
    return asked ? page.addObject("past", true) : page;
  }

  /** The form with what was typed, without what only the database knows. */
  private static ModelAndView away(
      UUID meetupId,
      Typed typed,
      RuntimeException failure,
      Speech speech,
      HttpServletResponse response) {
    if (!DatabaseFailures.isAway(failure)) {
      throw failure;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    return page(
            PublishPage.unread(meetupId, typed.notifyChoice(), speech),
            typed,
            speech.say("publish.away"),
            typed.edit(),
            HttpStatus.SERVICE_UNAVAILABLE)
        .addObject("past", typed.confirmPast() != null);
  }

  private static ModelAndView page(
      PublishPage page,
      Typed typed,
      @Nullable String fault,
      @Nullable String edit,
      HttpStatus status) {
    return new ModelAndView("desk-publish", status)
        .addObject("page", page)
        .addObject("fault", fault)
        .addObject("note", typed.note())
        .addObject("edit", edit)
        .addObject("past", false)
        .addObject("confirmed", typed.confirmPast() != null);
  }

  private ModelAndView again(
      UUID meetupId, Typed typed, String fault, HttpStatus status, Speech speech) {
    return view(drafts.get(meetupId), typed, null, fault, status, speech);
  }

  private ModelAndView view(
      Draft draft,
      Typed typed,
      @Nullable String news,
      @Nullable String fault,
      HttpStatus status,
      Speech speech) {
    Instant now = clock.instant();
    Crowd crowd = parties.of(draft.meetupId());
    PublishedVersion latest = draft.latest();
    Consequences consequences =
        latest == null
            ? null
            : Consequences.of(latest, Consequences.next(draft, latest), crowd, now);
    String obstacle = obstacle(draft, now);
    PublishPage page =
        PublishPage.of(
            draft,
            consequences,
            crowd,
            obstacle == null ? null : speech.say("publish.obstacle." + obstacle),
            news,
            typed.notifyChoice(),
            speech);
    return page(page, typed, fault, draft.tag().toString(), status);
  }

  /** A word for the reason why it would be refused, or null. */
  private static @Nullable String obstacle(Draft draft, Instant now) {
    if (draft.status() == MeetupStatus.CANCELLED) {
      return "cancelled";
    }
    if (draft.latest() != null) {
      return draft.hasUnpublishedChanges() ? null : "same";
    }
    if (!draft.meetup().times().endsAt().isAfter(now)) {
      return "over";
    }
    return MeetupRules.faultOfInviting(draft.meetup(), now).isPresent() ? "closed" : null;
  }
}
