package org.doorsopen.schedule.desk.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.EditPage.Hidden;
import org.doorsopen.schedule.desk.edit.EditPage.Section;
import org.doorsopen.schedule.drafts.Draft;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/**
 * The form of one meetup, whatever is typed into it.
 *
 * @param organizer who has it open, as recorded
 * @param meetupId null for a new one
 * @param title as saved, null for a new one
 * @param madeOf the edit that the form shows, or the key that makes one meetup of a new form,
 *     however often it is sent
 * @param keptOf what the form was made of in which the browser keeps the typed words
 */
record EditForm(
    String organizer,
    @Nullable UUID meetupId,
    @Nullable String title,
    String madeOf,
    String keptOf) {

  static final String KEY = "key";
  static final String EDIT = "edit";
  static final String SINCE = "since";

  /** Fields of entries that say nothing as long as nothing else is typed. */
  static final Set<String> FILLED_BY_ITSELF = Set.of("kind", "shift", EditPages.OPEN);

  /**
   * @param key as it was sent; another one is made where it is none of ours
   */
  static EditForm ofANew(String organizer, @Nullable String key) {
    boolean isOurs = key != null && key.matches("[0-9a-f-]{36}");
    String madeOf = isOurs ? key : UUID.randomUUID().toString();
    return new EditForm(organizer, null, null, madeOf, madeOf);
  }

  /**
   * @param edit as it was sent, or null for the present one
   */
  static EditForm of(Draft draft, String organizer, @Nullable String edit) {
    boolean isOurs = edit != null && edit.matches("[0-9]{1,9}");
    String madeOf = isOurs ? edit : Integer.toString(draft.edit());
    return new EditForm(organizer, draft.meetupId(), draft.meetup().title(), madeOf, madeOf);
  }

  /** The same where the form follows from another one, whose words the browser still keeps. */
  EditForm keeping(Map<String, String> fields) {
    String since = fields.getOrDefault(SINCE, madeOf);
    return new EditForm(
        organizer, meetupId, title, madeOf, since.matches("[0-9]{1,9}") ? since : madeOf);
  }

  String action() {
    return meetupId == null ? "/desk/meetups/new" : "/desk/meetups/" + meetupId + "/edit";
  }

  String back() {
    return meetupId == null ? "/desk" : "/desk/meetups/" + meetupId;
  }

  /** The name under which the browser keeps what was typed. */
  String kept() {
    return organizer + "/" + (meetupId == null ? "new" : meetupId);
  }

  Hidden hidden() {
    return new Hidden(meetupId == null ? KEY : EDIT, madeOf);
  }

  String heading(Speech speech) {
    return title == null ? speech.say("edit.new") : speech.say("edit.title.of", title);
  }

  /**
   * @param isTyped whether this is not what is saved
   */
  Filled page(Typed typed, boolean isTyped, Speech speech) {
    return new Filled(this, typed, isTyped, Map.of(), null, null, speech);
  }

  /** The form with everything that a page says of it. */
  record Filled(
      EditForm form,
      Typed typed,
      boolean isTyped,
      Map<String, String> wrong,
      @Nullable String next,
      @Nullable String note,
      Speech speech) {

    Filled wrong(Map<String, String> errors) {
      return new Filled(form, typed, isTyped, errors, next, note, speech);
    }

    Filled goingOnAt(@Nullable String field) {
      return new Filled(form, typed, isTyped, wrong, field, note, speech);
    }

    Filled note(String text) {
      return new Filled(form, typed, isTyped, wrong, next, text, speech);
    }

    ModelAndView view(HttpStatus status) {
      EditPages pages = new EditPages(typed, wrong, next, speech);
      List<Section> before = pages.before();
      EditPage.Agenda agenda = pages.agenda();
      List<Section> after = pages.after();
      EditPage page =
          new EditPage(
              form.heading(speech),
              form.action(),
              form.back(),
              List.of(form.hidden()),
              form.kept(),
              form.keptOf(),
              isTyped,
              note,
              pages.wrong(),
              before,
              agenda,
              after);
      return new ModelAndView("desk-edit", Map.of("page", page), status);
    }
  }
}
