package org.doorsopen.notification.unsubscribe;

import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/**
 * One page in three states.
 *
 * @param tone good, bad, or card where nothing has happened yet: a CSS class
 * @param button null where there is nothing to do
 */
record UnsubscribePage(String tone, String heading, String text, @Nullable String button) {

  static UnsubscribePage question(Speech speech) {
    return page("card", "unsubscribe.title", speech.say("unsubscribe.button"), speech);
  }

  static UnsubscribePage done(Speech speech) {
    return page("good", "unsubscribe.done", null, speech);
  }

  static UnsubscribePage wrong(Speech speech) {
    return page("bad", "unsubscribe.wrong", null, speech);
  }

  private static UnsubscribePage page(
      String tone, String key, @Nullable String button, Speech speech) {
    return new UnsubscribePage(tone, speech.say(key), speech.say(key + ".text"), button);
  }
}
