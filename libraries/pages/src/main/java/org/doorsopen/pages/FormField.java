package org.doorsopen.pages;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form as the fragment {@code field} shows it, with its error.
 *
 * @param name the name that the API has for it, such as {@code agenda[2].startsAt}
 * @param type of the input: text, email, number, password
 * @param value what was typed, or a default; empty for none
 * @param hint null for none
 * @param autocomplete as HTML names it, or {@code off}
 * @param error how to mend it, or null
 */
public record FormField(
    String name,
    String label,
    String type,
    String value,
    @Nullable String hint,
    String autocomplete,
    boolean required,
    @Nullable String error) {

  /** The same field, which must be filled in. */
  public FormField asRequired() {
    return new FormField(name, label, type, value, hint, autocomplete, true, error);
  }

  /** The same field with a hint. */
  public FormField hinting(String words) {
    return new FormField(name, label, type, value, words, autocomplete, required, error);
  }

  /**
   * The same field, which browsers fill in.
   *
   * @param kind as HTML names it
   */
  public FormField completedAs(String kind) {
    return new FormField(name, label, type, value, hint, kind, required, error);
  }

  /** Of the input; the error summary leads there. */
  public String id() {
    return name.replaceAll("[^A-Za-z0-9]+", "-");
  }

  public String hintId() {
    return id() + "-hint";
  }

  public String errorId() {
    return id() + "-error";
  }

  /** The ids of what describes the input, or null. */
  public @Nullable String describedBy() {
    if (hint == null) {
      return error == null ? null : errorId();
    }
    return error == null ? hintId() : hintId() + " " + errorId();
  }
}
