package org.doorsopen.launcher.demo;

import java.time.Duration;
import java.util.List;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Published;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * {@code doors demo}: plays an evening and tells what each person got. Each run has a meetup of its
 * own.
 */
public final class Demo {
  // With a longer window nobody wants to wait in the middle of a story.
  private static final Duration SHORT_WINDOW = Duration.ofSeconds(10);

  private final PlatformFacts facts;
  private final boolean hurry;
  private final Narrator narrator;

  /**
   * @param hurry not to wait for the mails about changes, which come when the change window ends
   */
  public Demo(PlatformFacts facts, boolean hurry, Console console) {
    this.facts = facts;
    this.hurry = hurry;
    this.narrator = new Narrator(console);
  }

  /**
   * @throws DemoFailure if the platform does not do what the story needs
   */
  public void play() {
    Evening evening = Evening.drafted(facts);
    narrator.opening(facts, evening);
    publish(evening);
    List<Guest> guests = rsvp(evening);
    rsvpTwice(evening, guests.getFirst());
    cancel(evening, guests);
    moveTheTalk(evening);
    takeTheLargerRoom(evening);
    narrator.closing(facts, evening);
  }

  private void publish(Evening evening) {
    narrator.step("The organizer publishes the evening");
    Published published = evening.publish();
    narrator.meetup(evening.meetup());
    narrator.say("Published as version %d; now it can be seen.", published.version());
  }

  private List<Guest> rsvp(Evening evening) {
    narrator.step("Twelve people RSVP for eight seats, one after the other");
    List<Guest> guests = evening.everybodyRsvps();
    for (Guest guest : guests) {
      Status status = guest.status();
      String kind = status.state().equals("CONFIRMED") ? "SEAT_CONFIRMED" : "SEAT_WAITLISTED";
      narrator.outcome(guest, status, evening.letter(guest, kind));
    }
    narrator.seats(evening.meetup());
    return guests;
  }

  private void rsvpTwice(Evening evening, Guest guest) {
    narrator.step(guest.name() + " has forgotten, and RSVPs once more");
    evening.rsvpsAgain(guest);
    narrator.say(
        "The page says nothing of the first RSVP, as anybody may ask with this address; the mail does:");
    narrator.outcome(guest, guest.status(), evening.letter(guest, "ALREADY_REGISTERED"));
  }

  private void cancel(Evening evening, List<Guest> guests) {
    Guest leaves = guests.get(2);
    Guest next = guests.get(BerlinEvening.SEATS);
    narrator.step("%s cancels, and the next in line moves up".formatted(leaves.name()));
    evening.cancels(leaves);
    evening.awaitState(next, "CONFIRMED");
    narrator.outcome(leaves, leaves.status(), evening.letter(leaves, "RSVP_CANCELLED"));
    narrator.outcome(next, next.status(), evening.letter(next, "SEAT_PROMOTED"));
    narrator.seats(evening.meetup());
  }

  private void moveTheTalk(Evening evening) {
    narrator.step("A talk starts later than planned");
    narrator.published(evening.movesTheTalk(), evening.meetup());
    if (tellsSoon()) {
      evening.seated().forEach(guest -> tell(evening, guest, 1));
      narrator.say("People on the waitlist are not told of a talk.");
    } else {
      narrator.say(
          "Mails about changes wait %d s, so that several changes make one mail.",
          facts.changeWindow().toSeconds());
    }
  }

  private void takeTheLargerRoom(Evening evening) {
    List<Guest> seated = evening.seated();
    List<Guest> guests = evening.guests();
    narrator.step("The organizer gets a larger room, with ten seats");
    narrator.published(evening.takesTheLargerRoom(), evening.meetup());
    for (Guest guest : guests.subList(BerlinEvening.SEATS + 1, guests.size() - 1)) {
      evening.awaitState(guest, "CONFIRMED");
      narrator.outcome(guest, guest.status(), evening.letter(guest, "SEAT_PROMOTED"));
    }
    narrator.seats(evening.meetup());
    tellOfTheRoom(evening, seated, guests.getLast());
  }

  private void tellOfTheRoom(Evening evening, List<Guest> seated, Guest stillWaiting) {
    narrator.step("Everyone with a seat or on the waitlist hears of the new room");
    if (!tellsSoon()) {
      long seconds = facts.changeWindow().toSeconds();
      if (hurry) {
        narrator.say("Their mails go out within %d s; the story does not wait for them.", seconds);
        return;
      }
      narrator.say("This takes up to %d s from here …", seconds);
    }
    int number = tellsSoon() ? 2 : 1;
    seated.forEach(guest -> tell(evening, guest, number));
    tell(evening, stillWaiting, 1);
  }

  private void tell(Evening evening, Guest guest, int number) {
    Letter letter = evening.letter(guest, "SCHEDULE_CHANGED", number);
    narrator.outcome(guest, guest.status(), letter);
  }

  private boolean tellsSoon() {
    return facts.changeWindow().compareTo(SHORT_WINDOW) <= 0;
  }
}
