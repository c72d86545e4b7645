package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.util.Throwables;
import org.doorsopen.notification.inbox.Inbox;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;

/** An event and what follows from it are one transaction. */
@NotificationService
class InboxIT {

  @Autowired KafkaTemplate<String, Object> kafka;

  @Autowired Inbox inbox;
  @Autowired JdbcClient jdbc;

  private final String topic = "inbox-" + UUID.randomUUID();

  @Test
  void keepsNothingOfAnEventThatCouldNotBeHandledAndHandlesItOnceWhenItComesAgain() {
    var event = new ConsumerRecord<>(topic, 0, 7, "key", "value");
    AtomicInteger handled = new AtomicInteger();

    assertThatIllegalStateException()
        .isThrownBy(() ->
            inbox.once(
                event,
                _ -> {
                  writeDown();
                  throw new IllegalStateException("the database went away");
                }));
    assertThat(written()).isZero();

    for (int time = 0; time < 2; time++) {
      inbox.once(
          event,
          _ -> {
            writeDown();
            handled.incrementAndGet();
          });
    }
    assertThat(handled).hasValue(1);
    assertThat(written()).isEqualTo(1);
  }

  @Test
  void passesOverTombstonesOfNobody() {
    kafka.send(EventRecords.tombstoneOfNobody(Topics.CONTACTS, 0));
    kafka.send(Topics.CONTACTS, 0, topic, null).join();

    await().atMost(Duration.ofSeconds(20)).until(() -> contacts(topic) == 1);
    assertThat(contacts(Topics.NOBODY)).isZero();
  }

  private int contacts(String rsvpId) {
    return jdbc.sql("select count(*) from contacts where rsvp_id = ?")
        .param(rsvpId)
        .query(Integer.class)
        .single();
  }

  @Test
  void repeatsNoNameAndNoAddressThatTheDatabaseRefuses() {
    assertThatThrownBy(() ->
            jdbc.sql(
                    "insert into contacts (rsvp_id, name, email, locale) values (null, ?, ?, 'en')")
                .params("Lovelace", "lovelace@example.org")
                .update())
        .hasStackTraceContaining("not-null")
        .satisfies(failure ->
            assertThat(Throwables.getStackTrace(failure)).doesNotContainIgnoringCase("lovelace"));
  }

  private void writeDown() {
    jdbc.sql("insert into announcements (meetup_id, version) values (?, 1)").param(topic).update();
  }

  private int written() {
    return jdbc.sql("select count(*) from announcements where meetup_id = ?")
        .param(topic)
        .query(Integer.class)
        .single();
  }
}
