package org.doorsopen.changes.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.jspecify.annotations.Nullable;

/**
 * Finds each item of an agenda again in another version of it, as a reader would: by its title
 * first, so that two talks that change places have moved rather than been renamed, and whichever id
 * and kind they have.
 */
final class Counterparts {

  /** Ways to know an item again, the surest first; each is tried for all items before the next. */
  private static final List<BiPredicate<AgendaItem, AgendaItem>> LIKENESSES =
      List.of(
          (before, now) -> sameTitle(before, now) && before.id().equals(now.id()),
          (before, now) ->
              sameTitle(before, now) && sameSpeakers(before, now) && sameStart(before, now),
          (before, now) ->
              sameTitle(before, now) && sameSpeakers(before, now) && !now.speakers().isEmpty(),
          (before, now) -> sameTitle(before, now) && sameStart(before, now),
          Counterparts::sameTitle,
          (before, now) -> before.id().equals(now.id()),
          (before, now) ->
              sameSpeakers(before, now) && sameStart(before, now) && !now.speakers().isEmpty());

  /**
   * An item of either version, with the same item of the other.
   *
   * @param before null for an item that is new
   * @param now null for an item that is gone
   */
  record Pair(@Nullable AgendaItem before, @Nullable AgendaItem now) {}

  private Counterparts() {}

  /** In the order of the new agenda; items that are gone come last, in their old order. */
  static List<Pair> of(List<AgendaItem> before, List<AgendaItem> now) {
    List<AgendaItem> left = new ArrayList<>(before);
    @Nullable AgendaItem[] found = new AgendaItem[now.size()];
    for (BiPredicate<AgendaItem, AgendaItem> likeness : LIKENESSES) {
      for (int i = 0; i < found.length; i++) {
        found[i] = found[i] == null ? take(left, now.get(i), likeness) : found[i];
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      pairs.add(new Pair(found[i], now.get(i)));
    }
    left.forEach(gone -> pairs.add(new Pair(gone, null)));
    return pairs;
  }

  static boolean sameSpeakers(AgendaItem before, AgendaItem now) {
    return speakers(before).equals(speakers(now));
  }

  private static @Nullable AgendaItem take(
      List<AgendaItem> left, AgendaItem now, BiPredicate<AgendaItem, AgendaItem> likeness) {
    for (AgendaItem before : left) {
      if (likeness.test(before, now)) {
        left.remove(before);
        return before;
      }
    }
    return null;
  }

  private static List<String> speakers(AgendaItem item) {
    return item.speakers().stream().map(Reading::of).sorted().toList();
  }

  private static boolean sameTitle(AgendaItem before, AgendaItem now) {
    return Reading.same(before.title(), now.title());
  }

  private static boolean sameStart(AgendaItem before, AgendaItem now) {
    return Reading.same(before.startsAt(), now.startsAt());
  }
}
