package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ConsumerFactory;

/** Erasures that are asked for, and this service's receipts. */
@NotificationService
class ErasuresIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired ClockOfTests clock;
  @Autowired Scheduler scheduler;
  @Autowired ConsumerFactory<String, Object> consumers;

  @Test
  void erasesWhatItHoldsOfAnRsvpAndGivesAReceipt() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    Attendee bob = meetup.attendee("Bob");
    meetup.confirm(ada, 1);
    meetup.confirm(bob, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    awaitMails(bob, "SEAT_CONFIRMED");

    meetup.askForExport(ada, ada);
    awaitMails(ada, "SEAT_CONFIRMED", "DATA_EXPORT");
    assertThat(exportsOf(ada)).isEqualTo(1);
    meetup.explain(ada, "Words about Ada.");
    await().atMost(Duration.ofSeconds(20)).until(() -> wordsAbout(ada) == 1);

    UUID erasureId = meetup.askToErase(ada, Instant.now());

    List<ErasureCompleted> receipts = awaitReceipts(erasureId);
    assertThat(exportsOf(ada)).isZero();
    assertThat(wordsAbout(ada)).isZero();
    assertThat(receipts.getFirst().getRsvpId()).isEqualTo(ada.rsvpId());
    assertThat(receipts.getFirst().getService()).isEqualTo("notification-service");
    assertThat(rowsAbout(ada)).isZero();
    assertThat(rowsAbout(bob)).isEqualTo(2);
  }

  @Test
  void givesTheReceiptAgainWhenItIsAskedAgain() {
    Attendee ada = meetup.attendee("Ada");
    UUID first = meetup.askToErase(ada, Instant.now());
    UUID second = meetup.askToErase(ada, Instant.now());

    assertThat(awaitReceipts(first)).isNotEmpty();
    assertThat(awaitReceipts(second)).isNotEmpty();
  }

  /** Topics are read independently, so an erasure may overtake the contact. */
  @Test
  void keepsNoContactThatWasGivenBeforeTheErasureWasAskedFor() {
    Attendee ada = meetup.attendeeWithoutContact("Ada");
    UUID erasureId = meetup.askToErase(ada, Instant.now().plusSeconds(5));
    awaitReceipts(erasureId);

    long before = contactsRead();
    meetup.provideContact(ada);
    await().atMost(Duration.ofSeconds(20)).until(() -> contactsRead() > before);

    assertThat(rowsAbout(ada)).isZero();
  }

  @Test
  void takesAContactThatIsGivenAgainLater() {
    Attendee ada = meetup.attendee("Ada");
    awaitReceipts(meetup.askToErase(ada, Instant.now().minusSeconds(60)));

    meetup.provideContact(ada);

    awaitContact(ada);
  }

  @Test
  void forgetsTheRecipientAlsoWhereTheDecisionComesAfterTheErasure() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");
    meetup.release(ada, ReleaseReason.ERASURE);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from recipients where rsvp_id = ?")
                    .param(ada.rsvpId())
                    .query(Long.class)
                    .single()
                == 0);
  }

  @Test
  void forgetsWhatItToldToWhomAYearAfterTheMeetup() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    awaitMails(ada, "SEAT_CONFIRMED");

    clock.setTo(MeetupEvents.STARTS_AT.plus(364, ChronoUnit.DAYS));
    forget();
    assertThat(api.emails("?meetupId=" + meetup.meetupId).get("emails")).isNotEmpty();

    clock.setTo(MeetupEvents.STARTS_AT.plus(366, ChronoUnit.DAYS));
    forget();
    assertThat(api.emails("?meetupId=" + meetup.meetupId).get("emails")).isEmpty();
    assertThat(
            jdbc.sql("select count(*) from recipients where meetup_id = ?")
                .param(meetup.meetupId)
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void forgetsWhatWasGatheredForAMailWhenThatIsNotTriedAnyMore() {
    Attendee ada = meetup.attendee("Ada");
    meetup.askForExport(ada, ada);
    awaitMails(ada, "DATA_EXPORT");
    meetup.explain(ada, "Words about Ada.");
    await().atMost(Duration.ofSeconds(20)).until(() -> wordsAbout(ada) == 1);

    clock.setTo(Instant.now().plus(47, ChronoUnit.HOURS));
    forget();
    assertThat(exportsOf(ada)).isEqualTo(1);
    assertThat(wordsAbout(ada)).isEqualTo(1);

    clock.setTo(Instant.now().plus(49, ChronoUnit.HOURS));
    forget();
    assertThat(exportsOf(ada)).isZero();
    assertThat(wordsAbout(ada)).isZero();
  }

  private long wordsAbout(Attendee attendee) {
    return jdbc.sql("select count(*) from explanations where rsvp_id = ?")
        .param(attendee.rsvpId())
        .query(Long.class)
        .single();
  }

  private long exportsOf(Attendee attendee) {
    return jdbc.sql("select count(*) from exports where rsvp_id = ?")
        .param(attendee.rsvpId())
        .query(Long.class)
        .single();
  }

  /** The scheduler's own clock cannot be set, so its daily job is made due. */
  private void forget() {
    Instant before = Instant.now();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                jdbc.sql(
                            """
                            select count(*) from scheduled_tasks
                            where task_name = 'forget-old-meetups' and last_success > ?
                            """)
                        .param(before.atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single()
                    == 1,
            done -> done || madeDue());
  }

  private boolean madeDue() {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = now()
            where task_name = 'forget-old-meetups' and not picked
            """)
        .update();
    scheduler.triggerCheckForDueExecutions();
    return false;
  }

  private long contactsRead() {
    return jdbc.sql("select count(*) from inbox where topic = 'contacts'")
        .query(Long.class)
        .single();
  }

  private void awaitContact(Attendee attendee) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            jdbc.sql("select count(*) from contacts where email = ?")
                    .param(attendee.email())
                    .query(Long.class)
                    .single()
                == 1);
  }

  /** Rows with a name or an address, and those about what was told. */
  private long rowsAbout(Attendee attendee) {
    return jdbc.sql(
            """
            select (select count(*) from contacts where rsvp_id = :id and name is not null)
              + (select count(*) from recipients where rsvp_id = :id)
            """)
        .param("id", attendee.rsvpId())
        .query(Long.class)
        .single();
  }

  private List<ErasureCompleted> awaitReceipts(UUID erasureId) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> receipts(erasureId.toString()), found -> !found.isEmpty());
  }

  private List<ErasureCompleted> receipts(String erasureId) {
    List<ErasureCompleted> found = new ArrayList<>();
    try (Consumer<String, Object> consumer = consumers.createConsumer("erasures-of-tests", "")) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.ERASURES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(read -> {
              if (read.value() instanceof ErasureCompleted receipt
                  && receipt.getErasureId().equals(erasureId)) {
                found.add(receipt);
              }
            });
      }
    }
    return found;
  }
}
