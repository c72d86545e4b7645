package org.doorsopen.schedule.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.doorsopen.changes.domain.Detail;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.pages.words.Speech;
import org.jspecify.annotations.Nullable;

/** Says what a publication would change, a sentence for each change. */
final class ChangesInWords {

  private final Meetup now;
  private final Speech speech;

  private ChangesInWords(Meetup now, Speech speech) {
    this.now = now;
    this.speech = speech;
  }

  static List<String> of(List<Difference> differences, Meetup now, Speech speech) {
    ChangesInWords words = new ChangesInWords(now, speech);
    List<String> sentences = new ArrayList<>();
    differences.forEach(difference -> sentences.addAll(words.sentences(difference)));
    return List.copyOf(sentences);
  }

  private List<String> sentences(Difference difference) {
    return difference instanceof Difference.DetailsChanged(var details)
        ? details.stream().map(this::sentence).toList()
        : List.of(sentence(difference));
  }

  private String sentence(Detail detail) {
    return speech.say("publish.detail." + detail);
  }

  private String sentence(Difference difference) {
    return switch (difference) {
      case Difference.TitleChanged(String before, String title) ->
          speech.say("publish.change.title", title, before);
      case Difference.TimeChanged(Times before, Times times) ->
          speech.say("publish.change.time", evening(times), evening(before));
      case Difference.DoorsChanged(List<Instant> before, List<Instant> doors) ->
          speech.say("publish.change.doors", openings(doors), openings(before));
      case Difference.PlaceChanged(Venue before, Venue venue) ->
          speech.say("publish.change.place", place(venue), place(before));
      case Difference.OnlineAddressChanged(String before, String room) ->
          speech.say("publish.change.online", orNone(room), orNone(before));
      case Difference.TalkAdded(AgendaItem talk) ->
          speech.say("publish.change.talk.added", talk.title(), clock(talk.startsAt()));
      case Difference.TalkDropped(AgendaItem talk) ->
          speech.say("publish.change.talk.dropped", talk.title());
      case Difference.TalkRenamed(String before, AgendaItem talk) ->
          speech.say("publish.change.talk.renamed", before, talk.title());
      case Difference.TalkMoved(Instant before, AgendaItem talk) ->
          speech.say(
              "publish.change.talk.moved", talk.title(), clock(before), clock(talk.startsAt()));
      case Difference.SpeakersChanged(List<String> before, AgendaItem talk) ->
          speech.say(
              "publish.change.speakers", talk.title(), names(talk.speakers()), names(before));
      case Difference.DetailsChanged(var details) ->
          details.stream().map(this::sentence).collect(Collectors.joining(" "));
    };
  }

  private String evening(Times times) {
    return speech.times().evening(times.startsAt(), times.endsAt(), times.zone());
  }

  private String clock(Instant time) {
    return speech.times().onTheDay(time, now.times().startsAt(), now.times().zone());
  }

  private String openings(List<Instant> doors) {
    return names(doors.stream().map(this::clock).toList());
  }

  private String place(@Nullable Venue venue) {
    if (venue == null) {
      return speech.say("publish.nothing");
    }
    return venue.address() == null ? venue.name() : venue.name() + ", " + venue.address();
  }

  private String orNone(@Nullable String address) {
    return address == null ? speech.say("publish.nothing") : address;
  }

  private String names(List<String> names) {
    return names.isEmpty() ? speech.say("publish.nothing") : String.join(", ", names);
  }
}
