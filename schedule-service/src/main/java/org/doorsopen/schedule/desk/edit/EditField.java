package org.doorsopen.schedule.desk.edit;

import java.util.List;
import org.doorsopen.pages.FormField;
import org.jspecify.annotations.Nullable;

/**
 * A field of the form, with its error.
 *
 * @param name as the API has it, such as {@code agenda[2].title}
 * @param type of the input; {@code area} and {@code select} are elements of their own
 * @param value what was typed
 * @param hint null for none
 * @param error how to mend it, or null
 * @param isNext whether somebody goes on here
 * @param options of a select, and suggestions for other fields
 */
record EditField(
    String name,
    String label,
    String type,
    String value,
    @Nullable String hint,
    @Nullable String error,
    boolean isNext,
    List<Option> options) {

  static final String AREA = "area";
  static final String SELECT = "select";

  record Option(String value, String text, boolean chosen) {}

  /** Of the element; the error summary leads there. */
  public String id() {
    return asInput().id();
  }

  /**
   * Whether it is one of many, and nothing is said of it but its label, which stands around it
   * then: in a long agenda, the ids that join the two weigh more than what is typed.
   */
  public boolean isPlain() {
    return name.indexOf('[') > 0
        && hint == null
        && error == null
        && (options.isEmpty() || type.equals(SELECT));
  }

  public boolean isInput() {
    return !type.equals(AREA) && !type.equals(SELECT);
  }

  public String hintId() {
    return asInput().hintId();
  }

  public String errorId() {
    return asInput().errorId();
  }

  public @Nullable String describedBy() {
    return asInput().describedBy();
  }

  public @Nullable String listId() {
    return options.isEmpty() ? null : id() + "-list";
  }

  private FormField asInput() {
    return new FormField(name, label, type, value, hint, "off", false, error);
  }
}
