package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.List;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.jspecify.annotations.Nullable;

/** Writes the differences between two versions of a meetup as sentences. */
final class Changes {

  private Changes() {}

  static List<String> inWords(List<Difference> differences, Meetup now, LocalizedText text) {
    return differences.stream().map(difference -> inWords(difference, now, text)).toList();
  }

  private static String inWords(Difference difference, Meetup now, LocalizedText text) {
    return switch (difference) {
      case Difference.TitleChanged(String before, String title) ->
          text.say("change.title", title, before);
      case Difference.DoorsChanged(var before, var doors) ->
          text.say("change.doors", openings(doors, now, text), openings(before, now, text));
      case Difference.DetailsChanged(var details) ->
          text.say(
              "change.details",
              text.names(details.stream().map(detail -> text.say("detail." + detail)).toList()));
      case Difference.TimeChanged change ->
          text.say("change.time", text.evening(change.now()), text.evening(change.before()));
      case Difference.PlaceChanged change ->
          text.say("change.place", text.place(change.now()), text.place(change.before()));
      case Difference.OnlineAddressChanged change ->
          text.say("change.online", orNone(change.now(), text), orNone(change.before(), text));
      case Difference.TalkAdded(AgendaItem talk) -> added(talk, now, text);
      case Difference.TalkDropped(AgendaItem talk) -> text.say("change.talk.dropped", talk.title());
      case Difference.TalkRenamed(String before, AgendaItem talk) ->
          text.say("change.talk.renamed", before, talk.title());
      case Difference.TalkMoved(var before, AgendaItem talk) ->
          text.say(
              "change.talk.moved",
              talk.title(),
              text.onTheDay(before, now.times()),
              text.onTheDay(talk.startsAt(), now.times()));
      case Difference.SpeakersChanged(List<String> before, AgendaItem talk) ->
          text.say(
              "change.speakers", talk.title(), text.names(talk.speakers()), text.names(before));
    };
  }

  private static String added(AgendaItem talk, Meetup now, LocalizedText text) {
    String key = talk.speakers().isEmpty() ? "change.talk.added" : "change.talk.added.by";
    return text.say(
        key,
        talk.title(),
        text.onTheDay(talk.startsAt(), now.times()),
        text.names(talk.speakers()));
  }

  private static String openings(List<Instant> doors, Meetup now, LocalizedText text) {
    return text.names(doors.stream().map(door -> text.onTheDay(door, now.times())).toList());
  }

  private static String orNone(@Nullable String address, LocalizedText text) {
    return address == null ? text.say("nothing.online") : address;
  }
}
