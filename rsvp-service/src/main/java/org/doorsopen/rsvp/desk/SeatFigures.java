package org.doorsopen.rsvp.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.meetups.Meetup.Seats;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a meetup's seats.
 *
 * @param note said instead of figures while the publication is still on its way here, else null
 */
record SeatFigures(List<Figure> figures, @Nullable String note) {

  /** A number with its name, as both are read. */
  record Figure(String name, String number) {}

  /**
   * @param unreached how many RSVPs have mails that reach nobody
   */
  static SeatFigures of(Optional<Seats> seats, int unreached, Speech speech) {
    return seats
        .map(known -> new SeatFigures(figures(known, unreached, speech), null))
        .orElseGet(() -> new SeatFigures(List.of(), speech.say("figures.later")));
  }

  private static List<Figure> figures(Seats seats, int unreached, Speech speech) {
    List<Figure> figures = new ArrayList<>(figures(seats, speech));
    if (unreached > 0) {
      figures.add(
          new Figure(speech.say("figures.unreached"), speech.say("figures.parties", unreached)));
    }
    if (seats.kept() > 0) {
      figures.add(
          new Figure(speech.say("figures.kept"), speech.say("figures.number", seats.kept())));
    }
    return figures;
  }

  private static List<Figure> figures(Seats seats, Speech speech) {
    int free = Math.max(0, seats.free());
    return List.of(
        new Figure(
            speech.say("figures.confirmed"),
            speech.say("figures.of", seats.confirmed(), seats.capacity())),
        new Figure(speech.say("figures.free"), speech.say("figures.number", free)),
        new Figure(
            speech.say("figures.waiting"), speech.say("figures.parties", seats.waitlisted())));
  }
}
