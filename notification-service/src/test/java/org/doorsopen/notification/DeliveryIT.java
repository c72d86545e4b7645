package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitEverythingSoFar;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.MailParts.hasPart;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.NotificationService.ORGANIZER;
import static org.doorsopen.notification.SmtpGate.SMTP;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.Venue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;

/** How mails get to the server, and what the log says of it. */
@NotificationService
class DeliveryIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired ClockOfTests clock;
  @Autowired TimeTravel time;

  @Autowired KafkaListenerEndpointRegistry listeners;
  @Autowired KafkaAdmin kafkaAdmin;
  @Autowired JdbcClient jdbc;

  @Test
  void keepsAPermanentRefusalWithTheServersWordsAndWithoutTheAddress() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    String mailbox = ada.email().substring(0, ada.email().indexOf('@'));
    SMTP.replyTo(
        ada.email(), "550 5.1.1 <%s>: no such user here: %s".formatted(ada.email(), mailbox));
    meetup.confirm(ada, 1);

    JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");

    assertThat(mail.at("/cause/topic").asString()).isEqualTo(Topics.SEATS);
    assertThat(mail.at("/cause/partition").isInt()).isTrue();
    assertThat(mail.at("/cause/offset").isIntegralNumber()).isTrue();
    assertThat(mail.at("/cause/eventId").asString()).isNotBlank();
    assertThat(mail.get("attempts").asInt()).isEqualTo(1);
    assertThat(mail.get("lastError").asString())
        .contains("550 5.1.1")
        .contains("no such user here")
        .doesNotContain("@", mailbox);
    assertThat(kindsFor(ada)).isEmpty();
  }

  @Test
  void triesARefusedMailAgainWhenAnOrganizerAsks() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), "550 5.2.1 Mailbox disabled");
    meetup.confirm(ada, 1);
    String id = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED").get("id").asString();

    assertThat(api.post("/api/emails/" + id + "/retry", null).statusCode()).isEqualTo(401);
    assertThat(api.post("/api/emails/" + id + "/retry", ORGANIZER).statusCode()).isEqualTo(202);

    awaitMails(ada, "SEAT_CONFIRMED");
    api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    assertThat(api.post("/api/emails/1/retry", ORGANIZER).statusCode()).isEqualTo(404);
  }

  @Test
  void sendsAConfirmationOnceMoreAsAMailOfItsOwnAtMostOnceAnHour() throws Exception {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    JsonNode first = api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    String retry = "/api/emails/" + first.get("id").asString() + "/retry";

    assertThat(api.post(retry, ORGANIZER).statusCode()).isEqualTo(202);

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "SEAT_CONFIRMED");
    assertThat(mails.getLast().message().getMessageID())
        .isNotEqualTo(mails.getFirst().message().getMessageID());
    assertThat(api.post(retry, ORGANIZER).statusCode()).isEqualTo(409);
    JsonNode log = api.emails("?rsvpId=" + ada.rsvpId()).get("emails");
    assertThat(log).hasSize(2);
    assertThat(log.get(0).get("retriedBy").asString()).isEqualTo("organizer");
    assertThat(log.get(1).get("retriedBy").isNull()).isTrue();
  }

  @Test
  void sendsNoConfirmationAgainOfASeatThatIsGone() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    JsonNode first = api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    meetup.release(ada, ReleaseReason.ATTENDEE);
    awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    api.retry(first);

    api.awaitStatus(ada, "SEAT_CONFIRMED", "MISSED");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  @Test
  void sendsTheLatestMailAboutWhereAnRsvpStandsOnceMoreToPeopleWhoAskForIt() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.waitlist(ada, 1);
    awaitMails(ada, "SEAT_WAITLISTED");
    meetup.confirm(ada, 1, true, 1);
    awaitMails(ada, "SEAT_WAITLISTED", "SEAT_PROMOTED");

    meetup.askForLink(bob);
    meetup.askForErasure(bob);
    meetup.askForLink(ada);
    awaitMails(ada, "SEAT_WAITLISTED", "SEAT_PROMOTED", "SEAT_PROMOTED");
    meetup.askForLink(ada);
    // It is read after the wishes before it.
    meetup.askForErasure(ada);

    awaitMails(ada, "SEAT_WAITLISTED", "SEAT_PROMOTED", "SEAT_PROMOTED", "ERASURE_LINK");
    awaitMails(bob, "ERASURE_LINK");
  }

  @Test
  void sendsNoLinkToAPlaceThatIsGone() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.release(ada, ReleaseReason.ATTENDEE);
    awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    meetup.askForLink(ada);

    api.awaitStatus(ada, "SEAT_CONFIRMED", "MISSED");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  @Test
  void triesManyMailsAgainByTheFiltersOfTheList() {
    meetup.publish();
    List<Attendee> all =
        IntStream.range(0, 5).mapToObj(number -> meetup.attendee("Ada" + number)).toList();
    all.forEach(attendee -> {
      SMTP.replyTo(attendee.email(), "550 5.2.1 Mailbox disabled");
      meetup.confirm(attendee, 1);
    });
    all.forEach(attendee -> api.awaitStatus(attendee, "SEAT_CONFIRMED", "FAILED"));
    String retries = "/api/emails/retries?meetupId=" + meetup.meetupId;

    assertThat(api.post(retries, null).statusCode()).isEqualTo(401);
    assertThat(api.post(retries + "&status=SENT", ORGANIZER).statusCode()).isEqualTo(400);
    assertThat(api.post(retries + "&kind=REMINDER", ORGANIZER).body()).isEqualTo("{\"queued\":0}");
    HttpResponse<String> response = api.post(retries + "&kind=SEAT_CONFIRMED", ORGANIZER);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"queued\":5}");
    all.forEach(attendee -> awaitMails(attendee, "SEAT_CONFIRMED"));
    assertThat(api.emails("?meetupId=" + meetup.meetupId).get("emails"))
        .extracting(mail -> mail.get("retriedBy").asString())
        .containsOnly("organizer");
    assertThat(api.post(retries, ORGANIZER).body()).isEqualTo("{\"queued\":0}");
  }

  @Test
  void triesAgainAfterATemporaryRefusal() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), "451 4.7.1 Greylisted", "451 4.7.1 Greylisted");
    meetup.confirm(ada, 1);

    awaitMails(ada, "SEAT_CONFIRMED");

    JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    assertThat(mail.get("attempts").asInt()).isEqualTo(3);
    assertThat(mail.get("lastError").isNull()).isTrue();
  }

  @Test
  void restsWhereAQuotaIsUsedUpAndSaysSoOnce() {
    clock.hurry();
    meetup.publish();
    List<Attendee> all =
        IntStream.range(0, 20).mapToObj(number -> meetup.attendee("Ada" + number)).toList();
    SMTP.takeNoMoreThan(5, "550 5.4.5 Daily user sending quota exceeded");
    try {
      all.forEach(attendee -> meetup.confirm(attendee, 1));
      await()
          .untilAsserted(() ->
              assertThat(api.get("/desk/mails/failed", ORGANIZER).body())
                  .contains("takes no more mails for now", "550 5.4.5 Daily user sending quota"));
    } finally {
      SMTP.takeAll();
    }

    all.forEach(attendee -> awaitMails(attendee, "SEAT_CONFIRMED"));
    assertThat(api.get("/actuator/prometheus", null).body())
        .contains("doors_mails_alarms_total{trouble=\"QUOTA\"} 1.0");
    await()
        .untilAsserted(() -> {
          assertThat(api.get("/desk/mails/failed", ORGANIZER).body())
              .doesNotContain("takes no more mails for now");
          assertThat(api.get("/actuator/prometheus", null).body())
              .contains("doors_mails_held_up{trouble=\"QUOTA\"} 0.0");
        });
  }

  @Test
  void triesAgainWhatConcernsUsAndNotTheMail() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(
        ada.email(), "504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname");
    meetup.confirm(ada, 1);

    awaitMails(ada, "SEAT_CONFIRMED");
    assertThat(api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT").get("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void tellsTheOthersWhoseMailsReachNobodyAndWhenTheyDoAgain() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), "550 5.1.1 <%s>: nobody here".formatted(ada.email()));
    meetup.confirm(ada, 1);
    JsonNode failed = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");
    awaitTold(ada, "ADDRESS_REFUSED 1 1");

    api.retry(failed);

    awaitMails(ada, "SEAT_CONFIRMED");
    awaitTold(ada, "null 2 2");
  }

  private void awaitTold(Attendee attendee, String row) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          time.hurry("tell-of-deliveries");
          assertThat(
                  jdbc.sql(
                          """
                          select coalesce(failure, 'null') || ' ' || version || ' ' || told_version
                          from unreached_rsvps where rsvp_id = ?
                          """)
                      .param(attendee.rsvpId())
                      .query(String.class)
                      .optional())
              .contains(row);
        });
  }

  @Test
  void sendsTheMailsOfAnRsvpInOrder() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), "451 4.7.1 Greylisted");
    meetup.confirm(ada, 1);
    await()
        .until(() -> !api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED").get("lastError").isNull());

    meetup.release(ada, ReleaseReason.ATTENDEE);

    awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  @Test
  void takesTheEntryOutOfTheCalendarAlsoWhereThatIsTriedAgain() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    SMTP.replyTo(ada.email(), "451 4.7.1 Greylisted", "451 4.7.1 Greylisted");

    meetup.release(ada, ReleaseReason.ATTENDEE);

    Mail cancelled = awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED").getLast();
    assertThat(part(cancelled, "text/calendar")).contains("METHOD:CANCEL");
  }

  @Test
  void takesTheEntryOutOfTheCalendarAlsoWhereTheInvitationWasPerhapsAccepted() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.loseNextAcceptance();
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    SMTP.replyTo(ada.email(), "550 5.2.1 Mailbox disabled");
    api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");

    meetup.release(ada, ReleaseReason.ATTENDEE);

    Mail cancelled = awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED").getLast();
    assertThat(part(cancelled, "text/calendar")).contains("METHOD:CANCEL");
  }

  @Test
  void takesNothingOutOfTheCalendarWhereNoInvitationArrived() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.replyTo(ada.email(), "550 5.2.1 Mailbox disabled");
    meetup.confirm(ada, 1);
    api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");

    meetup.release(ada, ReleaseReason.ATTENDEE);

    Mail cancelled = awaitMails(ada, "RSVP_CANCELLED").getLast();
    assertThat(hasPart(cancelled, "text/calendar")).isFalse();
  }

  @Test
  void triesAgainWhenTheServerIsBack() {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.closed(true);
    try {
      meetup.confirm(ada, 1);
      meetup.release(ada, ReleaseReason.ATTENDEE);
      await()
          .until(() -> {
            JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED");
            return mail.get("attempts").asInt() > 0 && !mail.get("lastError").isNull();
          });
    } finally {
      SMTP.closed(false);
    }

    awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  /** A mail is looked at anew after a second, but not because of the server. */
  @Test
  void sendsToAServerThatTakesItsTime() {
    meetup.publish();
    List<Attendee> attendees = List.of(meetup.attendee("Ada"), meetup.attendee("Bob"));
    SMTP.hesitate(Duration.ofMillis(1_500));
    try {
      attendees.forEach(attendee -> meetup.confirm(attendee, 1));

      for (Attendee attendee : attendees) {
        JsonNode sent = api.awaitStatus(attendee, "SEAT_CONFIRMED", "SENT");
        assertThat(sent.get("attempts").asInt()).isEqualTo(1);
      }
    } finally {
      SMTP.hesitate(Duration.ZERO);
    }
  }

  @Test
  void repeatsAMailWhoseAcceptanceWasLostUnderTheSameMessageId() throws Exception {
    clock.hurry();
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    SMTP.loseNextAcceptance();
    meetup.confirm(ada, 1);

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "SEAT_CONFIRMED");

    String first = mails.getFirst().message().getMessageID();
    assertThat(mails.getLast().message().getMessageID()).isEqualTo(first);
    JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "SENT");
    assertThat(mail.get("messageId").asString()).isEqualTo(first);
    assertThat(mail.get("unanswered").asInt()).isEqualTo(1);
    assertThat(api.get("/actuator/prometheus", null).body())
        .containsPattern("doors_mails_unanswered_total(\\{.*})? [1-9]");
  }

  @Test
  void sendsManyMailsOverFewConnectionsAndMindsNoneThatWasDropped() {
    meetup.publish();
    int before = SMTP.connections();
    for (int i = 0; i < 30; i++) {
      meetup.confirm(meetup.attendee("Ada" + i), 1);
    }
    awaitEverythingSoFar(meetup);
    assertThat(SMTP.connections() - before).isBetween(0, 4);

    SMTP.hangUp();
    for (int i = 0; i < 5; i++) {
      meetup.confirm(meetup.attendee("Bob" + i), 1);
    }
    awaitEverythingSoFar(meetup);

    await()
        .untilAsserted(() ->
            assertThat(api.emails("?limit=100&meetupId=" + meetup.meetupId).get("emails"))
                .hasSize(37)
                .allSatisfy(mail -> {
                  assertThat(mail.get("status").asString()).isEqualTo("SENT");
                  assertThat(mail.get("attempts").asInt()).isEqualTo(1);
                }));
  }

  @Test
  void sendsOnWhereAProcessDiedAndCountsTheMailThatMayBeRepeated() {
    meetup.publish();
    List<Attendee> batch = List.of(meetup.attendee("Ada"), meetup.attendee("Bob"));
    batch.forEach(attendee -> meetup.confirm(attendee, 1));
    batch.forEach(attendee -> api.awaitStatus(attendee, "SEAT_CONFIRMED", "SENT"));

    // As a kill between the server's acceptance and our commit leaves it.
    jdbc.sql(
            """
            with unsettled as (
              update mails set sent_at = null, attempts = 0 where meetup_id = :meetup
            ), others as (
              update batches set mail_ids = '{}', rsvp_ids = '{}', due_ats = '{}'
            ), dead as (
              insert into batches (claim_id, sender, mail_ids, rsvp_ids, due_ats)
              select gen_random_uuid(), 1, array_agg(id), array_agg(rsvp_id), array_agg(queued_at)
              from mails where meetup_id = :meetup
            )
            update scheduled_tasks set picked_by = 'dead', version = version + 1,
              last_heartbeat = now() - interval '1 minute'
            where task_name = 'send-mails' and task_instance = '1'
            """)
        .param("meetup", meetup.meetupId)
        .update();

    batch.forEach(attendee -> awaitMails(attendee, "SEAT_CONFIRMED", "SEAT_CONFIRMED"));
    // The second was not handed over before the first was settled.
    assertThat(batch)
        .map(attendee -> api.awaitStatus(attendee, "SEAT_CONFIRMED", "SENT"))
        .extracting(mail -> mail.get("unanswered").asInt(), mail -> mail.get("attempts").asInt())
        .containsExactlyInAnyOrder(tuple(1, 2), tuple(0, 1));
  }

  @Test
  void sendsNoMailAgainWhenEveryEventIsRedelivered() throws Exception {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.waitlist(bob, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_WAITLISTED");
    meetup.publish(b ->
        b.setVenue(new Venue("c-base", "Rungestraße 20", null))
            .setOnlineUrl("https://meet.example/1"));
    awaitMails(ada, "SEAT_CONFIRMED", "SCHEDULE_CHANGED");
    awaitMails(bob, "SEAT_WAITLISTED", "SCHEDULE_CHANGED");

    redeliverEverything();
    awaitEverythingSoFar(meetup);

    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "SCHEDULE_CHANGED");
    assertThat(kindsFor(bob)).containsExactly("SEAT_WAITLISTED", "SCHEDULE_CHANGED");
  }

  @Test
  void sendsNoMailAgainWhenEventsAreHandledAgain() throws Exception {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.release(ada, ReleaseReason.ATTENDEE);
    awaitMails(ada, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    jdbc.sql("delete from inbox").update();
    redeliverEverything();
    awaitEverythingSoFar(meetup);

    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "RSVP_CANCELLED");
  }

  @Test
  void forgetsAnErasedContactEverywhereAndSendsNothingThatWaits() {
    meetup.publish();
    Attendee ada = meetup.attendee("Zephyrine");
    SMTP.replyTo(ada.email(), "451 Later", "451 Later", "451 Later", "451 Later", "451 Later");
    meetup.confirm(ada, 1);
    await()
        .until(() -> api.awaitStatus(ada, "SEAT_CONFIRMED", "QUEUED").get("attempts").asInt() > 0);

    assertThat(everywhere(ada.name())).containsExactly("contacts");
    assertThat(everywhere(ada.email())).containsExactly("contacts");

    meetup.eraseContact(ada);

    JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "MISSED");
    assertThat(mail.get("lastError").asString()).isEqualTo("The contact was erased");
    assertThat(everywhere(ada.name())).isEmpty();
    assertThat(everywhere(ada.email())).isEmpty();
    assertThat(kindsFor(ada)).isEmpty();
  }

  @Test
  void writesNothingDownOfAnAttendeeErasedWhileTheMailWasOnItsWay() {
    meetup.publish();
    Attendee ada = meetup.attendee("Zephyrine");
    SMTP.replyAfter(ada.email(), () -> erase(ada), "550 5.1.1 Zephyrine is not here");
    meetup.confirm(ada, 1);

    JsonNode mail = api.awaitStatus(ada, "SEAT_CONFIRMED", "FAILED");
    assertThat(mail.get("lastError").asString()).isEqualTo("The contact was erased");
    assertThat(everywhere(ada.name())).isEmpty();
  }

  private void erase(Attendee attendee) {
    meetup.eraseContact(attendee);
    await().until(() -> everywhere(attendee.email()).isEmpty());
  }

  @Test
  void tellsAnErasedAttendeeNothingOfTheReleasedSeat() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");

    meetup.release(ada, ReleaseReason.ERASURE);
    meetup.eraseContact(ada);
    awaitEverythingSoFar(meetup);

    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void showsTheLogPageByPageNewestFirst() {
    meetup.publish();
    for (int i = 0; i < 5; i++) {
      Attendee attendee = meetup.attendee("Ada");
      meetup.confirm(attendee, 1);
      awaitMails(attendee, "SEAT_CONFIRMED");
    }

    String ours = "?limit=2&meetupId=" + meetup.meetupId;
    JsonNode first = api.emails(ours);
    JsonNode second = api.emails(ours + "&next=" + first.get("next").asString());
    JsonNode third = api.emails(ours + "&next=" + second.get("next").asString());

    assertThat(first.get("emails")).hasSize(2);
    assertThat(second.get("emails")).hasSize(2);
    assertThat(third.get("emails")).hasSize(1);
    assertThat(third.get("next").isNull()).isTrue();
    assertThat(first.at("/emails/0/queuedAt").asString())
        .isGreaterThan(third.at("/emails/0/queuedAt").asString());
    assertThat(api.emails(ours + "&status=FAILED").get("emails")).isEmpty();
    assertThat(api.emails(ours + "&kind=SEAT_CONFIRMED").get("emails")).hasSize(2);
    assertThat(api.emails(ours + "&kind=REMINDER").get("emails")).isEmpty();
  }

  @Test
  void leavesMailsAloneThatAnotherProcessHasClaimed() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    AtomicInteger taken = new AtomicInteger();
    // Our sender was cut off from the database while it had claimed the mail, and was taken for
    // dead.
    SMTP.replyAfter(ada.email(), () -> taken.set(takeOver()), "451 4.7.1 Greylisted");
    meetup.confirm(ada, 1);
    await().until(() -> taken.get() == 1);

    meetup.release(ada, ReleaseReason.ERASURE);
    erase(ada);
    awaitEverythingSoFar(meetup);

    String ours = "?meetupId=" + meetup.meetupId + "&rsvpId=" + ada.rsvpId() + "&status=";
    JsonNode mail = api.emails(ours + "SENDING").at("/emails/0");
    assertThat(mail.get("status").asString()).isEqualTo("SENDING");
    assertThat(mail.get("lastError").isNull()).isTrue();
    assertThat(api.emails(ours + "QUEUED").get("emails")).isEmpty();
    assertThat(api.emails(ours + "MISSED").get("emails")).isEmpty();
    assertThat(kindsFor(ada)).isEmpty();
  }

  private int takeOver() {
    return jdbc.sql(
            """
            update batches set claim_id = gen_random_uuid()
            where mail_ids && (select array_agg(id) from mails where meetup_id = ?)
            """)
        .param(meetup.meetupId)
        .update();
  }

  @Test
  void showsTheLogToOrganizersOnlyAndNamesBadFilters() {
    assertThat(api.get("/api/emails", null).statusCode()).isEqualTo(401);
    assertThat(api.get("/api/emails", "organizer:wrong").statusCode()).isEqualTo(401);

    HttpResponse<String> bad =
        api.get("/api/emails?status=LOST&kind=SPAM&rsvpId=1&next=x", ORGANIZER);

    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(bad.body()).contains("\"status\"", "\"kind\"", "\"rsvpId\"", "\"next\"");
  }

  @Test
  void isReadyAlsoWithoutAMailServer() {
    SMTP.closed(true);
    try {
      assertThat(api.get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
      assertThat(api.get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
    } finally {
      SMTP.closed(false);
    }
    assertThat(api.get("/actuator/prometheus", null).body()).contains("doors_mails_total");
  }

  private void redeliverEverything() throws Exception {
    listeners.stop();
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      for (String topic : List.of(Topics.SEATS, Topics.SCHEDULES, Topics.CONTACTS)) {
        rewind(admin, "notification-" + topic, topic);
      }
    }
    listeners.start();
  }

  private static void rewind(Admin admin, String group, String topic) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
        .map(partition -> new TopicPartition(topic, partition.partition()))
        .forEach(partition -> start.put(partition, new OffsetAndMetadata(0)));
    await()
        .ignoreExceptions()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> admin.alterConsumerGroupOffsets(group, start).all().get());
  }

  /** The tables that hold the text in any column, also as bytes. */
  private List<String> everywhere(String text) {
    return jdbc
        .sql(
            """
            select table_name, column_name, data_type from information_schema.columns
            where table_schema = 'notification' order by table_name
            """)
        .query((row, _) -> {
          String column = '"' + row.getString("column_name") + '"';
          boolean bytes = row.getString("data_type").equals("bytea");
          return Map.entry(
              row.getString("table_name"),
              bytes ? "encode(" + column + ", 'escape')" : column + "::text");
        })
        .list()
        .stream()
        .filter(column -> holds(column.getKey(), column.getValue(), text))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  private boolean holds(String table, String column, String text) {
    return jdbc.sql("select exists (select from " + table + " where " + column + " ilike ?)")
        .param("%" + text + "%")
        .query(Boolean.class)
        .single();
  }
}
