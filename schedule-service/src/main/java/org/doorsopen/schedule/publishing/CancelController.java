package org.doorsopen.schedule.publishing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.TypedForm;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.meetups.domain.versions.MeetupStatus;
import org.doorsopen.schedule.meetups.domain.versions.Notify;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.parties.Parties;
import org.doorsopen.schedule.parties.domain.Crowd;
import org.doorsopen.schedule.publications.Publishing;
import org.doorsopen.schedule.publishing.Consequences.Mails;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Cancels a meetup for somebody who types its title: it is final, and everybody is told at once.
 */
@Controller
@Hidden
@RequestMapping("/desk/meetups/{meetupId}/cancel")
class CancelController {

  private static final String TITLE = "title";
  private static final String NOTE = "note";

  private final Publishing publishing;
  private final Drafts drafts;
  private final Parties parties;
  private final NoteReader notes;
  private final Words words;
  private final InstantSource clock;

  CancelController(
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

  @GetMapping
  ModelAndView show(@PathVariable UUID meetupId, Locale locale) {
    return view(meetupId, "", null, null, HttpStatus.OK, words.in(locale));
  }

  @PostMapping
  @Nullable ModelAndView cancel(
      @PathVariable UUID meetupId,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String note,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    Speech speech = words.in(locale);
    String typed = Objects.requireNonNullElse(title, "");
    String fault = fault(drafts.get(meetupId), typed, note, speech);
    if (fault != null) {
      return view(meetupId, typed, note, fault, HttpStatus.UNPROCESSABLE_CONTENT, speech);
    }
    try {
      publishing.cancel(
          meetupId, IfMatch.optional(null), notes.announcement(note, Notify.AUTO, organizer));
    } catch (ResponseStatusException refused) {
      if (refused.getStatusCode() != HttpStatus.CONFLICT) {
        throw refused;
      }
      // What stands in the way now stands on the page: it is over, or somebody was faster.
      return view(meetupId, typed, note, null, HttpStatus.CONFLICT, speech);
    }
    SeeOther.at(path(meetupId), response);
    return null;
  }

  /** The field that is wrong, or null. */
  private @Nullable String fault(Draft draft, String title, @Nullable String note, Speech speech) {
    if (!Reading.same(title, title(draft))) {
      return TITLE;
    }
    return notes.fault(note, speech) == null ? null : NOTE;
  }

  private ModelAndView view(
      UUID meetupId,
      String typed,
      @Nullable String note,
      @Nullable String fault,
      HttpStatus status,
      Speech speech) {
    Draft draft = drafts.get(meetupId);
    String obstacle = obstacle(draft);
    Crowd crowd = parties.of(meetupId);
    FormField title =
        new TypedForm(Map.of(TITLE, typed), TITLE.equals(fault) ? Set.of(TITLE) : Set.of(), speech)
            .field(TITLE, "text", "cancel.typed")
            .hinting(speech.say("cancel.typed.hint", title(draft)))
            .asRequired();
    return new ModelAndView("desk-cancel", status)
        .addObject("meetup", title(draft))
        .addObject("desk", "/desk/meetups/" + meetupId)
        .addObject("path", path(meetupId))
        .addObject("obstacle", obstacle == null ? null : speech.say("cancel.obstacle." + obstacle))
        .addObject(
            "mails",
            PublishPage.mails(new Mails(crowd.confirmed(), crowd.waiting().size()), speech))
        .addObject("typed", title)
        .addObject("fields", List.of(title))
        .addObject(NOTE, note)
        .addObject("fault", NOTE.equals(fault) ? notes.fault(note, speech) : null)
        .addObject(
            "outcome",
            draft.status() == MeetupStatus.CANCELLED
                ? "/desk/mails/" + meetupId + "/changes"
                : null);
  }

  /** A word for the reason why it would be refused, or null. */
  private @Nullable String obstacle(Draft draft) {
    PublishedVersion latest = draft.latest();
    if (latest == null) {
      return "draft";
    }
    if (latest.status() == MeetupStatus.CANCELLED) {
      return "cancelled";
    }
    return latest.meetup().times().endsAt().isAfter(clock.instant()) ? null : "over";
  }

  /** The title that people know: of the latest version, if there is one. */
  private static String title(Draft draft) {
    PublishedVersion latest = draft.latest();
    return latest == null ? draft.meetup().title() : latest.meetup().title();
  }

  private static String path(UUID meetupId) {
    return "/desk/meetups/" + meetupId + "/cancel";
  }
}
