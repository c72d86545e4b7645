package org.doorsopen.schedule.desk.edit;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.doorsopen.pages.SeeOther;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schedule.drafts.Creation;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.drafts.Drafts;
import org.doorsopen.schedule.drafts.Editing;
import org.doorsopen.schedule.drafts.IfMatch;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.web.database.DatabaseFailures;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.InvalidFields;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Lets organizers write a meetup by a form that needs no script. */
@Controller
@RequestMapping("/desk/meetups")
@Hidden
class EditController {

  private final Editing editing;
  private final Drafts drafts;
  private final TypedReader reader;
  private final Words words;

  EditController(Editing editing, Drafts drafts, TypedReader reader, Words words) {
    this.editing = editing;
    this.drafts = drafts;
    this.reader = reader;
    this.words = words;
  }

  @GetMapping("/new")
  ModelAndView empty(Principal organizer, Locale locale) {
    Typed typed = new Typed().put("timeZone", usualZone()).put("maxGuests", "0");
    typed.list("hosts").add(new Typed());
    EditForm form = EditForm.ofANew(Organizers.recordedName(organizer), null);
    return form.page(typed, false, words.in(locale)).view(HttpStatus.OK);
  }

  /** That of the meetup that was made last; before the first, that of the machine. */
  private String usualZone() {
    return drafts.list(1, Long.MAX_VALUE).stream()
        .map(draft -> draft.meetup().times().timeZone())
        .findFirst()
        .orElseGet(ZoneId::systemDefault)
        .getId();
  }

  @PostMapping("/new")
  @Nullable ModelAndView create(
      @RequestParam Map<String, String> fields,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    String name = Organizers.recordedName(organizer);
    EditForm form = EditForm.ofANew(name, fields.get(EditForm.KEY));
    return answer(
        form,
        fields,
        words.in(locale),
        response,
        meetup -> editing.create(meetup, Creation.of(name, form.madeOf(), meetup)));
  }

  @GetMapping("/{meetupId}/edit")
  ModelAndView saved(@PathVariable UUID meetupId, Principal organizer, Locale locale) {
    Draft draft = drafts.get(meetupId);
    EditForm form = EditForm.of(draft, Organizers.recordedName(organizer));
    return form.page(TypedMeetups.of(draft.meetup()), false, words.in(locale)).view(HttpStatus.OK);
  }

  @PostMapping("/{meetupId}/edit")
  @Nullable ModelAndView edit(
      @PathVariable UUID meetupId,
      @RequestParam Map<String, String> fields,
      Principal organizer,
      Locale locale,
      HttpServletResponse response) {
    String name = Organizers.recordedName(organizer);
    Speech speech = words.in(locale);
    try {
      Draft draft = drafts.get(meetupId);
      EditForm form = EditForm.of(draft, name, fields);
      if (Choices.areMissing(fields, draft, speech)) {
        return conflict(form, Typed.of(fields), speech);
      }
      return answer(
          form,
          Choices.applied(fields, draft, speech),
          speech,
          response,
          meetup -> editing.edit(meetupId, IfMatch.of(form.madeOf()), meetup));
    } catch (DataAccessException | TransactionException failure) {
      if (!DatabaseFailures.isAway(failure)) {
        throw failure;
      }
      EditForm unread = EditForm.unread(meetupId, name, fields);
      Typed typed = Typed.of(fields);
      ModelAndView shown = pressed(unread, fields, typed, speech);
      return shown == null ? away(failure, unread, typed, speech, response) : shown;
    }
  }

  /** What the button makes of the form, or null if none was pressed but the one that saves. */
  private static @Nullable ModelAndView pressed(
      EditForm form, Map<String, String> fields, Typed typed, Speech speech) {
    Button button = Button.pressed(fields);
    if (button == null || button.isOfChoices()) {
      return null;
    }
    String next = button.press(typed);
    return form.page(typed, true, speech).goingOnAt(next).view(HttpStatus.OK);
  }

  /** The form as it was sent, and how to go on; other failures are thrown again. */
  private static ModelAndView away(
      RuntimeException failure,
      EditForm form,
      Typed typed,
      Speech speech,
      HttpServletResponse response) {
    if (!DatabaseFailures.isAway(failure)) {
      throw failure;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, "5");
    return form.page(typed, true, speech)
        .note(speech.say("edit.away"))
        .view(HttpStatus.SERVICE_UNAVAILABLE);
  }

  /** Presses the button, or saves what was typed; null if the browser is led on. */
  private @Nullable ModelAndView answer(
      EditForm form,
      Map<String, String> fields,
      Speech speech,
      HttpServletResponse response,
      Function<Meetup, Draft> save) {
    Typed typed = Typed.of(fields);
    ModelAndView shown = pressed(form, fields, typed, speech);
    if (shown != null) {
      return shown;
    }
    // These say nothing as long as nothing else is typed.
    typed.dropBlankEntries(name -> name.equals("kind") || EditForm.OF_THE_FORM.contains(name));
    try {
      Meetup meetup = reader.read(typed);
      Draft draft = save.apply(meetup);
      SeeOther.at("/desk/meetups/" + draft.meetupId() + "?saved=" + form.keptOf(), response);
      return null;
    } catch (InvalidFields invalid) {
      return form.page(typed, true, speech)
          .wrong(WrongWords.of(invalid, typed, speech))
          .view(HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (ResponseStatusException refused) {
      return refused(refused, form, typed, speech);
    } catch (DataAccessException | TransactionException failure) {
      return away(failure, form, typed, speech, response);
    }
  }

  private ModelAndView refused(
      ResponseStatusException refused, EditForm form, Typed typed, Speech speech) {
    return switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
      case PRECONDITION_FAILED -> conflict(form, TypedMeetups.of(reader.read(typed)), speech);
      case UNPROCESSABLE_CONTENT ->
          EditForm.ofANew(form.organizer(), null)
              .page(typed, true, speech)
              .note(speech.say("edit.used"))
              .view(HttpStatus.UNPROCESSABLE_CONTENT);
      case CONFLICT ->
          form.page(typed, true, speech)
              .note(speech.say("edit.cancelled"))
              .view(HttpStatus.CONFLICT);
      default -> throw refused;
    };
  }

  private ModelAndView conflict(EditForm form, Typed mine, Speech speech) {
    Draft saved = drafts.get(Objects.requireNonNull(form.meetupId()));
    return new ModelAndView(
        "desk-conflict",
        Map.of("page", ConflictPage.of(form, mine, saved, speech)),
        HttpStatus.CONFLICT);
  }
}
