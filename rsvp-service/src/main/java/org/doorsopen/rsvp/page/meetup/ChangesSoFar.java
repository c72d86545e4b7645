package org.doorsopen.rsvp.page.meetup;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.PublishedMeetup;
import org.jspecify.annotations.Nullable;

/**
 * Says what has changed since a meetup was published first: what mails tell, by the same rules, and
 * not each detail. What changed and was changed back is no change.
 */
final class ChangesSoFar {

  private final PublishedMeetup now;
  private final ZoneId zone;
  private final Speech speech;

  private ChangesSoFar(PublishedMeetup now, Speech speech) {
    this.now = now;
    this.zone = ZoneId.of(now.times().timeZone());
    this.speech = speech;
  }

  /** A sentence for each change, in the order of the rules. */
  static List<String> inWords(PublishedMeetup first, PublishedMeetup now, Speech speech) {
    ChangesSoFar changes = new ChangesSoFar(now, speech);
    List<String> sentences = new ArrayList<>();
    for (Difference difference :
        Difference.between(ComparedMeetups.of(first), ComparedMeetups.of(now))) {
      String sentence = changes.sentence(difference);
      if (sentence != null) {
        sentences.add(sentence);
      }
    }
    return List.copyOf(sentences);
  }

  private @Nullable String sentence(Difference difference) {
    return switch (difference) {
      case Difference.TitleChanged(String before, String _) -> speech.say("changed.title", before);
      case Difference.TimeChanged(Times before, Times _) ->
          speech.say(
              "changed.time",
              speech.times().evening(before.startsAt(), before.endsAt(), before.zone()));
      case Difference.DoorsChanged(List<Instant> before, List<Instant> _) ->
          before.isEmpty()
              ? speech.say("changed.doors")
              : speech.say("changed.doors.before", clock(before.getFirst()));
      case Difference.PlaceChanged(Venue before, Venue _) ->
          before == null
              ? speech.say("changed.place")
              : speech.say("changed.place.before", place(before));
      case Difference.OnlineAddressChanged(String _, String room) ->
          speech.say(room == null ? "changed.online.not" : "changed.online");
      case Difference.TalkAdded(AgendaItem talk) -> speech.say("changed.talk.added", talk.title());
      case Difference.TalkDropped(AgendaItem talk) ->
          speech.say("changed.talk.dropped", talk.title());
      case Difference.TalkRenamed(String before, AgendaItem talk) ->
          speech.say("changed.talk.renamed", before, talk.title());
      case Difference.TalkMoved(Instant before, AgendaItem talk) ->
          speech.say("changed.talk.moved", talk.title(), clock(before), clock(talk.startsAt()));
      case Difference.SpeakersChanged(List<String> before, AgendaItem talk) ->
          before.isEmpty()
              ? speech.say("changed.speakers", talk.title())
              : speech.say("changed.speakers.before", talk.title(), String.join(", ", before));
      case Difference.DetailsChanged _ -> null;
    };
  }

  private String clock(Instant time) {
    return speech.times().onTheDay(time, now.times().startsAt(), zone);
  }

  private static String place(Venue venue) {
    return venue.address() == null ? venue.name() : venue.name() + ", " + venue.address();
  }
}
