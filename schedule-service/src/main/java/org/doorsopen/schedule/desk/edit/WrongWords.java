package org.doorsopen.schedule.desk.edit;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.LocalClock.Time;
import org.doorsopen.schedule.desk.edit.TypedMeetups.Reminders;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;

/**
 * Says in the reader's language how to mend the fields that the API's reader has refused. Which
 * ones, it alone decides.
 */
final class WrongWords {

  private static final Pattern INDEX = Pattern.compile("\\[[0-9]+]");
  private static final Map<String, Integer> LINES =
      Map.of(
          "title", 200,
          "agenda.title", 300,
          "name", 200,
          "role", 200,
          "organization", 200,
          "address", 500,
          "contribution", 500);
  private static final Map<String, Integer> TEXTS =
      Map.of("summary", 1_000, "description", 20_000, "abstract", 20_000);
  private static final Map<String, Integer> LISTS =
      Map.of("agenda", 200, "hosts", 20, "sponsors", 50, "speakers", 20);
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "capacity",
          1_000_000,
          "maxGuests",
          Limits.MAX_GUESTS,
          "waitlistCapacity",
          1_000_000,
          "reservedSeats",
          1_000_000);

  private final Typed typed;
  private final LocalClock clock;
  private final Speech speech;

  private WrongWords(Typed typed, Speech speech) {
    this.typed = typed;
    this.clock = LocalClock.of(typed);
    this.speech = speech;
  }

  /** By the names of the fields, in the order in which they were refused. */
  static Map<String, String> of(InvalidFields invalid, Typed typed, Speech speech) {
    WrongWords words = new WrongWords(typed, speech);
    Map<String, String> wrong = new LinkedHashMap<>();
    for (FieldError error : invalid.errors()) {
      String field = error.field().startsWith("reminders") ? "reminders" : error.field();
      wrong.putIfAbsent(field, words.say(field, error.message()));
    }
    return wrong;
  }

  private String say(String field, String message) {
    Typed group = group(field);
    String leaf = leaf(field);
    String inItem = field.startsWith("agenda[") ? "agenda." + leaf : leaf;
    if (LISTS.containsKey(leaf)) {
      return speech.say("edit.wrong.many", LISTS.get(leaf));
    }
    if (leaf.endsWith("At")) {
      return time(group, field, leaf, inItem);
    }
    if (!group.has(name(field))) {
      return speech.say("edit.wrong.required");
    }
    if (LINES.containsKey(leaf)) {
      return speech.say("edit.wrong.line", LINES.getOrDefault(inItem, LINES.get(leaf)));
    }
    if (TEXTS.containsKey(leaf)) {
      return speech.say("edit.wrong.text", TEXTS.get(leaf));
    }
    if (leaf.equals("reservedSeats") && message.contains("capacity")) {
      return speech.say("edit.wrong.reserved");
    }
    if (NUMBERS.containsKey(leaf)) {
      return speech.say("edit.wrong.number", NUMBERS.get(leaf));
    }
    if (leaf.equals("url") || leaf.endsWith("Url")) {
      return speech.say("edit.wrong.url");
    }
    return switch (leaf) {
      case "timeZone" -> speech.say("edit.wrong.zone");
      case "reminders" ->
          speech.say(
              typed.text(TypedMeetups.REMINDERS_KIND).equals(Reminders.OWN.name())
                  ? "edit.wrong.reminders"
                  : "edit.wrong.reminders.both");
      case "confirmWithin" -> speech.say("edit.wrong.confirmWithin");
      default -> speech.say("edit.wrong.other", message);
    };
  }

  private String time(Typed group, String field, String leaf, String inItem) {
    if (!group.has(leaf)) {
      return speech.say("edit.wrong.required");
    }
    return switch (clock.read(group, leaf)) {
      case Time.Unreadable() -> speech.say("edit.wrong.time");
      case Time.Skipped(LocalDateTime local) ->
          speech.say("edit.wrong.time.skipped", local.toLocalTime(), String.valueOf(clock.zone()));
      case Time.Twice(LocalDateTime local) ->
          speech.say("edit.wrong.time.twice", local.toLocalTime(), String.valueOf(clock.zone()));
      case Time.At _ ->
          switch (inItem) {
            case "agenda.startsAt" -> speech.say("edit.wrong.item.startsAt");
            case "agenda.endsAt" -> speech.say("edit.wrong.item.endsAt");
            case "endsAt" -> speech.say("edit.wrong.endsAt");
            case "rsvpOpensAt" -> speech.say("edit.wrong.rsvpOpensAt");
            case "rsvpClosesAt" -> speech.say("edit.wrong.rsvpClosesAt");
            case "promotionsEndAt" -> speech.say("edit.wrong.promotionsEndAt");
            default -> speech.say("edit.wrong.time");
          };
    };
  }

  /** The innermost entry of a list that the field is in. */
  private Typed group(String field) {
    Typed group = typed;
    String[] parts = field.split("\\.");
    for (int i = 0; i < parts.length - 1; i++) {
      int bracket = parts[i].indexOf('[');
      if (bracket > 0) {
        List<Typed> list = group.list(parts[i].substring(0, bracket));
        int index = Integer.parseInt(parts[i].substring(bracket + 1, parts[i].length() - 1));
        group = index < list.size() ? list.get(index) : new Typed();
      }
    }
    return group;
  }

  /** As the group has it, such as {@code venue.name}. */
  private static String name(String field) {
    return field.startsWith("venue.") ? field : field.substring(field.lastIndexOf('.') + 1);
  }

  private static String leaf(String field) {
    return INDEX.matcher(field.substring(field.lastIndexOf('.') + 1)).replaceAll("");
  }
}
