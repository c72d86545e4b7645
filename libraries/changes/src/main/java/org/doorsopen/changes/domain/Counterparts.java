package org.doorsopen.changes.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private static final List<BiPredicate<Read, Read>> LIKENESSES =
      List.of(
          (before, now) -> sameTitle(before, now) && sameId(before, now),
          (before, now) -> sameTitle(before, now) && sameSpeakersAndStart(before, now),
          (before, now) ->
              sameTitle(before, now)
                  && before.speakers().equals(now.speakers())
                  && !now.speakers().isEmpty(),
          (before, now) -> sameTitle(before, now) && before.startsAt().equals(now.startsAt()),
          Counterparts::sameTitle,
          Counterparts::sameId,
          (before, now) -> sameSpeakersAndStart(before, now) && !now.speakers().isEmpty());

  /** An item as it reads, worked out once for all comparisons. */
  private record Read(AgendaItem item, String title, List<String> speakers, Instant startsAt) {

    static Read of(AgendaItem item) {
      return new Read(
          item,
          Reading.of(item.title()),
          Counterparts.speakers(item),
          item.startsAt().truncatedTo(ChronoUnit.MINUTES));
    }
  }

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
    List<Read> left = new ArrayList<>(before.stream().map(Read::of).toList());
    List<Read> wanted = now.stream().map(Read::of).toList();
    @Nullable AgendaItem[] found = new AgendaItem[wanted.size()];
    for (BiPredicate<Read, Read> likeness : LIKENESSES) {
      for (int i = 0; i < found.length; i++) {
        found[i] = found[i] == null ? take(left, wanted.get(i), likeness) : found[i];
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      pairs.add(new Pair(found[i], now.get(i)));
    }
    left.forEach(gone -> pairs.add(new Pair(gone.item(), null)));
    return pairs;
  }

  static boolean sameSpeakers(AgendaItem before, AgendaItem now) {
    return before.speakers().equals(now.speakers()) || speakers(before).equals(speakers(now));
  }

  private static @Nullable AgendaItem take(
      List<Read> left, Read now, BiPredicate<Read, Read> likeness) {
    for (int i = 0; i < left.size(); i++) {
      if (likeness.test(left.get(i), now)) {
        return left.remove(i).item();
      }
    }
    return null;
  }

  private static List<String> speakers(AgendaItem item) {
    return item.speakers().stream().map(Reading::of).sorted().toList();
  }

  private static boolean sameTitle(Read before, Read now) {
    return before.title().equals(now.title());
  }

  private static boolean sameId(Read before, Read now) {
    return before.item().id().equals(now.item().id());
  }

  private static boolean sameSpeakersAndStart(Read before, Read now) {
    return before.speakers().equals(now.speakers()) && before.startsAt().equals(now.startsAt());
  }
}
