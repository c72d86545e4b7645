package org.doorsopen.schedule.desk.edit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.Differences.Base;
import org.doorsopen.schedule.drafts.Draft;
import org.jspecify.annotations.Nullable;

/**
 * What an organizer has chosen of two versions, field by field: the own one, as it is sent along
 * with the choices, or the one that somebody else has saved meanwhile.
 */
final class Choices {

  static final String MINE = "mine";
  static final String THEIRS = "theirs";

  static final String CHOICE = "choice.";
  private static final String CHOOSE = Button.PREFIX + "choose";

  private Choices() {}

  /** Whether the fields are a version of one's own with choices. */
  static boolean areIn(Map<String, String> fields) {
    return fields.containsKey(CHOOSE);
  }

  static String name(String key) {
    return CHOICE + key;
  }

  /** Whether choices were sent, for what is saved now, and not for each field. */
  static boolean areMissing(Map<String, String> fields, Draft saved, Speech speech) {
    return isOf(saved, fields)
        && keys(fields, saved, speech).stream()
            .map(key -> fields.getOrDefault(name(key), ""))
            .anyMatch(choice -> !choice.equals(MINE) && !choice.equals(THEIRS));
  }

  /** The fields with the chosen ones of the others; unchanged if these were saved once more. */
  static Map<String, String> applied(Map<String, String> fields, Draft saved, Speech speech) {
    if (!isOf(saved, fields)) {
      return fields;
    }
    Typed mine = Typed.of(fields);
    Typed theirs = TypedMeetups.of(saved.meetup());
    List<String> taken =
        keys(fields, saved, speech).stream()
            .filter(key -> THEIRS.equals(fields.get(name(key))))
            .toList();
    for (String key : taken) {
      if (Differences.FIELDS.contains(key)) {
        take(mine, theirs, key);
      } else if (Differences.LISTS.contains(key)) {
        replace(mine.list(key), theirs.list(key));
      }
    }
    replace(mine.list("agenda"), agenda(mine, theirs, taken));
    Map<String, String> applied = mine.fields();
    applied.put(EditForm.EDIT, fields.get(EditForm.EDIT));
    return applied;
  }

  private static boolean isOf(Draft saved, Map<String, String> fields) {
    return areIn(fields) && Integer.toString(saved.edit()).equals(fields.get(EditForm.EDIT));
  }

  private static List<String> keys(Map<String, String> fields, Draft saved, Speech speech) {
    return Differences.between(Typed.of(fields), TypedMeetups.of(saved.meetup()), speech).stream()
        .map(Differences.Difference::key)
        .toList();
  }

  private static void take(Typed mine, Typed theirs, String key) {
    for (String name : Base.parts(key)) {
      if (!theirs.text(name).equals(mine.text(name))) {
        mine.put(name, theirs.text(name));
      }
    }
  }

  /** In the chosen order; what only the other version has comes in where it begins. */
  private static List<Typed> agenda(Typed mine, Typed theirs, List<String> taken) {
    Map<String, Typed> ofTheirs = Differences.byId(theirs);
    Map<String, Typed> ofMine = Differences.byId(mine);
    boolean inTheirOrder = taken.contains(Differences.ORDER);
    List<Typed> first = (inTheirOrder ? theirs : mine).list("agenda");
    List<Typed> second = (inTheirOrder ? mine : theirs).list("agenda");
    List<Typed> result = new ArrayList<>();
    List<String> placed = new ArrayList<>();
    LocalClock clock = LocalClock.of(mine);
    for (Typed item : first) {
      String id = item.text("id");
      placed.add(id);
      Typed chosen = chosen(id, item, ofMine, ofTheirs, taken);
      if (chosen != null) {
        result.add(chosen);
      }
    }
    for (Typed item : second) {
      String id = item.text("id");
      if (id.isEmpty() || !placed.contains(id)) {
        Typed chosen = chosen(id, item, ofMine, ofTheirs, taken);
        if (chosen != null) {
          insert(result, chosen, clock);
        }
      }
    }
    return result;
  }

  private static @Nullable Typed chosen(
      String id,
      Typed item,
      Map<String, Typed> ofMine,
      Map<String, Typed> ofTheirs,
      List<String> taken) {
    if (id.isEmpty()) {
      return item;
    }
    return taken.contains(Differences.ITEM + id) ? ofTheirs.get(id) : ofMine.get(id);
  }

  private static void insert(List<Typed> items, Typed item, LocalClock clock) {
    Instant start = clock.instant(item, "startsAt");
    int index = 0;
    while (index < items.size()) {
      Instant other = clock.instant(items.get(index), "startsAt");
      if (start != null && other != null && other.isAfter(start)) {
        break;
      }
      index++;
    }
    items.add(index, item);
  }

  private static void replace(List<Typed> entries, List<Typed> others) {
    List<Typed> copy = List.copyOf(others);
    entries.clear();
    entries.addAll(copy);
  }
}
