package org.doorsopen.rsvp.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.ReadModelRows;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@RsvpService
@ExtendWith(OutputCaptureExtension.class)
class ReadModelIT {

  @Autowired private RunningService service;
  @Autowired private ReadModelRows rows;
  @Autowired private KafkaTemplate<String, Object> kafka;

  @Autowired private JdbcTemplate jdbc;
  @Autowired private KafkaListenerEndpointRegistry listeners;
  @Autowired private SchemaRegistryClient schemas;
  @Autowired private KafkaAdmin kafkaAdmin;
  @Autowired private ReadModel readModel;
  @Autowired private MeterRegistry meters;

  @Test
  void showsEachDecisionAndTheFiguresAfterIt() {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String confirmed = newId();
    String waiting = newId();
    String next = newId();
    String released = newId();
    String declined = newId();
    rows.decide(decisions.confirmed(confirmed, 2));
    rows.decide(decisions.confirmed(released, 4));
    rows.decide(decisions.waitlisted(waiting, 17, 1));
    rows.decide(decisions.waitlisted(next, 21, 2));
    rows.decide(decisions.released(released, ReleaseReason.ATTENDEE));
    rows.decide(decisions.declined(declined, DeclineReason.FULL));

    rows.shows(decisions.meetupId(), declined, "DECLINED", "FULL", null);
    rows.shows(decisions.meetupId(), confirmed, "CONFIRMED", null, null);
    rows.shows(decisions.meetupId(), released, "CANCELLED", "ATTENDEE", null);
    rows.shows(decisions.meetupId(), waiting, "WAITLISTED", null, 1);
    rows.shows(decisions.meetupId(), next, "WAITLISTED", null, 2);
    JsonNode meetup = service.browser().get("/api/meetups/" + decisions.meetupId()).json();
    assertThat(meetup.path("seats").toString())
        .isEqualTo("{\"capacity\":8,\"confirmed\":8,\"waitlisted\":0}");
  }

  @Test
  void cancelsEveryoneWithTheMeetup() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    Decisions decisions = new Decisions(service.publish(schedule));
    String confirmed = newId();
    String declined = newId();
    rows.decide(decisions.confirmed(confirmed, 2));
    rows.decide(decisions.declined(declined, DeclineReason.FULL));

    service.publish(Schedules.cancelled(schedule));

    rows.shows(decisions.meetupId(), confirmed, "CANCELLED", "MEETUP_CANCELLED", null);
    rows.shows(decisions.meetupId(), declined, "DECLINED", "FULL", null);
    assertThat(
            service
                .browser()
                .get("/api/meetups/" + decisions.meetupId())
                .json()
                .path("status")
                .asString())
        .isEqualTo("CANCELLED");
  }

  @Test
  void saysThatTheWaitlistIsClosedOnceTheMeetupHasBegun() {
    Instant start = Instant.now().minus(Duration.ofMinutes(5));
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8, start)));
    String waiting = newId();
    rows.decide(decisions.waitlisted(waiting, 1, 1));
    rows.decide(decisions.closed(waiting, 1));

    rows.shows(decisions.meetupId(), waiting, "WAITLISTED", "WAITLIST_CLOSED", 1);
  }

  @Test
  void forgetsTheNameButNotTheSeat() {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String rsvpId = newId();
    rows.contact(rsvpId, decisions.meetupId());
    rows.decide(decisions.confirmed(rsvpId, 2));
    await()
        .atMost(SOON)
        .until(() -> service.status(decisions.meetupId(), rsvpId).body().contains("\"Ada\""));

    kafka.send(EventRecords.tombstone(Topics.CONTACTS, rsvpId)).join();

    await()
        .atMost(SOON)
        .until(() -> !service.status(decisions.meetupId(), rsvpId).body().contains("Ada"));
    rows.shows(decisions.meetupId(), rsvpId, "CONFIRMED", null, null);
    assertThat(jdbc.queryForMap("select * from contacts where rsvp_id = ?", rsvpId))
        .containsEntry("name", null)
        .containsEntry("email", null)
        .containsEntry("normalized_email", null);
  }

  @Test
  void setsAsideWhatTheDatabaseRefusesAndRepeatsNoNameAndNoAddress(CapturedOutput output) {
    String rsvpId = newId();
    String next = newId();
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    jdbc.execute(
        "alter table contacts add constraint no_lovelace check (name <> 'Lovelace') not valid");
    try {
      kafka
          .send(
              EventRecords.of(
                  Topics.CONTACTS,
                  rsvpId,
                  new ContactProvided(
                      rsvpId,
                      decisions.meetupId(),
                      "Lovelace",
                      "lovelace@example.org",
                      "en",
                      Instant.now(),
                      null),
                  EventHeaders.of("/test", Instant.now(), Traceparent.fresh())))
          .join();
      rows.contact(next, decisions.meetupId());
      rows.decide(decisions.confirmed(next, 1));

      await()
          .atMost(SOON)
          .until(() -> service.status(decisions.meetupId(), next).body().contains("\"Ada\""));
      await().atMost(SOON).until(() -> output.getOut().contains("is set aside in contacts-dlt"));
      assertThat(output.getOut()).doesNotContainIgnoringCase("lovelace");
    } finally {
      jdbc.execute("alter table contacts drop constraint no_lovelace");
    }
  }

  @Test
  void passesOverEventTypesThatCameLaterThanThisBuild() throws Exception {
    Schema later =
        SchemaBuilder.record("SeatPolished").namespace("org.example").fields().endRecord();
    schemas.register(Topics.SEATS + "-org.example.SeatPolished", new AvroSchema(later));
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String rsvpId = newId();
    kafka.send(Topics.SEATS, decisions.meetupId(), new GenericRecordBuilder(later).build()).join();
    rows.decide(decisions.confirmed(rsvpId, 2));

    rows.shows(decisions.meetupId(), rsvpId, "CONFIRMED", null, null);
  }

  @Test
  void changesNothingWhenItReadsAgain() {
    ReadModelRows.Written written = rows.writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows.rowsOf(written);
    Long position = furthestPosition();

    listeners.stop();
    jdbc.update("update read_positions set next_offset = 0");
    listeners.start();

    await().atMost(SOON).until(() -> furthestPosition() >= position);
    assertThat(rows.rowsOf(written)).isEqualTo(before);
  }

  @Test
  void isNotTakenBackByOlderRecords() {
    ReadModelRows.Written written = rows.writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows.rowsOf(written);

    for (ConsumerRecord<String, Object> decision :
        service.topic(Topics.SEATS).records(written.meetupId())) {
      readModel.apply(List.of(decision), "test");
      assertThat(rows.rowsOf(written)).isEqualTo(before);
    }
    for (ConsumerRecord<String, Object> schedule :
        service.topic(Topics.SCHEDULES).records(written.meetupId())) {
      readModel.apply(List.of(schedule), "test");
      assertThat(rows.rowsOf(written)).isEqualTo(before);
    }
    for (ConsumerRecord<String, Object> contact :
        service.topic(Topics.CONTACTS).records(written.first())) {
      readModel.apply(List.of(contact), "test");
      assertThat(rows.rowsOf(written)).isEqualTo(before);
    }
  }

  @Test
  void isReadAgainFromTheTopicsWhenItIsLost() {
    ReadModelRows.Written written = rows.writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows.rowsOf(written);

    listeners.stop();
    jdbc.execute("truncate read_positions, " + String.join(", ", ReadModelRows.TABLES));
    listeners.start();

    await().atMost(SOON).untilAsserted(() -> assertThat(rows.rowsOf(written)).isEqualTo(before));
  }

  @Test
  void skipsNothingWhileTheDatabaseRefusesAndSaysSo(CapturedOutput output) {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String first = newId();
    String second = newId();
    double before = meters.counter("doors.events.retried", "topic", Topics.SEATS).count();
    jdbc.execute("alter table rsvps rename to rsvps_away");
    try {
      rows.decide(decisions.confirmed(first, 2));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SOON)
          .until(() ->
              jdbc.queryForObject(
                      "select count(*) from rsvps_away where rsvp_id = ?", Long.class, first)
                  == 0);
      // The class, and not the message: that may repeat what is in the records.
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            assertThat(output)
                .containsPattern(
                    "WARN.* Cannot handle seats-\\d+ from offset \\d+ on,.*BadSqlGrammar");
            assertThat(meters.counter("doors.events.retried", "topic", Topics.SEATS).count())
                .isGreaterThan(before);
          });
      assertThat(output).doesNotContain("\"rsvps\" does not exist");
      rows.decide(decisions.released(first, ReleaseReason.ATTENDEE));
      rows.decide(decisions.confirmed(second, 2));
    } finally {
      jdbc.execute("alter table rsvps_away rename to rsvps");
    }

    rows.shows(decisions.meetupId(), first, "CANCELLED", "ATTENDEE", null);
    rows.shows(decisions.meetupId(), second, "CONFIRMED", null, null);
  }

  private Long furthestPosition() {
    return jdbc.queryForObject(
        "select coalesce(sum(next_offset), 0) from read_positions", Long.class);
  }
}
