package org.doorsopen.schedule.desk.edit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.jspecify.annotations.Nullable;

/** An agenda as it is typed, changed by buttons instead of by dragging. */
final class Timetable {

  private final List<Typed> items;
  private final LocalClock clock;

  Timetable(Typed meetup) {
    this.items = meetup.list("agenda");
    this.clock = LocalClock.of(meetup);
  }

  /** What a reader might stumble over between an item and the one before it. */
  sealed interface Note {

    record Gap(long minutes) implements Note {}

    record Overlap(long minutes, String before) implements Note {}

    record OutOfOrder(String before) implements Note {}
  }

  /** A further item, which begins when the last one ends. */
  void add() {
    Instant start = null;
    if (!items.isEmpty()) {
      Instant end = end(items.getLast());
      start = end == null ? start(items.getLast()) : end;
    } else if (clock.start() != null && clock.zone() != null) {
      start = clock.start().atZone(clock.zone()).toInstant();
    }
    Typed item = new Typed().put("id", AgendaItem.NO_ID).put("kind", AgendaItemKind.TALK.name());
    clock.writeShort(item, "startsAt", start);
    items.add(item);
  }

  /**
   * Lets an item and the one before it change places. Each keeps its length, the break between them
   * stays, and the two together begin when they did.
   */
  void earlier(int index) {
    if (index < 1 || index >= items.size()) {
      return;
    }
    Typed first = items.get(index - 1);
    Typed second = items.get(index);
    Instant begin = start(first);
    Instant then = start(second);
    items.set(index - 1, second);
    items.set(index, first);
    if (begin == null || then == null || then.isBefore(begin)) {
      return;
    }
    Duration ofFirst = length(first);
    Duration ofSecond = length(second);
    Instant endOfFirst = ofFirst == null ? then : begin.plus(ofFirst);
    Instant next =
        ofSecond == null ? then : begin.plus(ofSecond).plus(Duration.between(endOfFirst, then));
    move(second, Duration.between(then, begin));
    move(first, Duration.between(begin, next.isBefore(begin) ? begin : next));
  }

  /** Moves an item and all that follow it. */
  void shift(int index, long minutes) {
    for (int i = Math.max(0, index); i < items.size(); i++) {
      move(items.get(i), Duration.ofMinutes(minutes));
    }
  }

  /** Null if the item begins when the one before it ends, or if that cannot be said. */
  @Nullable Note noteBefore(int index) {
    Instant start = start(items.get(index));
    if (index == 0 || start == null) {
      return null;
    }
    Typed before = items.get(index - 1);
    Instant begin = start(before);
    Instant end = end(before);
    if (begin != null && start.isBefore(begin)) {
      return new Note.OutOfOrder(before.text("title"));
    }
    if (end == null || end.equals(start)) {
      return null;
    }
    long minutes = Duration.between(end, start).toMinutes();
    return minutes < 0 ? new Note.Overlap(-minutes, before.text("title")) : new Note.Gap(minutes);
  }

  private void move(Typed item, Duration by) {
    for (String name : List.of("startsAt", "endsAt")) {
      Instant time = clock.instant(item, name);
      if (time != null) {
        clock.writeShort(item, name, time.plus(by));
      }
    }
  }

  private @Nullable Duration length(Typed item) {
    Instant start = start(item);
    Instant end = end(item);
    return start == null || end == null ? null : Duration.between(start, end);
  }

  private @Nullable Instant start(Typed item) {
    return clock.instant(item, "startsAt");
  }

  private @Nullable Instant end(Typed item) {
    return clock.instant(item, "endsAt");
  }
}
