package org.doorsopen.schedule.desk.edit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the form on which a meetup is written.
 *
 * @param action where it is sent
 * @param back where somebody goes who leaves it
 * @param hidden fields that are sent along
 * @param kept the name under which the browser keeps what was typed until it is saved
 * @param keptOf tells forms of the same name apart
 * @param isTyped whether it shows what somebody has typed, and not what is saved
 * @param note above the form, or null
 * @param wrong everything that is to be mended, with links to it
 * @param before the sections above the agenda
 * @param after the sections below it
 */
record EditPage(
    String title,
    String action,
    String back,
    List<Hidden> hidden,
    String kept,
    String keptOf,
    boolean isTyped,
    @Nullable String note,
    List<Wrong> wrong,
    List<Section> before,
    Agenda agenda,
    List<Section> after) {

  record Hidden(String name, String value) {}

  /**
   * @param label says of what it is, also where the form itself shows that by its place
   */
  record Wrong(String id, String label, String error) {}

  /**
   * @param entries of a list, or null where the section has none
   */
  record Section(
      String id,
      String heading,
      @Nullable String hint,
      List<EditField> fields,
      @Nullable Entries entries) {}

  /**
   * @param add the name of the button that adds one
   */
  record Entries(List<Entry> entries, String add, String addText) {}

  /**
   * @param remove the name of the button that takes it out
   * @param removeText says of what it is
   */
  record Entry(String legend, List<EditField> fields, String remove, String removeText) {}

  /**
   * @param id where the error summary leads if there are too many
   */
  record Agenda(String id, List<Row> rows, String add) {}

  /**
   * An item of the agenda: with all its fields, or folded.
   *
   * @param note a gap or an overlap before it, or null
   */
  record Row(@Nullable String note, @Nullable Item item, @Nullable Folded folded) {}

  /**
   * An item of a long agenda as a line and a button that opens it; its fields are sent along.
   *
   * @param open the name of the button
   * @param openText says of what it is
   */
  record Folded(String line, List<Hidden> fields, String open, String openText) {}

  /**
   * @param number in the agenda, for the names of its buttons
   * @param hidden fields that are sent along, such as its id
   * @param isOpen whether its further fields are shown at once
   */
  record Item(
      int number,
      String legend,
      List<Hidden> hidden,
      List<EditField> times,
      List<EditField> fields,
      Entries speakers,
      boolean isOpen,
      List<EditField> more,
      EditField shift) {}
}
