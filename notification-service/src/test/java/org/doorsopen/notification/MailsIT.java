package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitEverythingSoFar;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.hasPart;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.MeetupEvents.STARTS_AT;
import static org.doorsopen.notification.MeetupEvents.kai;
import static org.doorsopen.notification.SmtpGate.SMTP;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.RsvpTokens.Claim;
import org.doorsopen.identity.RsvpTokens.Purpose;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which decision leads to which mail, and to whom (docs/services/notification-promises.md). */
@NotificationService
class MailsIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;

  private static final Pattern SEQUENCE = Pattern.compile("\r\nSEQUENCE:(\\d+)\r\n");
  private static final Pattern LINK =
      Pattern.compile("https://doors\\.example/rsvps/([0-9a-f-]+)\\?token=([\\w.-]+)");

  @Autowired RsvpTokens tokens;

  @Test
  void confirmsASeatWithACalendarEntryAndALink() throws Exception {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 2);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED").getFirst();

    assertThat(mail.subject()).contains(meetup.title).contains("2 seats");
    assertThat(mail.header("Doors-Rsvp")).contains(ada.rsvpId());
    assertThat(mail.header("Auto-Submitted")).contains("auto-generated");
    Matcher link = LINK.matcher(part(mail, "text/plain"));
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(ada.rsvpId());
    assertThat(tokens.read(ada.rsvpId(), link.group(2)))
        .contains(new Claim(meetup.meetupId, Purpose.MAIL, null));
    String calendar = part(mail, "text/calendar").replaceAll("\r?\n ", "");
    Matcher shown = LINK.matcher(calendar);
    assertThat(shown.find()).isTrue();
    assertThat(tokens.read(ada.rsvpId(), shown.group(2)))
        .contains(new Claim(meetup.meetupId, Purpose.CALENDAR, null));
    assertThat(calendar)
        .doesNotContain(link.group(2))
        .contains("Declining or deleting this entry does not give the seat back");
    assertThat(part(mail, "text/html")).contains("Kai Lüke");
    assertThat(part(mail, "text/calendar"))
        .contains("METHOD:REQUEST")
        .contains("UID:" + ada.rsvpId() + "@doors.example")
        .contains("PARTSTAT=ACCEPTED;RSVP=FALSE");
  }

  @Test
  void tellsWhoWaitsThePositionInLineAndPromotes() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.waitlist(ada, 1);
    meetup.waitlist(bob, 2);

    Mail waiting = awaitMails(bob, "SEAT_WAITLISTED").getFirst();
    assertThat(part(waiting, "text/plain")).contains("number 2 on the waitlist");
    assertThat(hasPart(waiting, "text/calendar")).isFalse();

    meetup.confirm(ada, 1, true, 1);

    Mail promoted = awaitMails(ada, "SEAT_WAITLISTED", "SEAT_PROMOTED").getLast();
    assertThat(part(promoted, "text/calendar")).contains("METHOD:REQUEST");
  }

  @Test
  void tellsOfASeatThatAnOrganizerGaveAndNothingOfOneThatCouldNotBeGiven() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    Attendee eve = meetup.attendee("Eve");
    meetup.declineByHand(eve);
    meetup.seatByHand(ada, false);
    meetup.waitlist(bob, 1);
    meetup.seatByHand(bob, true);

    Mail added = awaitMails(ada, "SEAT_CONFIRMED").getFirst();
    Mail moved = awaitMails(bob, "SEAT_WAITLISTED", "SEAT_PROMOTED").getLast();

    assertThat(part(added, "text/plain"))
        .contains("The organizers of", "have given you a seat")
        .doesNotContain("Your RSVP for");
    assertThat(part(added, "text/calendar")).contains("METHOD:REQUEST");
    assertThat(part(moved, "text/plain")).contains("have given you a seat", "do not wait any more");
    assertThat(kindsFor(eve)).isEmpty();
  }

  @Test
  void tellsInOneMailWhatWasDecidedAboutAnotherNumberOfGuests() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.change(ada, 1, 3, changed -> changed);
    meetup.change(ada, 3, 3, changed -> changed); // as it was
    meetup.declineChange(ada, ChangeDeclineReason.FULL);

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "PARTY_CHANGED", "PARTY_UNCHANGED");

    assertThat(mails.get(1).subject()).contains("3 people");
    assertThat(part(mails.get(1), "text/plain")).contains("As you asked, you now have 3 seats");
    assertThat(hasPart(mails.get(1), "text/calendar")).isFalse();
    assertThat(part(mails.get(2), "text/plain"))
        .contains("So many seats are not free", "Nothing has changed: you have 3 seats");
  }

  @Test
  void tellsAPartyThatWaitsItsPlaceOrThatItMovesUpByFewerGuests() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.waitlist(ada, 1);
    meetup.waitlist(bob, 2);
    meetup.change(ada, 1, 2, changed -> changed.setWaitlistNumber(3L).setWaitlistedParties(2));
    meetup.change(bob, 2, 1, changed -> changed.setWaitlistNumber(2L).setMovesUp(true));
    meetup.confirm(bob, 1, true, 1);

    Mail changed = awaitMails(ada, "SEAT_WAITLISTED", "PARTY_CHANGED").getLast();
    awaitMails(bob, "SEAT_WAITLISTED", "SEAT_PROMOTED");

    assertThat(part(changed, "text/plain")).contains("you now wait for 2 seats", "You are number");
  }

  @Test
  void takesTheEntryOutOfTheCalendarWhenTheSeatIsGivenUp() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.release(ada, ReleaseReason.ATTENDEE);

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    String cancel = part(mails.getLast(), "text/calendar");
    assertThat(cancel).contains("METHOD:CANCEL").contains("UID:" + ada.rsvpId());
    assertThat(sequence(mails.getLast())).isGreaterThan(sequence(mails.getFirst()));
  }

  /** Two topics are read independently: the words may come after the decision. */
  @Test
  void waitsWithTheMailAboutACancellationForTheWordsOfTheOrganizer() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.confirm(bob, 1);
    meetup.releaseExplained(ada);
    meetup.release(bob, ReleaseReason.ORGANIZER);
    awaitMails(bob, "SEAT_CONFIRMED", "RSVP_CANCELLED");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");

    meetup.explain(ada, "Sorry, Ada:\nthe <room> is for students.");

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED").getLast();
    assertThat(part(mail, "text/plain"))
        .contains("The organizers have cancelled your RSVP", "From the organizers")
        .containsPattern("Sorry, Ada:\r?\n *the <room> is for students\\.");
    assertThat(part(mail, "text/html")).contains("the &lt;room&gt; is for students.");
  }

  @Test
  void takesNothingOutOfTheCalendarOfAPartyThatOnlyWaited() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.waitlist(ada, 1);
    meetup.release(ada, ReleaseReason.ORGANIZER);

    Mail mail = awaitMails(ada, "SEAT_WAITLISTED", "RSVP_CANCELLED").getLast();

    assertThat(hasPart(mail, "text/calendar")).isFalse();
    assertThat(part(mail, "text/plain")).contains("The organizers have cancelled your RSVP");
  }

  @Test
  void asksForTheAddressToBeConfirmedAndSaysAFriendlyWordWhenItWasNot() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirmUntil(ada, Instant.parse("2030-01-01T11:00:00Z"));
    meetup.release(ada, ReleaseReason.UNCONFIRMED);

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "CONFIRMATION_AWAITED", "RSVP_CANCELLED");

    assertThat(part(mails.get(0), "text/plain"))
        .contains("Please confirm by the link below that this address is yours, until");
    assertThat(part(mails.get(1), "text/plain"))
        .contains(
            "we still do not know whether this address is yours", "Confirm your address, see");
    assertThat(part(mails.get(2), "text/plain"))
        .contains("was not confirmed in time", "You are welcome to RSVP again");
  }

  @Test
  void sendsALinkThatErasesForAnHourToTheAddressItselfAtMostOnceAnHour() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Instant before = Instant.now();
    meetup.askForErasure(ada);
    meetup.askForErasure(ada);
    awaitEverythingSoFar(meetup);

    Mail mail = awaitMails(ada, "ERASURE_LINK").getFirst();

    Matcher link =
        Pattern.compile("https://doors\\.example/rsvps/([0-9a-f-]+)/erasure\\?token=([\\w.-]+)")
            .matcher(part(mail, "text/plain"));
    assertThat(link.find()).isTrue();
    assertThat(link.group(1)).isEqualTo(ada.rsvpId());
    assertThat(tokens.read(ada.rsvpId(), link.group(2)))
        .hasValueSatisfying(claim -> {
          assertThat(claim.purpose()).isEqualTo(Purpose.ERASURE);
          assertThat(claim.meetupId()).isEqualTo(meetup.meetupId);
          assertThat(claim.end())
              .isBetween(
                  before.plus(Duration.ofHours(1)).minusSeconds(1),
                  Instant.now().plus(Duration.ofHours(1)));
        });
  }

  @Test
  void sendsWhatIsHeldAboutAnAddressToItAloneAtMostOnceAnHour() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee same = meetup.attendeeAt(ada.email().toUpperCase(Locale.ROOT));
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 2);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitEverythingSoFar(meetup);

    // Bob's is not ada's address, whatever the request says.
    meetup.askForExport(ada, ada, same, bob);
    meetup.askForExport(ada, ada, same, bob);
    awaitEverythingSoFar(meetup);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "DATA_EXPORT").getLast();
    assertThat(part(mail, "text/plain"))
        .contains("What we hold: " + meetup.title, "Ada, " + ada.email(), "Mails about it: 2.")
        .doesNotContain("Bob");
    JsonNode file = JsonMapper.shared().readTree(part(mail, "application/json"));
    assertThat(file.path("address").asString()).isEqualTo(ada.email());
    assertThat(file.path("rsvps").values())
        .extracting(rsvp -> rsvp.path("rsvpId").asString())
        .containsExactly(ada.rsvpId(), same.rsvpId());
    JsonNode first = file.at("/rsvps/0");
    assertThat(first.at("/rsvp-service/email").asString()).isEqualTo(ada.email());
    assertThat(first.at("/rsvp-service/status").asString()).isEqualTo("CONFIRMED");
    assertThat(first.at("/notification-service/name").asString()).isEqualTo("Ada");
    assertThat(first.at("/notification-service/standing").asString()).isEqualTo("CONFIRMED");
    assertThat(first.at("/notification-service/mails").values())
        .extracting(sent -> sent.path("kind").asString())
        .containsExactly("DATA_EXPORT", "SEAT_CONFIRMED");
    assertThat(kindsFor(bob)).isEmpty();
    assertThat(file.toString()).doesNotContain(bob.rsvpId(), bob.email());
  }

  /** Somebody may want to know what is held of a wish for a meetup that was never there. */
  @Test
  void sendsWhatIsHeldAlsoWhereNobodyKnowsTheMeetup() {
    Attendee ada = meetup.attendee("Ada");
    meetup.askForExport(ada, ada);

    Mail mail = awaitMails(ada, "DATA_EXPORT").getFirst();

    assertThat(part(mail, "text/plain")).contains("What we hold: the meetup");
    assertThat(hasPart(mail, "application/json")).isTrue();
  }

  @Test
  void declinesWithTheReasonInWords() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.decline(ada, DeclineReason.FULL, null);

    Mail mail = awaitMails(ada, "RSVP_DECLINED").getFirst();

    assertThat(mail.subject()).contains(meetup.title);
    assertThat(part(mail, "text/plain")).contains("nobody more can be put on the waitlist");
  }

  @Test
  void declinesAnUnknownMeetup() {
    Attendee ada = meetup.attendee("Ada");
    meetup.decline(ada, DeclineReason.UNKNOWN_MEETUP, null);

    Mail mail = awaitMails(ada, "RSVP_DECLINED").getFirst();

    assertThat(part(mail, "text/plain")).contains("There is no such meetup");
  }

  @Test
  void repeatsTheLinkOfTheStandingRsvpAtMostOnceAnHour() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.decline(meetup.attendee("Ada"), DeclineReason.ALREADY_REGISTERED, ada.rsvpId());
    meetup.decline(meetup.attendee("Ada"), DeclineReason.ALREADY_REGISTERED, ada.rsvpId());
    awaitEverythingSoFar(meetup);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "ALREADY_REGISTERED").getLast();
    assertThat(part(mail, "text/plain")).contains("/rsvps/" + ada.rsvpId());

    meetup.decideAt(Instant.now().plus(61, ChronoUnit.MINUTES));
    meetup.decline(meetup.attendee("Ada"), DeclineReason.ALREADY_REGISTERED, ada.rsvpId());

    awaitMails(ada, "SEAT_CONFIRMED", "ALREADY_REGISTERED", "ALREADY_REGISTERED");
  }

  @Test
  void tellsWhoStillWaitsThatTheWaitlistIsClosed() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.waitlist(ada, 1);
    meetup.closeWaitlist(ada);

    awaitMails(ada, "SEAT_WAITLISTED", "WAITLIST_CLOSED");
  }

  @Test
  void tellsOnlyPeopleWithASeatOfAMovedTalk() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_WAITLISTED");

    meetup.publish(b -> b.setAgenda(List.of(kai("Kai Lüke", STARTS_AT.plusSeconds(5400)))));

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(mail, "text/plain")).contains("“systemd-sysext” moved from");
    assertThat(part(mail, "text/calendar")).contains("METHOD:REQUEST");
    assertThat(sequence(mail)).isEqualTo(1);
    assertThat(kindsFor(bob)).containsExactly("SEAT_WAITLISTED");
  }

  @Test
  void tellsEveryoneThatTheMeetupIsCancelled() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    Attendee gone = meetup.attendee("Gone");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    meetup.confirm(gone, 1);
    meetup.release(gone, ReleaseReason.ATTENDEE);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_WAITLISTED");
    awaitMails(gone, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    meetup.cancelMeetup("The room burned down.");

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "MEETUP_CANCELLED");
    assertThat(part(mails.getLast(), "text/plain")).contains("The room burned down.");
    assertThat(part(mails.getLast(), "text/calendar")).contains("METHOD:CANCEL");
    assertThat(sequence(mails.getLast())).isGreaterThan(sequence(mails.getFirst()));
    Mail waiting = awaitMails(bob, "SEAT_WAITLISTED", "MEETUP_CANCELLED").getLast();
    assertThat(hasPart(waiting, "text/calendar")).isFalse();
    assertThat(kindsFor(gone)).containsExactly("SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  @Test
  void confirmsNoSeatAtAMeetupThatIsCancelled() {
    meetup.publish();
    meetup.cancelMeetup("Sorry.");
    awaitSchedule(2);
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1, false, 1);

    awaitMails(ada, "MEETUP_CANCELLED");
  }

  @Test
  void waitsForTheContact() {
    meetup.publish();
    Attendee ada = meetup.attendeeWithoutContact("Ada");
    meetup.confirm(ada, 1);
    api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED");
    assertThat(kindsFor(ada)).isEmpty();

    meetup.provideContact(ada);

    awaitMails(ada, "SEAT_CONFIRMED");
  }

  @Test
  void waitsForTheScheduleThatWasDecidedUnder() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1, false, 2);
    api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED");
    assertThat(kindsFor(ada)).isEmpty();

    meetup.publish(b -> b.setOnlineUrl("https://meet.example/2"));

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED").getFirst();
    assertThat(part(mail, "text/plain")).contains("https://meet.example/2");
  }

  @Test
  void missesOldNewsAndEveningsThatAreOver() {
    meetup.publish();
    Attendee old = meetup.attendee("Old");
    meetup.decideAt(Instant.now().minus(49, ChronoUnit.HOURS));
    meetup.confirm(old, 1);
    api.awaitStatus(old, "SEAT_CONFIRMED", "MISSED");

    meetup.publish(b ->
        b.setStartsAt(Instant.now().minus(Duration.ofHours(4)))
            .setEndsAt(Instant.now().minus(Duration.ofHours(1))));
    Attendee late = meetup.attendee("Late");
    meetup.decideAt(Instant.now());
    meetup.confirm(late, 1, false, 2);
    api.awaitStatus(late, "SEAT_CONFIRMED", "MISSED");

    assertThat(kindsFor(old)).isEmpty();
    assertThat(kindsFor(late)).isEmpty();
  }

  @Test
  void offersNothingThatIsGoneWhenAnOrganizerAsksForAMailAgain() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    SMTP.replyTo(ada.email(), "550 5.2.1 Mailbox disabled", "550 5.2.1 Mailbox disabled");
    SMTP.replyTo(bob.email(), "550 5.2.1 Mailbox disabled");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    meetup.decline(meetup.attendee("Ada"), DeclineReason.ALREADY_REGISTERED, ada.rsvpId());
    JsonNode seat = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");
    JsonNode link = api.awaitStatus(ada, "ALREADY_REGISTERED", "FAILED");
    JsonNode place = api.awaitStatus(bob, "SEAT_WAITLISTED", "FAILED");
    meetup.release(ada, ReleaseReason.ATTENDEE);
    meetup.confirm(bob, 1, true, 1);
    awaitMails(ada, "RSVP_CANCELLED");
    awaitMails(bob, "SEAT_PROMOTED");

    api.retry(seat);
    api.retry(link);
    api.retry(place);

    assertThat(api.awaitStatus(ada, "SEAT_CONFIRMED", "MISSED").get("lastError").asString())
        .isEqualTo("The seat was given up first");
    assertThat(api.awaitStatus(ada, "ALREADY_REGISTERED", "MISSED").get("lastError").asString())
        .isEqualTo("The RSVP was given up first");
    assertThat(api.awaitStatus(bob, "SEAT_WAITLISTED", "MISSED").get("lastError").asString())
        .isEqualTo("The attendee no longer waits");
    assertThat(kindsFor(ada)).containsExactly("RSVP_CANCELLED");
    assertThat(kindsFor(bob)).containsExactly("SEAT_PROMOTED");
  }

  private void awaitSchedule(int version) {
    Attendee probe = meetup.attendee("Probe");
    meetup.confirm(probe, 1, false, version);
    awaitMails(probe, "MEETUP_CANCELLED");
  }

  private static int sequence(Mail mail) {
    Matcher matcher = SEQUENCE.matcher(part(mail, "text/calendar"));
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
