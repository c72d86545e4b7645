package org.doorsopen.notification.letters;

import java.util.List;
import org.doorsopen.notification.announcements.domain.Difference;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.announcements.domain.Meetup.AgendaItem;
import org.jspecify.annotations.Nullable;

/** Differences as sentences. */
final class Changes {

  private Changes() {}

  static List<String> inWords(List<Difference> differences, Meetup now, Wording wording) {
    return differences.stream().map(difference -> inWords(difference, now, wording)).toList();
  }

  private static String inWords(Difference difference, Meetup now, Wording wording) {
    return switch (difference) {
      case Difference.TimeChanged change ->
          wording.say(
              "change.time", wording.evening(change.now()), wording.evening(change.before()));
      case Difference.PlaceChanged change ->
          wording.say("change.place", wording.place(change.now()), wording.place(change.before()));
      case Difference.OnlineAddressChanged change ->
          wording.say(
              "change.online", orNone(change.now(), wording), orNone(change.before(), wording));
      case Difference.TalkAdded(AgendaItem talk) -> added(talk, now, wording);
      case Difference.TalkDropped(AgendaItem talk) ->
          wording.say("change.talk.dropped", talk.title());
      case Difference.TalkRenamed(String before, AgendaItem talk) ->
          wording.say("change.talk.renamed", before, talk.title());
      case Difference.TalkMoved(var before, AgendaItem talk) ->
          wording.say(
              "change.talk.moved",
              talk.title(),
              wording.onTheDay(before, now),
              wording.onTheDay(talk.startsAt(), now));
      case Difference.SpeakersChanged(List<String> before, AgendaItem talk) ->
          wording.say(
              "change.speakers",
              talk.title(),
              wording.names(talk.speakers()),
              wording.names(before));
    };
  }

  private static String added(AgendaItem talk, Meetup now, Wording wording) {
    String key = talk.speakers().isEmpty() ? "change.talk.added" : "change.talk.added.by";
    return wording.say(
        key, talk.title(), wording.onTheDay(talk.startsAt(), now), wording.names(talk.speakers()));
  }

  private static String orNone(@Nullable String text, Wording wording) {
    return text == null ? wording.say("nothing.online") : text;
  }
}
