package org.doorsopen.notification.meetups.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.doorsopen.notification.meetups.domain.Meetup.AgendaItem;
import org.doorsopen.notification.meetups.domain.Meetup.Place;
import org.doorsopen.notification.meetups.domain.Meetup.Times;
import org.doorsopen.notification.meetups.domain.Meetup.Venue;
import org.jspecify.annotations.Nullable;

/** One change of a meetup that is worth a mail. */
public sealed interface Difference {

  /** A change of time or place, which concerns everyone who comes or may still come. */
  sealed interface ForEveryone extends Difference {}

  /** A change of the agenda, which concerns only people who have a seat. */
  sealed interface ForConfirmed extends Difference {}

  record TimeChanged(Times before, Times now) implements ForEveryone {}

  record PlaceChanged(@Nullable Venue before, @Nullable Venue now) implements ForEveryone {}

  record OnlineAddressChanged(@Nullable String before, @Nullable String now)
      implements ForEveryone {}

  record TalkAdded(AgendaItem talk) implements ForConfirmed {}

  record TalkDropped(AgendaItem talk) implements ForConfirmed {}

  record TalkRenamed(String before, AgendaItem talk) implements ForConfirmed {}

  record TalkMoved(Instant before, AgendaItem talk) implements ForConfirmed {}

  record SpeakersChanged(List<String> before, AgendaItem talk) implements ForConfirmed {}

  /**
   * Compares whole meetups, so versions in between may be missing. Time and place come first, then
   * talks in the order of the new agenda, and dropped talks last.
   */
  static List<Difference> between(Meetup before, Meetup now) {
    List<Difference> differences = new ArrayList<>();
    if (!reads(before.times()).equals(reads(now.times()))) {
      differences.add(new TimeChanged(before.times(), now.times()));
    }
    addMoves(differences, before.place(), now.place());
    addTalks(differences, talks(before), talks(now), now.agenda());
    return differences;
  }

  private static void addMoves(List<Difference> differences, Place before, Place now) {
    if (!sameVenue(before.venue(), now.venue())) {
      differences.add(new PlaceChanged(before.venue(), now.venue()));
    }
    if (!Objects.equals(before.onlineUrl(), now.onlineUrl())) {
      differences.add(new OnlineAddressChanged(before.onlineUrl(), now.onlineUrl()));
    }
  }

  private static void addTalks(
      List<Difference> differences,
      Map<String, AgendaItem> before,
      Map<String, AgendaItem> now,
      List<AgendaItem> agenda) {
    for (AgendaItem item : agenda) {
      AgendaItem talk = now.get(item.id());
      AgendaItem earlier = before.get(item.id());
      if (talk != null && earlier == null) {
        differences.add(new TalkAdded(talk));
      } else if (talk != null) {
        addChangesOf(differences, earlier, talk);
      }
    }
    before.values().stream()
        .filter(talk -> !now.containsKey(talk.id()))
        .forEach(talk -> differences.add(new TalkDropped(talk)));
  }

  private static void addChangesOf(
      List<Difference> differences, AgendaItem before, AgendaItem now) {
    if (!before.title().equals(now.title())) {
      differences.add(new TalkRenamed(before.title(), now));
    }
    if (!before.startsAt().equals(now.startsAt())) {
      differences.add(new TalkMoved(before.startsAt(), now));
    }
    if (!new TreeSet<>(before.speakers()).equals(new TreeSet<>(now.speakers()))) {
      differences.add(new SpeakersChanged(before.speakers(), now));
    }
  }

  /**
   * Compares instants and local times: a corrected zone changes the times that people read, but no
   * instant.
   */
  private static List<Object> reads(Times times) {
    LocalDateTime start = LocalDateTime.ofInstant(times.startsAt(), times.zone());
    LocalDateTime end = LocalDateTime.ofInstant(times.endsAt(), times.zone());
    return List.of(times.startsAt(), times.endsAt(), start, end);
  }

  /** A new web page or map link does not move the place. */
  private static boolean sameVenue(@Nullable Venue before, @Nullable Venue now) {
    if (before == null || now == null) {
      return before == now;
    }
    return before.name().equals(now.name()) && Objects.equals(before.address(), now.address());
  }

  private static Map<String, AgendaItem> talks(Meetup meetup) {
    return meetup.agenda().stream()
        .filter(AgendaItem::talk)
        .collect(
            Collectors.toMap(
                AgendaItem::id, Function.identity(), (first, _) -> first, LinkedHashMap::new));
  }
}
