package org.doorsopen.changes.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.doorsopen.changes.domain.Counterparts.Pair;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.jspecify.annotations.Nullable;

/**
 * One change of a meetup that can be told. Values that read the same ({@link Reading}) are none.
 */
public sealed interface Difference {

  /** A change of name, time or place, which concerns everyone who comes or may still come. */
  sealed interface ForEveryone extends Difference {}

  /** A change of the agenda, which concerns only people who have a seat. */
  sealed interface ForConfirmed extends Difference {}

  /** A change that is told only if the organizers ask that everyone be told. */
  sealed interface OnRequest extends Difference {}

  record TitleChanged(String before, String now) implements ForEveryone {}

  record TimeChanged(Times before, Times now) implements ForEveryone {}

  /** Doors open when people come. Each list is in order, and empty where no doors are announced. */
  record DoorsChanged(List<Instant> before, List<Instant> now) implements ForEveryone {}

  record PlaceChanged(@Nullable Venue before, @Nullable Venue now) implements ForEveryone {}

  record OnlineAddressChanged(@Nullable String before, @Nullable String now)
      implements ForConfirmed {}

  record TalkAdded(AgendaItem talk) implements ForConfirmed {}

  record TalkDropped(AgendaItem talk) implements ForConfirmed {}

  record TalkRenamed(String before, AgendaItem talk) implements ForConfirmed {}

  record TalkMoved(Instant before, AgendaItem talk) implements ForConfirmed {}

  record SpeakersChanged(List<String> before, AgendaItem talk) implements ForConfirmed {}

  record DetailsChanged(Set<Detail> details) implements OnRequest {}

  /**
   * Compares whole meetups, so versions in between may be missing. Name, time and place come first,
   * then talks in the order of the new agenda, dropped talks, and details last.
   */
  static List<Difference> between(Meetup before, Meetup now) {
    List<Difference> differences = new ArrayList<>();
    if (before.equals(now)) {
      return differences;
    }
    if (!Reading.same(before.title(), now.title())) {
      differences.add(new TitleChanged(before.title(), now.title()));
    }
    if (!reads(before.times()).equals(reads(now.times()))) {
      differences.add(new TimeChanged(before.times(), now.times()));
    }
    List<Pair> agenda = Counterparts.of(before.agenda(), now.agenda());
    addDoors(differences, before, now, agenda);
    addMoves(differences, before.place(), now.place());
    agenda.forEach(pair -> addTalk(differences, pair));
    addDetails(differences, before, now, agenda);
    return differences;
  }

  private static void addDoors(
      List<Difference> differences, Meetup before, Meetup now, List<Pair> agenda) {
    List<Pair> doors = agenda.stream().filter(Difference::isDoors).toList();
    List<Instant> earlier =
        doors.stream()
            .map(Pair::before)
            .filter(Objects::nonNull)
            .map(AgendaItem::startsAt)
            .sorted()
            .toList();
    List<Instant> later =
        doors.stream()
            .map(Pair::now)
            .filter(Objects::nonNull)
            .map(AgendaItem::startsAt)
            .sorted()
            .toList();
    if (!doors.isEmpty() && !opening(earlier, before).equals(opening(later, now))) {
      differences.add(new DoorsChanged(earlier, later));
    }
  }

  /** Where no doors are announced, people come when it starts. */
  private static List<Instant> opening(List<Instant> doors, Meetup meetup) {
    return (doors.isEmpty() ? List.of(meetup.times().startsAt()) : doors)
        .stream().map(Reading::of).distinct().toList();
  }

  private static void addMoves(List<Difference> differences, Place before, Place now) {
    if (!sameVenue(before.venue(), now.venue())) {
      differences.add(new PlaceChanged(before.venue(), now.venue()));
    }
    if (!Reading.sameAddress(before.onlineUrl(), now.onlineUrl())) {
      differences.add(new OnlineAddressChanged(before.onlineUrl(), now.onlineUrl()));
    }
  }

  /** An item that is a talk in one version and something else in the other takes place in both. */
  private static void addTalk(List<Difference> differences, Pair pair) {
    AgendaItem before = pair.before();
    AgendaItem now = pair.now();
    if (!isOf(Kind.TALK, before) && !isOf(Kind.TALK, now)) {
      return;
    }
    if (before == null) {
      differences.add(new TalkAdded(Objects.requireNonNull(now)));
    } else if (now == null) {
      differences.add(new TalkDropped(before));
    } else {
      addChangesOf(differences, before, now);
    }
  }

  private static void addChangesOf(
      List<Difference> differences, AgendaItem before, AgendaItem now) {
    if (!Reading.same(before.title(), now.title())) {
      differences.add(new TalkRenamed(before.title(), now));
    }
    if (!Reading.same(before.startsAt(), now.startsAt())) {
      differences.add(new TalkMoved(before.startsAt(), now));
    }
    if (!Counterparts.sameSpeakers(before, now)) {
      differences.add(new SpeakersChanged(before.speakers(), now));
    }
  }

  private static void addDetails(
      List<Difference> differences, Meetup before, Meetup now, List<Pair> agenda) {
    Set<Detail> changed = EnumSet.noneOf(Detail.class);
    Map<Detail, String> earlier = before.details();
    Map<Detail, String> later = now.details();
    if (earlier != null && later != null) {
      for (Detail detail : Detail.values()) {
        if (!Objects.equals(earlier.get(detail), later.get(detail))) {
          changed.add(detail);
        }
      }
    }
    if (agenda.stream().anyMatch(Difference::hasOtherDetails)
        || isInAnotherOrder(before.agenda(), agenda)) {
      changed.add(Detail.AGENDA);
    }
    if (!changed.isEmpty()) {
      differences.add(new DetailsChanged(changed));
    }
  }

  /** Ends, kinds, and the contents of talks; everything about a break. */
  private static boolean hasOtherDetails(Pair pair) {
    AgendaItem before = pair.before();
    AgendaItem now = pair.now();
    if (before == null || now == null) {
      return !isOf(Kind.TALK, before) && !isOf(Kind.TALK, now) && !isDoors(pair);
    }
    boolean told = isOf(Kind.TALK, before) || isOf(Kind.TALK, now);
    return !Reading.same(before.endsAt(), now.endsAt())
        || (before.kind() != now.kind() && before.kind() != Kind.UNKNOWN)
        || (before.details() != null
            && now.details() != null
            && !before.details().equals(now.details()))
        || (!told && !Reading.same(before.title(), now.title()))
        || (!told && !isDoors(pair) && !Reading.same(before.startsAt(), now.startsAt()))
        || (!told && !Counterparts.sameSpeakers(before, now));
  }

  private static boolean isInAnotherOrder(List<AgendaItem> before, List<Pair> agenda) {
    List<AgendaItem> kept =
        agenda.stream()
            .filter(pair -> pair.now() != null)
            .map(Pair::before)
            .filter(Objects::nonNull)
            .toList();
    List<AgendaItem> earlier = before.stream().filter(kept::contains).toList();
    return !earlier.equals(kept);
  }

  private static boolean isDoors(Pair pair) {
    return isOf(Kind.DOORS, pair.before()) || isOf(Kind.DOORS, pair.now());
  }

  private static boolean isOf(Kind kind, @Nullable AgendaItem item) {
    return item != null && item.kind() == kind;
  }

  /**
   * Compares instants and local times: a corrected zone changes the times that people read, but no
   * instant.
   */
  private static List<@Nullable Object> reads(Times times) {
    Instant start = Reading.of(times.startsAt());
    Instant end = Reading.of(times.endsAt());
    return List.of(
        start,
        end,
        LocalDateTime.ofInstant(start, times.zone()),
        LocalDateTime.ofInstant(end, times.zone()));
  }

  /** A new web page or map link does not move the place. */
  private static boolean sameVenue(@Nullable Venue before, @Nullable Venue now) {
    if (before == null || now == null) {
      return before == now;
    }
    return Reading.same(before.name(), now.name()) && Reading.same(before.address(), now.address());
  }
}
