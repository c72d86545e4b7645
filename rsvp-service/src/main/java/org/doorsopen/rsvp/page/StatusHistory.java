package org.doorsopen.rsvp.page;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup;
import org.doorsopen.rsvp.status.Happening;
import org.doorsopen.rsvp.status.Happening.Figures;
import org.jspecify.annotations.Nullable;

/**
 * The history of an RSVP so far, in words and times of the meetup's zone.
 *
 * @param lines in the order in which it happened
 */
record StatusHistory(List<Line> lines) {

  /**
   * @param iso the time, for programs
   */
  record Line(String iso, String time, String text) {}

  static StatusHistory of(List<Happening> happenings, Meetup meetup, Speech speech) {
    List<Line> lines = new ArrayList<>();
    for (Happening happening : happenings) {
      String text = text(happening, speech);
      if (text != null) {
        lines.add(line(happening.decidedAt(), text, meetup, speech));
      }
    }
    if (meetup.cancelled() && !lines.isEmpty()) {
      lines.add(line(meetup.publishedAt(), speech.say("history.cancelled"), meetup, speech));
    }
    return new StatusHistory(List.copyOf(lines));
  }

  private static Line line(Instant at, String text, Meetup meetup, Speech speech) {
    ZoneId zone = ZoneId.of(meetup.contents().times().timeZone());
    String time = speech.times().onTheDay(at, meetup.contents().times().startsAt(), zone);
    return new Line(at.toString(), time, text);
  }

  /** Null for what is for organizers alone. */
  private static @Nullable String text(Happening happening, Speech speech) {
    int seats = happening.seats();
    Figures figures = happening.figures();
    return switch (happening.kind()) {
      case CONFIRMED ->
          figures == null
              ? speech.say("history.confirmed", seats)
              : speech.say("history.confirmed.of", seats, figures.confirmed(), figures.capacity());
      case PROMOTED -> speech.say("history.promoted", seats);
      case WAITLISTED -> waitlisted(figures, happening.position(), speech);
      case PROMOTIONS_ENDED -> speech.say("history.closed");
      case RELEASED -> speech.sayOr("history.released." + happening.reason(), "history.released");
      case DECLINED -> speech.say("history.declined");
      case AWAITED -> speech.say("history.awaited");
      case NOTED -> speech.say("history.noted");
      case CHANGED -> speech.say("history.changed", seats);
      case CHANGE_DECLINED -> speech.say("history.unchanged");
      case GRANTED -> speech.say("history.granted", seats);
      case GRANT_DECLINED -> null;
      case OTHER_PROMOTED ->
          happening.position() == null
              ? speech.say("history.other.promoted")
              : speech.say("history.other.promoted.position", happening.position());
      case OTHER_LEFT ->
          happening.position() == null
              ? speech.say("history.other.left")
              : speech.say("history.other.left.position", happening.position());
    };
  }

  /** A large party may have to wait although some seats are free. */
  private static String waitlisted(
      @Nullable Figures figures, @Nullable Long position, Speech speech) {
    if (figures == null || position == null) {
      return speech.say("history.waitlisted");
    }
    boolean full = figures.confirmed() >= figures.capacity();
    return speech.say(
        full ? "history.waitlisted.full" : "history.waitlisted.of",
        figures.confirmed(),
        figures.capacity(),
        position);
  }
}
