package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.hasPart;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.MeetupEvents.STARTS_AT;
import static org.doorsopen.notification.SmtpGate.SMTP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.fixtures.statements.SentStatements;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.schemas.events.Addressees;
import org.doorsopen.schemas.events.MessageSent;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What organizers write reaches those whom it is for, once
 * (docs/services/notification-promises.md).
 */
@NotificationService
class MessagesIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;
  @Autowired Meetups meetups;
  @Autowired Recipients recipients;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private final SentStatements statements = SentStatements.ofListeners();

  private Attendee ada = new Attendee("", "", "");
  private Attendee bob = new Attendee("", "", "");

  @BeforeEach
  void comesAndWaits() {
    meetup.publish();
    ada = meetup.attendee("Ada");
    bob = meetup.attendeeWithoutContact("Bob");
    meetup.provideContact(bob, "de-DE");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_WAITLISTED");
  }

  @Test
  void tellsEveryoneInTheirLanguageWithTheLinkToTheirRsvp() throws Exception {
    meetup.write(Addressees.EVERYONE, "Use the\nback entrance.", "Hinten rein.", Instant.now());

    Mail english = awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE").getLast();
    Mail german = awaitMails(bob, "SEAT_WAITLISTED", "MESSAGE").getLast();

    assertThat(english.message().getSubject()).isEqualTo("Subject in en: " + meetup.title);
    assertThat(part(english, "text/plain"))
        .contains("Use the\r\nback entrance.", "/rsvps/" + ada.rsvpId() + "?token=");
    assertThat(part(english, "text/html")).contains("Use the<br>").doesNotContain("Hinten rein");
    assertThat(hasPart(english, "text/calendar")).isFalse();
    assertThat(german.message().getSubject()).isEqualTo("Subject in de: " + meetup.title);
    assertThat(part(german, "text/plain"))
        .contains("Hinten rein.", "hier ist eine Nachricht")
        .doesNotContain("back entrance");
  }

  @Test
  void tellsThoseAloneWhomItIsForAndInTheOneLanguageThatThereIs() {
    meetup.write(Addressees.CONFIRMED, "You have a seat.", null, Instant.now());
    meetup.write(Addressees.WAITLISTED, "You wait.", null, Instant.now());
    meetup.write(Addressees.UNKNOWN, "You are a walk-in.", null, Instant.now());

    Mail confirmed = awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE").getLast();
    Mail waiting = awaitMails(bob, "SEAT_WAITLISTED", "MESSAGE").getLast();
    meetup.write(Addressees.EVERYONE, "The last word.", null, Instant.now());

    assertThat(part(confirmed, "text/plain")).contains("You have a seat.");
    assertThat(part(waiting, "text/plain")).contains("You wait.", "Hallo Bob");
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE", "MESSAGE");
    awaitMails(bob, "SEAT_WAITLISTED", "MESSAGE", "MESSAGE");
  }

  @Test
  void tellsThoseWhoWereChosenAndStillHaveARsvp() throws Exception {
    Attendee carla = meetup.attendee("Carla");
    meetup.confirm(carla, 1);
    awaitMails(carla, "SEAT_CONFIRMED");
    MessageSent message =
        MessageSent.newBuilder(meetup.message(Addressees.CHOSEN, "You two.", null, Instant.now()))
            .setRsvpIds(List.of(ada.rsvpId(), bob.rsvpId(), "of another meetup"))
            .build();

    meetup.send(message);
    Mail seated = awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE").getLast();
    awaitMails(bob, "SEAT_WAITLISTED", "MESSAGE");
    meetup.write(Addressees.EVERYONE, "The last word.", null, Instant.now());

    assertThat(part(seated, "text/plain")).contains("You two.");
    awaitMails(carla, "SEAT_CONFIRMED", "MESSAGE");
  }

  @Test
  void tellsItOnceHoweverOftenItIsSent() {
    MessageSent message = meetup.message(Addressees.EVERYONE, "Once.", null, Instant.now());
    meetup.send(message);
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE");
    Attendee late = meetup.attendee("Late");
    meetup.decideAt(Instant.now().plusMillis(1));
    meetup.confirm(late, 1);
    awaitMails(late, "SEAT_CONFIRMED");

    meetup.send(message);
    meetup.write(Addressees.EVERYONE, "Another.", null, Instant.now());

    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE", "MESSAGE");
    awaitMails(late, "SEAT_CONFIRMED", "MESSAGE");
  }

  @Test
  void tellsItAlsoToPeopleWhoseDecisionIsReadAfterIt() {
    meetup.decideAt(Instant.now());
    meetup.write(Addressees.CONFIRMED, "You have a seat.", null, Instant.now().plusMillis(1));
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE");
    Attendee seated = meetup.attendee("Seated");
    Attendee waits = meetup.attendee("Waits");

    meetup.confirm(seated, 1);
    meetup.waitlist(waits, 2);
    meetup.change(waits, 1, 2, changed -> changed.setWaitlistNumber(3L));

    awaitMails(seated, "SEAT_CONFIRMED", "MESSAGE");
    awaitMails(waits, "SEAT_WAITLISTED", "PARTY_CHANGED");
  }

  /** A decision and a message are read by two threads, or by two instances. */
  @Test
  void tellsItAlsoToPeopleWhoseDecisionIsBeingHandledAtThatMoment() {
    Attendee late = meetup.attendee("Late");
    Instant decidedAt = Instant.now();

    transaction.executeWithoutResult(_ -> {
      meetups.lockShared(meetup.meetupId);
      recipients.stands(late.rsvpId(), meetup.meetupId, Standing.CONFIRMED, 1, null, decidedAt);
      meetup.write(Addressees.EVERYONE, "Come in.", null, decidedAt.plusSeconds(1));
      await().until(() -> isMailed() || isWaitedFor());
    });

    awaitMails(late, "MESSAGE");
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE");
  }

  private boolean isMailed() {
    return kindsFor(ada).contains("MESSAGE");
  }

  private boolean isWaitedFor() {
    return jdbc.sql(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
        .query(Boolean.class)
        .single();
  }

  @Test
  void costsADecisionNoStatementWhereNoMessageCameAfterIt() {
    meetup.write(Addressees.EVERYONE, "The first word.", null, Instant.now());
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE");
    awaitMails(bob, "SEAT_WAITLISTED", "MESSAGE");
    Attendee late = meetup.attendeeWithoutContact("Late");
    meetup.decideAt(Instant.now().plusMillis(1));
    statements.listen();

    List<String> sent =
        statements.during(() -> {
          meetup.confirm(late, 1);
          await().until(() -> stands(late));
        });

    assertThat(sent)
        .hasSize(5)
        .satisfiesExactly(
            note -> assertThat(note).contains("insert into inbox"),
            lock -> assertThat(lock).contains("pg_advisory_xact_lock_shared"),
            standing -> assertThat(standing).contains("insert into recipients"),
            newest -> assertThat(newest).contains("meetup_versions", "last_message_at"),
            mail -> assertThat(mail).contains("insert into mails"));
  }

  private boolean stands(Attendee attendee) {
    return jdbc.sql("select exists (select from recipients where rsvp_id = ?)")
        .param(attendee.rsvpId())
        .query(Boolean.class)
        .single();
  }

  @AfterEach
  void listenNoMore() {
    statements.listenNoMore();
  }

  @Test
  void tellsNobodyWhoIsNotAddressedAnyMoreWhenTheTurnComes() {
    SMTP.closed(true);
    try {
      meetup.write(Addressees.CONFIRMED, "You have a seat.", null, Instant.now());
      meetup.write(Addressees.WAITLISTED, "You wait.", null, Instant.now());
      api.awaitStatus(ada, "MESSAGE", "QUEUED");
      api.awaitStatus(bob, "MESSAGE", "QUEUED");
      meetup.decideAt(Instant.now().plusMillis(1));
      meetup.release(ada, ReleaseReason.ATTENDEE);
      meetup.confirm(bob, 1, true, 1);
      api.awaitStatus(ada, "RSVP_CANCELLED", "QUEUED");
      api.awaitStatus(bob, "SEAT_PROMOTED", "QUEUED");
    } finally {
      SMTP.closed(false);
    }
    time.passTo(meetup, Instant.now().plus(Duration.ofHours(1)));

    JsonNode given = api.awaitStatus(ada, "MESSAGE", "MISSED");
    JsonNode moved = api.awaitStatus(bob, "MESSAGE", "MISSED");

    assertThat(given.get("lastError").asString()).isEqualTo("The RSVP was given up first");
    assertThat(moved.get("lastError").asString()).isEqualTo("The attendee no longer waits");
    awaitMails(bob, "SEAT_WAITLISTED", "SEAT_PROMOTED");
  }

  @Test
  void tellsNothingOfAMeetupThatWasCancelledMeanwhile() {
    meetup.cancelMeetup("The pipes burst.");
    awaitMails(ada, "SEAT_CONFIRMED", "MEETUP_CANCELLED");

    meetup.write(Addressees.EVERYONE, "See you at six!", null, Instant.now());

    JsonNode missed = api.awaitStatus(ada, "MESSAGE", "MISSED");
    assertThat(missed.get("lastError").asString()).isEqualTo("The meetup was cancelled first");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "MEETUP_CANCELLED");
  }

  @Test
  void thanksWhenItIsOverAndDropsWhatCameTooLate() {
    Instant over = STARTS_AT.plus(Duration.ofHours(5));
    time.passTo(meetup, over);

    meetup.write(Addressees.CONFIRMED, "Come early.", null, STARTS_AT);
    meetup.write(Addressees.CONFIRMED, "Thanks!", null, over);

    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE").getLast();
    assertThat(part(mail, "text/plain")).contains("Thanks!").doesNotContain("See you there");
    JsonNode missed = api.awaitStatus(ada, "MESSAGE", "MISSED");
    assertThat(missed.get("lastError").asString()).isEqualTo("The meetup is over");
  }
}
