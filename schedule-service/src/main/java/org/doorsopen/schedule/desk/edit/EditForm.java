package org.doorsopen.schedule.desk.edit;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.Differences.Base;
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
 * @param base the fields as they were when the form was made
 */
record EditForm(
    String organizer,
    @Nullable UUID meetupId,
    @Nullable String title,
    String madeOf,
    String keptOf,
    Base base) {

  static final String KEY = "key";
  static final String EDIT = "edit";
  static final String SINCE = "since";
  static final String BASE = "base";

  /** Fields of entries that are about the form, and not about the meetup. */
  static final Set<String> OF_THE_FORM = Set.of("shift", EditPages.OPEN);

  /**
   * @param key as it was sent; another one is made where it is none of ours
   */
  static EditForm ofANew(String organizer, @Nullable String key) {
    boolean isOurs = key != null && key.matches("[0-9a-f-]{36}");
    String madeOf = isOurs ? key : UUID.randomUUID().toString();
    return new EditForm(organizer, null, null, madeOf, madeOf, Base.read(null));
  }

  /** Of what is saved. */
  static EditForm of(Draft draft, String organizer) {
    String madeOf = Integer.toString(draft.edit());
    return new EditForm(
        organizer,
        draft.meetupId(),
        draft.meetup().title(),
        madeOf,
        madeOf,
        Base.of(TypedMeetups.of(draft.meetup())));
  }

  /** As it was sent. */
  static EditForm of(Draft draft, String organizer, Map<String, String> fields) {
    String edit = fields.getOrDefault(EDIT, "");
    String madeOf = isEdit(edit) ? edit : Integer.toString(draft.edit());
    return new EditForm(
            organizer,
            draft.meetupId(),
            draft.meetup().title(),
            madeOf,
            madeOf,
            Base.read(fields.get(BASE)))
        .keeping(fields);
  }

  /**
   * As it was sent, where what is saved cannot be read. Choices between two versions are to be made
   * again: without what they were made between, they would save one version over the other.
   */
  static EditForm unread(UUID meetupId, String organizer, Map<String, String> fields) {
    String edit = fields.getOrDefault(Choices.areIn(fields) ? SINCE : EDIT, "");
    String madeOf = isEdit(edit) ? edit : "0";
    String title = fields.getOrDefault("title", "");
    return new EditForm(organizer, meetupId, title, madeOf, madeOf, Base.read(fields.get(BASE)))
        .keeping(fields);
  }

  private static boolean isEdit(String text) {
    return text.matches("[0-9]{1,9}");
  }

  /** The same where the form follows from another one, whose words the browser still keeps. */
  private EditForm keeping(Map<String, String> fields) {
    String since = fields.getOrDefault(SINCE, madeOf);
    return new EditForm(organizer, meetupId, title, madeOf, isEdit(since) ? since : madeOf, base);
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

  List<Hidden> hidden() {
    return meetupId == null
        ? List.of(new Hidden(KEY, madeOf))
        : List.of(new Hidden(EDIT, madeOf), new Hidden(BASE, base.written()));
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
              form.hidden(),
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
