package org.doorsopen.schedule.meetups.domain.versions;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Seating;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.doorsopen.schedule.meetups.domain.Times;
import org.doorsopen.schedule.meetups.domain.Venue;
import org.doorsopen.schedule.meetups.domain.Windows;
import org.jspecify.annotations.Nullable;

/**
 * Finds what differs between two versions: nothing if and only if they read the same ({@link
 * Reading}), in this order of their lists.
 */
public final class Changes {

  private final List<Change> found = new ArrayList<>();

  private Changes() {}

  /** In the order of a meetup's fields; agenda items in their present order, dropped ones last. */
  public static List<Change> between(Meetup old, Meetup now) {
    Changes changes = new Changes();
    changes.texts(old, now);
    changes.placeAndTime(old, now);
    changes.seats(old, now);
    changes.compare("reminders", old, now, meetup -> words(meetup.reminders()));
    changes.addresses("codeOfConductUrl", old.codeOfConductUrl(), now.codeOfConductUrl());
    changes.lists("sponsors", old.sponsors(), now.sponsors(), Changes::parts, Changes::words);
    changes.agenda(byId(old), byId(now));
    return List.copyOf(changes.found);
  }

  /** The one change of a cancellation. */
  public static List<Change> ofCancellation() {
    return List.of(
        new Change("status", MeetupStatus.PUBLISHED.name(), MeetupStatus.CANCELLED.name()));
  }

  private void texts(Meetup old, Meetup now) {
    compare("title", old, now, Meetup::title);
    compare("summary", old, now, Meetup::summary);
    compare("description", old, now, Meetup::description);
    lists("hosts", old.hosts(), now.hosts(), Changes::parts, Changes::words);
  }

  private void placeAndTime(Meetup old, Meetup now) {
    venue(old.place().venue(), now.place().venue());
    addresses("onlineUrl", old.place().onlineUrl(), now.place().onlineUrl());
    compare("timeZone", old.times(), now.times(), Times::timeZone);
    compare("startsAt", old.times(), now.times(), Times::startsAt);
    compare("endsAt", old.times(), now.times(), Times::endsAt);
  }

  private void venue(@Nullable Venue old, @Nullable Venue now) {
    compare("venue.name", old, now, of(Venue::name));
    compare("venue.address", old, now, of(Venue::address));
    addresses("venue.url", old == null ? null : old.url(), now == null ? null : now.url());
  }

  private void seats(Meetup old, Meetup now) {
    compare("capacity", old.seating(), now.seating(), Seating::capacity);
    compare("maxGuests", old.seating(), now.seating(), Seating::maxGuests);
    compare("waitlistCapacity", old.seating(), now.seating(), Seating::waitlistCapacity);
    compare("confirmWithin", old.seating(), now.seating(), Seating::confirmWithin);
    compare("reservedSeats", old.seating(), now.seating(), Seating::reservedSeats);
    window("rsvpOpensAt", old, now, Windows::rsvpOpensAt);
    window("rsvpClosesAt", old, now, Windows::rsvpClosesAt);
    window("promotionsEndAt", old, now, Windows::promotionsEndAt);
  }

  /**
   * Seats are given out by the windows to the millisecond, so a change of one counts to the
   * millisecond as well, unless it only goes with the start or the end.
   */
  private void window(
      String path, Meetup old, Meetup now, Function<Windows, @Nullable Instant> part) {
    Instant before = part.apply(old.windows());
    Instant after = part.apply(now.windows());
    if (!Objects.equals(before, after)
        && !Objects.equals(reading(before, old.times()), reading(after, now.times()))) {
      found.add(new Change(path, text(before), text(after)));
    }
  }

  private static @Nullable Instant reading(@Nullable Instant window, Times times) {
    boolean follows = times.startsAt().equals(window) || times.endsAt().equals(window);
    return follows ? Reading.of(window) : window;
  }

  private void agenda(Map<String, AgendaItem> old, Map<String, AgendaItem> now) {
    now.forEach((id, item) -> {
      if (old.containsKey(id)) {
        item("agenda[" + id + "].", old.get(id), item);
      } else {
        found.add(new Change("agenda[" + id + "]", null, item.title()));
      }
    });
    old.forEach((id, item) -> {
      if (!now.containsKey(id)) {
        found.add(new Change("agenda[" + id + "]", item.title(), null));
      }
    });
    order(common(old, now), common(now, old));
  }

  private void item(String path, AgendaItem old, AgendaItem now) {
    compare(path + "kind", old, now, AgendaItem::kind);
    compare(path + "startsAt", old, now, AgendaItem::startsAt);
    compare(path + "endsAt", old, now, AgendaItem::endsAt);
    compare(path + "title", old, now, AgendaItem::title);
    compare(path + "abstract", old, now, AgendaItem::abstractText);
    lists(path + "speakers", old.speakers(), now.speakers(), Changes::parts, Changes::words);
    compare(path + "slidesUrl", old, now, AgendaItem::slidesUrl);
    compare(path + "recordingUrl", old, now, AgendaItem::recordingUrl);
  }

  private <T extends @Nullable Object> void compare(
      String path, T old, T now, Function<? super T, ? extends @Nullable Object> part) {
    Object before = part.apply(old);
    Object after = part.apply(now);
    if (!Objects.equals(reading(before), reading(after))) {
      found.add(new Change(path, text(before), text(after)));
    }
  }

  private void addresses(String path, @Nullable String old, @Nullable String now) {
    if (!Reading.sameAddress(old, now)) {
      found.add(new Change(path, old, now));
    }
  }

  // Compared by their parts, since the words of different entries may be the same.
  private <T> void lists(
      String path,
      List<T> old,
      List<T> now,
      Function<T, List<String>> parts,
      Function<T, String> words) {
    if (!old.stream().map(parts).toList().equals(now.stream().map(parts).toList())) {
      found.add(new Change(path, joined(old, words), joined(now, words)));
    }
  }

  private static @Nullable Object reading(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> Reading.of(text);
      case Instant instant -> Reading.of(instant);
      default -> value;
    };
  }

  private void order(List<AgendaItem> old, List<AgendaItem> now) {
    if (!old.stream()
        .map(AgendaItem::id)
        .toList()
        .equals(now.stream().map(AgendaItem::id).toList())) {
      lists("agenda", old, now, item -> List.of(item.id()), AgendaItem::title);
    }
  }

  private static <T> Function<@Nullable T, @Nullable Object> of(
      Function<T, ? extends @Nullable Object> part) {
    return whole -> whole == null ? null : part.apply(whole);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static <T> @Nullable String joined(List<T> entries, Function<T, String> words) {
    return entries.isEmpty() ? null : entries.stream().map(words).collect(joining("; "));
  }

  private static List<String> parts(Host host) {
    return List.of(Reading.of(host.name()), Reading.ofAddress(host.url()));
  }

  private static List<String> parts(Sponsor sponsor) {
    return List.of(
        Reading.of(sponsor.name()),
        Reading.of(sponsor.contribution()),
        Reading.ofAddress(sponsor.url()));
  }

  private static List<String> parts(Speaker speaker) {
    return List.of(
        Reading.of(speaker.name()), Reading.of(speaker.role()), Reading.of(speaker.organization()));
  }

  private static String words(Host host) {
    return host.name() + inBrackets(host.url());
  }

  private static String words(Sponsor sponsor) {
    return sponsor.name()
        + (sponsor.contribution() == null ? "" : ": " + sponsor.contribution())
        + inBrackets(sponsor.url());
  }

  private static String words(Speaker speaker) {
    return speaker.name()
        + (speaker.role() == null ? "" : ", " + speaker.role())
        + inBrackets(speaker.organization());
  }

  /** Null (as the platform is set) is not the same as an empty list. */
  private static @Nullable String words(@Nullable List<Duration> reminders) {
    return reminders == null
        ? null
        : reminders.isEmpty() ? "none" : joined(reminders, Duration::toString);
  }

  private static String inBrackets(@Nullable String text) {
    return text == null ? "" : " (" + text + ")";
  }

  private static List<AgendaItem> common(
      Map<String, AgendaItem> one, Map<String, AgendaItem> other) {
    return one.values().stream().filter(item -> other.containsKey(item.id())).toList();
  }

  private static Map<String, AgendaItem> byId(Meetup meetup) {
    var byId = new LinkedHashMap<String, AgendaItem>();
    meetup.agenda().forEach(item -> byId.put(item.id(), item));
    return byId;
  }
}
