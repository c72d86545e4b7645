package org.doorsopen.schedule.desk.edit;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A button of the form other than the one that saves: it changes what is typed, and shows the form
 * again.
 *
 * @param index of the entry that it belongs to
 * @param second of an entry within that one
 */
record Button(String action, int index, int second) {

  static final String PREFIX = "do.";

  private static final Pattern NAME =
      Pattern.compile("do\\.([A-Za-z]+)(?:\\[([0-9]{1,3})])?(?:\\[([0-9]{1,3})])?");
  private static final long DAY = 1_440;

  /** Null if the form is to be saved. */
  static @Nullable Button pressed(Map<String, String> form) {
    for (String name : form.keySet()) {
      Matcher button = NAME.matcher(name);
      if (button.matches()) {
        return new Button(button.group(1), number(button.group(2)), number(button.group(3)));
      }
    }
    return null;
  }

  /** Whether it saves after all, with what was chosen among two versions. */
  boolean isOfChoices() {
    return action.equals("choose");
  }

  /**
   * Does what the button says. A button that is none here, or whose entry is gone, does nothing.
   *
   * @return the name of the field to go on with, or null
   */
  @Nullable String press(Typed typed) {
    return switch (action) {
      case "addItem" -> {
        new Timetable(typed).add();
        yield "agenda[%d].title".formatted(typed.list("agenda").size() - 1);
      }
      case "remove" -> removed(typed.list("agenda"), index, "agenda");
      case "earlier" -> {
        new Timetable(typed).earlier(index);
        yield "agenda[%d].startsAt".formatted(Math.max(0, index - 1));
      }
      case "later" -> {
        new Timetable(typed).earlier(index + 1);
        yield "agenda[%d].startsAt".formatted(Math.min(index + 1, typed.list("agenda").size() - 1));
      }
      case "open" -> "agenda[%d].title".formatted(index);
      case "shift" -> {
        new Timetable(typed).shift(index, minutes(typed));
        yield "agenda[%d].startsAt".formatted(index);
      }
      case "addSpeaker" -> inItem(typed, "agenda[%d].speakers[%d].name");
      case "removeSpeaker" -> {
        if (index < typed.list("agenda").size()) {
          removed(typed.list("agenda").get(index).list("speakers"), second, "");
        }
        yield "agenda[%d].title".formatted(index);
      }
      case "addHost" -> added(typed.list("hosts"), "hosts[%d].name");
      case "removeHost" -> removed(typed.list("hosts"), index, "hosts");
      case "addSponsor" -> added(typed.list("sponsors"), "sponsors[%d].name");
      case "removeSponsor" -> removed(typed.list("sponsors"), index, "sponsors");
      default -> null;
    };
  }

  private @Nullable String inItem(Typed typed, String name) {
    if (index >= typed.list("agenda").size()) {
      return null;
    }
    List<Typed> speakers = typed.list("agenda").get(index).list("speakers");
    speakers.add(new Typed());
    return name.formatted(index, speakers.size() - 1);
  }

  private static String added(List<Typed> entries, String name) {
    entries.add(new Typed());
    return name.formatted(entries.size() - 1);
  }

  private static String removed(List<Typed> entries, int index, String list) {
    if (index < entries.size()) {
      entries.remove(index);
    }
    return list;
  }

  /** What is no number of minutes within a day moves nothing. */
  private long minutes(Typed typed) {
    List<Typed> agenda = typed.list("agenda");
    String text = index < agenda.size() ? agenda.get(index).text("shift").strip() : "";
    if (!text.matches("[+-]?[0-9]{1,4}")) {
      return 0;
    }
    return Math.clamp(Long.parseLong(text), -DAY, DAY);
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
