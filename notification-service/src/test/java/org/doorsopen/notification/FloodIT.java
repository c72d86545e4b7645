package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The mails to a mailbox whose address somebody else types into the form, again and again. */
@NotificationService
class FloodIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired ClockOfTests clock;

  private final String victim = "victim-" + UUID.randomUUID();

  @Test
  void sendsNobodyMoreThanAHandfulOfAnswersHoweverTheAddressIsSpelled() {
    meetup.publish();
    List<Attendee> requests =
        IntStream.range(0, 40).mapToObj(n -> meetup.attendeeAt(spelling(n))).toList();
    requests.forEach(request -> meetup.decline(request, DeclineReason.TOO_MANY_GUESTS, null));
    awaitSettled(requests);

    assertThat(mailsToTheVictim()).hasSize(5);
    JsonNode held =
        api.emails("?status=MISSED&heldBack=true&limit=500&meetupId=" + meetup.meetupId);
    assertThat(held.get("emails").valueStream())
        .hasSize(35)
        .allSatisfy(mail -> {
          assertThat(mail.get("lastError").asString()).isEqualTo("Too many mails to this address");
          assertThat(mail.get("heldBackAt").isString()).isTrue();
        });
  }

  @Test
  void keepsTheMailsOfARealSeatFromDrowningInAFlood() {
    meetup.publish();
    Attendee ada = meetup.attendeeAt(victim + "@example.org");
    flood(DeclineReason.FULL, 30);
    meetup.confirm(ada, 1);
    awaitMailsOf(ada, "SEAT_CONFIRMED");

    flood(DeclineReason.FULL, 30);
    meetup.publish(b -> b.setOnlineUrl("https://meet.example/2"));
    awaitMailsOf(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");
    meetup.cancelMeetup("The room burned down.");

    awaitMailsOf(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED", "MEETUP_CANCELLED");
  }

  @Test
  void letsAConfirmationThatFindsNoRoomWaitAndSendsItIfTheSeatStillStands() {
    meetup.publish();
    for (int i = 0; i < 10; i++) {
      Attendee other = meetup.attendeeAt(victim + "@example.org");
      meetup.confirm(other, 1);
      api.awaitStatus(other, "SEAT_CONFIRMED", "SENT");
    }
    Attendee kept = meetup.attendeeAt(victim + "@example.org");
    Attendee left = meetup.attendeeAt(victim + "@example.org");
    meetup.confirm(kept, 1);
    meetup.confirm(left, 1);
    awaitHeldBack(kept);
    awaitHeldBack(left);
    meetup.release(left, ReleaseReason.ATTENDEE);
    // The mailbox was never told of this seat, so its end is an answer, and finds no room.
    api.awaitStatus(left, "RSVP_CANCELLED", "MISSED");

    clock.setTo(Instant.now().plus(Duration.ofMinutes(61)));

    api.awaitStatus(kept, "SEAT_CONFIRMED", "SENT");
    JsonNode dropped = api.awaitStatus(left, "SEAT_CONFIRMED", "MISSED");
    assertThat(dropped.get("lastError").asString()).isEqualTo("The seat was given up first");
    awaitMailsOf(kept, "SEAT_CONFIRMED");
  }

  @Test
  void countsAMailOnceHoweverOftenItIsTried() {
    meetup.publish();
    Attendee ada = meetup.attendeeAt(victim + "@example.org");
    SmtpGate.SMTP.replyTo(
        ada.email(), Collections.nCopies(5, "451 4.7.1 Greylisted").toArray(String[]::new));
    meetup.decline(ada, DeclineReason.FULL, null);
    Instant begin = Instant.now();
    for (int hour = 1; hour <= 6; hour++) {
      int attempts = hour;
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() ->
              api.emails("?rsvpId=" + ada.rsvpId()).at("/emails/0/attempts").asInt() >= attempts);
      clock.setTo(begin.plus(Duration.ofMinutes(61L * hour)));
    }

    api.awaitStatus(ada, "RSVP_DECLINED", "SENT");
  }

  /** Any number of RSVPs under the address, all declined, and all mails about them settled. */
  private void flood(DeclineReason reason, int requests) {
    List<Attendee> strangers = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      strangers.add(meetup.attendeeAt(spelling(i)));
      meetup.decline(strangers.getLast(), reason, null);
    }
    awaitSettled(strangers);
  }

  private String spelling(int number) {
    return switch (number % 4) {
      case 0 -> victim + "@example.org";
      case 1 -> victim.toUpperCase() + "@Example.ORG";
      case 2 -> victim + "+" + number + "@example.org";
      default -> "v." + victim.substring(1) + "@example.org";
    };
  }

  private void awaitSettled(List<Attendee> requests) {
    requests.forEach(request ->
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> {
              String status =
                  api.emails("?rsvpId=" + request.rsvpId()).at("/emails/0/status").asString("");
              return status.equals("SENT") || status.equals("MISSED");
            }));
  }

  private void awaitHeldBack(Attendee attendee) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() ->
            api.awaitStatus(attendee, "SEAT_CONFIRMED", "QUEUED").get("heldBackAt").isString());
  }

  private void awaitMailsOf(Attendee attendee, String... kinds) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(mailsToTheVictim())
                .filteredOn(
                    mail -> mail.header("Doors-Rsvp").orElseThrow().equals(attendee.rsvpId()))
                .extracting(Inboxes::kind)
                .containsExactly(kinds));
  }

  private List<Mail> mailsToTheVictim() {
    return SharedInfrastructure.get().mailbox().mails().stream()
        .filter(mail ->
            IntStream.range(0, 60).mapToObj(this::spelling).distinct().anyMatch(mail::isFor))
        .toList();
  }
}
