package org.doorsopen.rsvp.page;

import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that erases, and of those that say what was asked for about one's data.
 *
 * @param tone a CSS class
 * @param button null where there is nothing to press
 */
record ErasurePage(String headline, String explanation, String tone, @Nullable String button) {

  static ErasurePage asking(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.ask"),
        speech.say("erasure.ask.text"),
        "card",
        speech.say("erasure.button"));
  }

  static ErasurePage done(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.done"), speech.say("erasure.done.text"), "good", null);
  }

  static ErasurePage mailed(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.mailed"), speech.say("erasure.mailed.text"), "waiting", null);
  }

  static ErasurePage exported(Speech speech) {
    return new ErasurePage(
        speech.say("export.mailed"), speech.say("export.mailed.text"), "waiting", null);
  }

  static ErasurePage cancelled(Speech speech) {
    return new ErasurePage(
        speech.say("erasure.cancelled"), speech.say("erasure.cancelled.text"), "card", null);
  }
}
