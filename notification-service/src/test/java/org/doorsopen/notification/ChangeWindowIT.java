package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.MeetupEvents.STARTS_AT;
import static org.doorsopen.notification.MeetupEvents.kai;
import static org.doorsopen.notification.NotificationService.WINDOW;
import static org.doorsopen.notification.SmtpGate.SMTP;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.AgendaItemKind;
import org.doorsopen.schemas.events.Notify;
import org.doorsopen.schemas.events.Sponsor;
import org.doorsopen.schemas.events.Venue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** When publications are told, and what of them (docs/services/notification-promises.md). */
@NotificationService
class ChangeWindowIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;
  @Autowired ClockOfTests clock;

  private static final Venue ELSEWHERE = new Venue("c-base", "Rungestraße 20", null);

  /** The place in the first version. */
  private static final Venue HERE =
      new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin");

  /**
   * An hour ahead, so that the window that a test opens does not end before the test wants it to,
   * however slow the machine is.
   */
  private final Instant publishedAt = Instant.now().plus(1, ChronoUnit.HOURS);

  private final Instant windowEnds = publishedAt.plus(WINDOW);

  @Test
  void tellsPublicationsWithinTheWindowInOneMail() {
    Attendee ada = confirmedAtFirst("Ada");

    meetup.publish("Bring a chair.", Notify.AUTO, b -> b.setOnlineUrl("https://meet.example/1"));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, windowEnds.minusSeconds(60));
    assertThat(changeMails()).isEmpty();
    meetup.publish(b -> b.setSummary("Nobody is told of this."));
    meetup.publishAt(windowEnds.minusMillis(1));
    meetup.publish(
        "Zoë steps in.",
        Notify.AUTO,
        b -> b.setAgenda(List.of(kai("Zoë", STARTS_AT.plusSeconds(3600)))));
    time.awaitVersion(meetup, 4);
    time.passTo(meetup, windowEnds);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(mail, "text/plain"))
        .contains("Bring a chair.", "Zoë steps in.")
        .contains("Online address: https://meet.example/1 (before: none)")
        .contains("“systemd-sysext” is now with Zoë. Before: Kai Lüke.")
        .doesNotContain("Nobody is told");
    time.passTo(meetup, windowEnds.plus(WINDOW));
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "SCHEDULE_CHANGED");
  }

  @Test
  void tellsNobodyOfWhatReadsTheSameAndEveryoneOfAnotherTitleWithTheirCalendars() throws Exception {
    Attendee ada = confirmedAtFirst("Ada");
    meetup.publish(b ->
        b.setTitle(Normalizer.normalize(meetup.title, Normalizer.Form.NFD))
            .setStartsAt(STARTS_AT.plusSeconds(30))
            .setVenue(new Venue("Mercedes-Benz.io ", "Berlin\u00a0Mitte", null))
            .setAgenda(
                List.of(
                    AgendaItem.newBuilder(kai("Kai Lu\u0308ke", STARTS_AT.plusSeconds(3600)))
                        .setKind(AgendaItemKind.SOCIAL)
                        .build())));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, windowEnds);
    assertThat(changeMails()).isEmpty();

    meetup.publishAt(windowEnds.plusSeconds(1));
    meetup.publish(b -> b.setTitle("Go night"));
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, windowEnds.plusSeconds(1).plus(WINDOW));

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(mail.message().getSubject()).isEqualTo("Changed: Go night");
    assertThat(part(mail, "text/plain"))
        .contains("The meetup is now called “Go night”. Before: “" + meetup.title + "”.")
        .doesNotContain("Time:", "Place:", "No longer takes place");
    assertThat(part(mail, "text/calendar")).contains("SUMMARY:Go night\r\n");
  }

  @Test
  void tellsNobodyOfChangesThatCancelOut() {
    Attendee ada = confirmedAtFirst("Ada");
    meetup.publish("We move!", Notify.ALWAYS, b -> b.setVenue(ELSEWHERE).setCapacity(20));
    meetup.publish("We do not.", Notify.AUTO, b -> b.setVenue(HERE).setCapacity(8));
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, windowEnds);

    assertThat(changeMails()).isEmpty();
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void tellsEveryoneOfAnythingIfTheOrganizerWantsSo() {
    Attendee ada = confirmedAtFirst("Ada");
    Attendee waiting = meetup.attendee("Waiting");
    meetup.waitlist(waiting, 1);
    awaitMails(waiting, "SEAT_WAITLISTED");

    meetup.publish(b -> b.setCapacity(20));
    meetup.publish("Bring a friend!", Notify.ALWAYS, b -> b.setCapacity(30));
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, windowEnds);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(mail, "text/plain"))
        .contains("Bring a friend!", "What changed", "Also changed: the number of seats.");
    awaitMails(waiting, "SEAT_WAITLISTED", "SCHEDULE_CHANGED");
  }

  @Test
  void tellsNobodyOfFieldsThatMailsDoNotSayNorOfOtherReminders() {
    Attendee ada = confirmedAtFirst("Ada");
    AgendaItem talk =
        AgendaItem.newBuilder(kai("Kai Lüke", STARTS_AT.plusSeconds(3600)))
            .setAbstract$("About other images.")
            .build();

    meetup.publish(b ->
        b.setDescription("A long story.")
            .setSponsors(List.of(new Sponsor("Fiberplane", "pizza", null)))
            .setCapacity(20)
            .setAgenda(List.of(talk)));
    meetup.publish(b -> b.setReminderLeadSeconds(List.of(3600)));
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, windowEnds);

    assertThat(changeMails()).isEmpty();
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void tellsChangesThatFellDueWhileItWasDownAsSoonAsItIsBack() {
    Attendee ada = confirmedAtFirst("Ada");

    meetup.publish(b -> b.setVenue(ELSEWHERE));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, windowEnds.plus(Duration.ofHours(47)));
    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");

    meetup.publishAt(clock.instant().minus(Duration.ofHours(1)));
    meetup.publish(b -> b.setOnlineUrl("https://meet.example/1"));
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, clock.instant());
    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED", "SCHEDULE_CHANGED");

    meetup.publish(b -> b.setOnlineUrl("https://meet.example/2"));
    time.awaitVersion(meetup, 4);
    time.passTo(meetup, clock.instant().plus(Duration.ofHours(49)));
    api.awaitStatus(ada, "SCHEDULE_CHANGED", "MISSED");
  }

  @Test
  void tellsOfAChangeAlsoIfTheFirstAttemptFails() {
    Attendee ada = confirmedAtFirst("Ada");
    SMTP.replyTo(ada.email(), "451 4.7.1 Greylisted");

    meetup.publish(b -> b.setVenue(ELSEWHERE));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, windowEnds);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(mail, "text/plain")).contains("c-base, Rungestraße 20");
  }

  @Test
  void tellsChangesOnceThatCameWhileTheNewsWaitedForTheServer() {
    Attendee ada = confirmedAtFirst("Ada");
    SMTP.closed(true);
    try {
      meetup.publish("Mind the stairs.", Notify.ALWAYS, b -> b.setVenue(ELSEWHERE));
      time.awaitVersion(meetup, 2);
      time.queueChanges(meetup, windowEnds, 2);
      awaitFailedAttempt(ada);
      meetup.publishAt(windowEnds.plusSeconds(1));
      meetup.publish("Join online.", Notify.ALWAYS, b -> b.setOnlineUrl("https://meet.example/1"));
      time.awaitVersion(meetup, 3);
    } finally {
      SMTP.closed(false);
    }
    time.passTo(meetup, windowEnds.plusSeconds(1).plus(WINDOW));

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED").getLast();
    assertThat(part(mail, "text/plain"))
        .contains("Mind the stairs.", "Join online.", "c-base", "https://meet.example/1");
    assertThat(changeMails()).hasSize(1);
  }

  @Test
  void tellsThatAChangeWasTakenBackToEveryoneWhoMayKnowOfIt() throws Exception {
    Attendee ada = confirmedAtFirst("Ada");
    SMTP.loseNextAcceptanceAndClose();
    try {
      meetup.publish(b -> b.setVenue(ELSEWHERE));
      time.awaitVersion(meetup, 2);
      time.queueChanges(meetup, windowEnds, 2);
      await().until(() -> unanswered(ada) == 1);
      meetup.publishAt(windowEnds.plusSeconds(1));
      meetup.publish(b -> b.setVenue(HERE));
      time.awaitVersion(meetup, 3);
    } finally {
      SMTP.closed(false);
    }
    time.passTo(meetup, windowEnds.plusSeconds(1).plus(WINDOW));

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED", "SCHEDULE_CHANGED");
    assertThat(part(mails.get(1), "text/plain")).contains("Before: Mercedes-Benz.io");
    assertThat(part(mails.get(2), "text/plain")).contains("Before: c-base, Rungestraße 20");
    assertThat(mails.get(2).message().getMessageID())
        .isEqualTo(mails.get(1).message().getMessageID());
    assertThat(changeMails()).hasSize(1);
  }

  private int unanswered(Attendee attendee) {
    return api.awaitStatus(attendee, "SCHEDULE_CHANGED", "QUEUED").get("unanswered").asInt();
  }

  /** Confirmed under the first version; later publications are made when the window opens. */
  private Attendee confirmedAtFirst(String name) {
    meetup.publish();
    Attendee attendee = meetup.attendee(name);
    meetup.confirm(attendee, 1);
    awaitMails(attendee, "SEAT_CONFIRMED");
    // A publication counts no later than it is read, so the reader's clock has to be as far ahead.
    clock.setTo(publishedAt);
    meetup.publishAt(publishedAt);
    return attendee;
  }

  private void awaitFailedAttempt(Attendee attendee) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          JsonNode mail = api.awaitStatus(attendee, "SCHEDULE_CHANGED", "QUEUED");
          if (mail.get("attempts").asInt() == 0) {
            time.hurry(meetup);
          }
          return !mail.get("lastError").isNull();
        });
  }

  private List<JsonNode> changeMails() {
    return api.emails("?meetupId=" + meetup.meetupId)
        .get("emails")
        .valueStream()
        .filter(mail -> mail.get("kind").asString().equals("SCHEDULE_CHANGED"))
        .toList();
  }
}
