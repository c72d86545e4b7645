package org.doorsopen.pages;

import java.util.Map;
import java.util.Set;
import org.doorsopen.pages.words.Speech;

/**
 * A form that is shown with what was typed into it before: makes its fields, each with its error.
 *
 * @param typed by the names of the fields
 * @param wrong the names of the fields that are to be mended
 */
public record TypedForm(Map<String, String> typed, Set<String> wrong, Speech speech) {

  /** {@link #field(String, String, String, String, Object...)}, empty if nothing was typed. */
  public FormField field(String name, String type, String label) {
    return field(name, type, label, "");
  }

  /**
   * An optional field without a hint.
   *
   * @param label the key of its label; the key of the words on how to mend it is that with {@code
   *     .wrong}
   * @param otherwise the value if nothing was typed
   * @param limits that the words on how to mend it name
   */
  public FormField field(
      String name, String type, String label, String otherwise, Object... limits) {
    return new FormField(
        name,
        speech.say(label),
        type,
        typed.getOrDefault(name, otherwise),
        null,
        "off",
        false,
        wrong.contains(name) ? speech.say(label + ".wrong", limits) : null);
  }
}
