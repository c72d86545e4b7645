package org.doorsopen.rsvp.page;

import java.util.List;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that has the link to an RSVP mailed again.
 *
 * @param tone a CSS class
 * @param note what went wrong before, or null
 * @param fields empty where there is nothing more to type
 */
record LinkPage(
    String headline,
    String explanation,
    String tone,
    @Nullable String note,
    List<FormField> fields) {

  static final String EMAIL = "email";

  static LinkPage asking(Speech speech) {
    return asking("", null, null, speech);
  }

  /**
   * @param typed the address, as it was typed before
   * @param error how to mend it, or null
   */
  static LinkPage asking(
      String typed, @Nullable String error, @Nullable String note, Speech speech) {
    return new LinkPage(
        speech.say("link.title"),
        speech.say("link.text"),
        "card",
        note,
        List.of(field(typed, error, speech)));
  }

  /** Says the same of every address. */
  static LinkPage mailed(Speech speech) {
    return new LinkPage(
        speech.say("link.mailed"), speech.say("link.mailed.text"), "waiting", null, List.of());
  }

  private static FormField field(String typed, @Nullable String error, Speech speech) {
    return new FormField(
        EMAIL, speech.say("form.email"), "email", typed, null, "email", true, error);
  }

  /** The field alone, for pages that lead here. */
  static FormField field(Speech speech) {
    return field("", null, speech);
  }
}
