package org.doorsopen.launcher.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.launcher.demo.Attendee.Rsvp;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Draft;
import org.doorsopen.launcher.demo.Organizer.Email;
import org.doorsopen.launcher.demo.Organizer.Published;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One evening on a running platform, seen from outside: through HTTP and the mailbox. Each step
 * returns when its decisions are known; the demo tells them, the end-to-end test checks them.
 */
final class Evening {
  /** Long enough for a service to start again on a machine that has too much to do. */
  private static final Duration MAX_WAIT = Duration.ofMinutes(2);

  private static final List<String> NAMES =
      List.of(
          "Anneliese Brandt",
          "Łukasz Wiśniewski",
          "Chidi Okafor",
          "Mai Nguyễn",
          "Jonas Fjeldså",
          "Elif Yıldız",
          "Tomás Herrera",
          "Zoë Lindqvist",
          "Priya Raman",
          "Matteo Bianchi",
          "Hana Nováková",
          "Omar Haddad");

  private final PlatformFacts facts;
  private final Organizer organizer;
  private final BerlinEvening evening;
  private final Letters letters;
  private final List<Guest> guests = new ArrayList<>();
  private Draft draft;

  /** A person, and the answer to that person's request. */
  record Guest(Attendee attendee, Rsvp rsvp) {

    String name() {
      return attendee.name();
    }

    Status status() {
      return attendee.statusOf(rsvp);
    }

    private Guest on(PlatformFacts facts) {
      return new Guest(attendee.on(facts.frontDoor()), rsvp);
    }
  }

  private Evening(PlatformFacts facts, BerlinEvening evening, Draft draft) {
    this.facts = facts;
    this.organizer = new Organizer(facts);
    this.evening = evening;
    this.draft = draft;
    this.letters =
        facts
            .inbox()
            .<Letters>map(MailboxLetters::at)
            .orElseGet(() -> new LoggedLetters(organizer, draft.meetupId()));
  }

  /** A meetup of its own, as a draft that nobody but organizers sees. */
  static Evening drafted(PlatformFacts facts) {
    BerlinEvening evening = BerlinEvening.comingAfter(Instant.now());
    return new Evening(facts, evening, new Organizer(facts).create(evening.asAnnounced()));
  }

  /** The same evening after a restart: addresses may have changed, and the mailbox begins empty. */
  Evening on(PlatformFacts now) {
    Evening same = new Evening(now, evening, draft);
    guests.forEach(guest -> same.guests.add(guest.on(now)));
    return same;
  }

  String meetupId() {
    return draft.meetupId();
  }

  Letters letters() {
    return letters;
  }

  List<Guest> guests() {
    return List.copyOf(guests);
  }

  /** Returns when attendees can see it. */
  Published publish() {
    Published published = organizer.publish(draft, "Seats are limited.");
    awaitPublic();
    return published;
  }

  /** As attendees see it, agenda and seats. */
  JsonNode meetup() {
    return Http.anonymous(facts.frontDoor()).get("/api/meetups/" + meetupId()).body();
  }

  /** Twelve people, one after the other; returns when all are decided. */
  List<Guest> everybodyRsvps() {
    return everybodyRsvps(() -> {});
  }

  /**
   * @param halfway done when half of them have their acknowledgement, and perhaps no decision
   */
  List<Guest> everybodyRsvps(Runnable halfway) {
    int half = NAMES.size() / 2;
    NAMES.subList(0, half).forEach(name -> guests.add(rsvp(name)));
    halfway.run();
    NAMES.subList(half, NAMES.size()).forEach(name -> guests.add(rsvp(name)));
    guests.forEach(this::decided);
    return guests();
  }

  /**
   * The guest asks a second time, with the same address. Returns the second request when the mail
   * about it has come: it alone tells what became of it.
   */
  Guest rsvpsAgain(Guest guest) {
    Guest second = rsvp(guest.name());
    letter(guest, "ALREADY_REGISTERED");
    return second;
  }

  Guest anotherRsvps(String name) {
    Guest guest = rsvp(name);
    guests.add(guest);
    return guest;
  }

  /** Returns when the seat is given back. */
  void cancels(Guest guest) {
    guest.attendee.cancel(guest.rsvp);
    awaitState(guest, "CANCELLED");
  }

  Published movesTheTalk() {
    return publishes(evening.withTheTalkMoved(), "One talk starts a little later.");
  }

  Published takesTheLargerRoom() {
    return publishes(evening.inTheLargerRoom(), "We got the large room: two more seats.");
  }

  Published movesTheTalkAgain() {
    return publishes(evening.withTheTalkMovedAgain(), "It starts a little later still.");
  }

  /** The page to which the guest's mails link. */
  URI pageOf(Guest guest) {
    return facts
        .frontDoor()
        .resolve("/rsvps/%s?token=%s".formatted(guest.rsvp.rsvpId(), guest.rsvp.token()));
  }

  /** The people who have a seat at this moment, in the order of their requests. */
  List<Guest> seated() {
    return guests.stream().filter(guest -> guest.status().state().equals("CONFIRMED")).toList();
  }

  Status decided(Guest guest) {
    return patience()
        .await(
            "a decision about " + guest.name(),
            () -> Optional.of(guest.status()).filter(Status::isDecided));
  }

  void awaitState(Guest guest, String state) {
    patience()
        .await(
            "%s to be %s".formatted(guest.name(), state),
            () -> Optional.of(guest.status()).filter(status -> status.state().equals(state)));
  }

  Letter letter(Guest guest, String kind) {
    return letter(guest, kind, 1);
  }

  /**
   * Waits until so many mails of this kind have come about this guest's RSVP.
   *
   * @param number 1 is the first; this one is returned
   */
  Letter letter(Guest guest, String kind, int number) {
    return patience()
        .await(
            "mail %d of kind %s to %s".formatted(number, kind, guest.name()),
            () ->
                lettersTo(guest)
                    .filter(letter -> letter.kind().equals(kind))
                    .skip(number - 1)
                    .findFirst());
  }

  /** All mails that came so far. */
  Stream<Letter> lettersTo(Guest guest) {
    return letters.about(Set.of(guest.rsvp.rsvpId())).stream();
  }

  /** The entries of the delivery log about this guest's RSVP, oldest first. */
  List<Email> logged(Guest guest) {
    return organizer.emails(meetupId()).stream()
        .filter(email -> email.rsvpId().equals(guest.rsvp.rsvpId()))
        .toList();
  }

  /** All mails to the people of this evening that came so far. */
  List<Letter> allLetters() {
    return letters.about(
        guests.stream().map(guest -> guest.rsvp.rsvpId()).collect(Collectors.toSet()));
  }

  private Published publishes(ObjectNode meetup, String note) {
    draft = organizer.edit(draft, meetup);
    return organizer.publish(draft, note);
  }

  private Guest rsvp(String name) {
    Attendee attendee = new Attendee(facts.frontDoor(), name, Addresses.of(name));
    return new Guest(attendee, attendee.rsvpTo(meetupId()));
  }

  private void awaitPublic() {
    Http http = Http.anonymous(facts.frontDoor());
    patience()
        .await(
            "the meetup to be public",
            () ->
                Optional.of(http.tryGet("/api/meetups/" + meetupId()))
                    .filter(answer -> answer.status() == 200));
  }

  private Patience patience() {
    return new Patience(MAX_WAIT.plus(facts.changeWindow()));
  }
}
