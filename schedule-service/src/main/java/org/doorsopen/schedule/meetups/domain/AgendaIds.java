package org.doorsopen.schedule.meetups.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps an agenda item the same item over an edit that does not name its id, so that the edit is
 * not told as "dropped and added".
 */
public final class AgendaIds {

  private AgendaIds() {}

  /**
   * Gives each item that has none the id of the earlier item with the same title which no other
   * item has or gets, in the order of the agenda; else a fresh one.
   *
   * @param fresh short, safe in a URL; asked again if the id is taken
   */
  public static List<AgendaItem> assign(
      List<AgendaItem> wanted, List<AgendaItem> earlier, Supplier<String> fresh) {
    Map<String, String> unclaimed = new LinkedHashMap<>(); // id to title
    earlier.forEach(item -> unclaimed.put(item.id(), item.title()));
    wanted.forEach(item -> unclaimed.remove(item.id()));
    var taken = new HashSet<String>();
    wanted.forEach(item -> taken.add(item.id()));
    earlier.forEach(item -> taken.add(item.id()));

    var assigned = new ArrayList<AgendaItem>(wanted.size());
    for (AgendaItem item : wanted) {
      if (!item.id().equals(AgendaItem.NO_ID)) {
        assigned.add(item);
        continue;
      }
      String id =
          unclaimed.entrySet().stream()
              .filter(entry -> entry.getValue().equals(item.title()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElseGet(() -> untaken(fresh, taken));
      unclaimed.remove(id);
      assigned.add(item.withId(id));
    }
    return assigned;
  }

  private static String untaken(Supplier<String> fresh, Set<String> taken) {
    String id = fresh.get();
    while (!taken.add(id)) {
      id = fresh.get();
    }
    return id;
  }
}
