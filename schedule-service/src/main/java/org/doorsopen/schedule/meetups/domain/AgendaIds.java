package org.doorsopen.schedule.meetups.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.doorsopen.changes.domain.Reading;

/**
 * Keeps an agenda item the same item over an edit that does not name its id, so that the edit is
 * not told as "dropped and added".
 */
public final class AgendaIds {

  /** Orders items with the same title by how well they match, best first. */
  private static final List<BiPredicate<AgendaItem, AgendaItem>> LIKENESSES =
      List.of(
          (item, earlier) -> sameSpeakers(item, earlier) && sameStart(item, earlier),
          (item, earlier) -> sameSpeakers(item, earlier) && !item.speakers().isEmpty(),
          AgendaIds::sameStart,
          (item, earlier) -> true);

  private AgendaIds() {}

  /**
   * Gives each item without an id the id of the earlier item with the same title, unless another
   * item has or gets that id; else a fresh one. Among several items with the title, it prefers one
   * with the same speakers and start, then one with the same speakers (a talk moves with its
   * speakers), then one with the same start, then the next in the order of the agenda. An item
   * whose title is new is the earlier one of the same speakers at the same time, under another
   * title. Titles, names and times are the same if they read the same.
   *
   * @param earlier agendas, those to be preferred first
   * @param fresh short, safe in a URL; asked again if the id is taken
   */
  public static List<AgendaItem> assign(
      List<AgendaItem> wanted, List<List<AgendaItem>> earlier, Supplier<String> fresh) {
    var assigned = new ArrayList<>(wanted);
    var taken = new HashSet<String>();
    wanted.forEach(item -> taken.add(item.id()));
    for (List<AgendaItem> agenda : earlier) {
      for (BiPredicate<AgendaItem, AgendaItem> likeness : LIKENESSES) {
        assigned.replaceAll(
            item -> matched(item, agenda, likeness.and(AgendaIds::sameTitle), taken));
      }
    }
    for (List<AgendaItem> agenda : earlier) {
      assigned.replaceAll(item -> matched(item, agenda, AgendaIds::isRenamed, taken));
    }
    earlier.forEach(agenda -> agenda.forEach(item -> taken.add(item.id())));
    assigned.replaceAll(item -> isNamed(item) ? item : item.withId(untaken(fresh, taken)));
    return assigned;
  }

  private static AgendaItem matched(
      AgendaItem item,
      List<AgendaItem> agenda,
      BiPredicate<AgendaItem, AgendaItem> likeness,
      Set<String> taken) {
    if (isNamed(item)) {
      return item;
    }
    return agenda.stream()
        .filter(earlier -> likeness.test(item, earlier))
        .map(AgendaItem::id)
        .filter(taken::add) // the first that is free
        .findFirst()
        .map(item::withId)
        .orElse(item);
  }

  private static boolean isNamed(AgendaItem item) {
    return !item.id().equals(AgendaItem.NO_ID);
  }

  private static boolean sameSpeakers(AgendaItem item, AgendaItem earlier) {
    return speakers(item).equals(speakers(earlier));
  }

  private static boolean sameStart(AgendaItem item, AgendaItem earlier) {
    return Reading.same(item.startsAt(), earlier.startsAt());
  }

  private static boolean sameTitle(AgendaItem item, AgendaItem earlier) {
    return Reading.same(item.title(), earlier.title());
  }

  private static boolean isRenamed(AgendaItem item, AgendaItem earlier) {
    return sameSpeakers(item, earlier) && !item.speakers().isEmpty() && sameStart(item, earlier);
  }

  private static List<String> speakers(AgendaItem item) {
    return item.speakers().stream().map(speaker -> Reading.of(speaker.name())).sorted().toList();
  }

  private static String untaken(Supplier<String> fresh, Set<String> taken) {
    String id = fresh.get();
    while (!taken.add(id)) {
      id = fresh.get();
    }
    return id;
  }
}
