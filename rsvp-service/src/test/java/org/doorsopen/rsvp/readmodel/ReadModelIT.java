package org.doorsopen.rsvp.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpServiceStory;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.rsvp.contacts.ContactsProjection;
import org.doorsopen.rsvp.meetups.SchedulesProjection;
import org.doorsopen.rsvp.rebuild.Rebuild;
import org.doorsopen.rsvp.rebuild.RebuildLeftovers;
import org.doorsopen.rsvp.rebuild.ShadowTables;
import org.doorsopen.rsvp.status.SeatsProjection;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;

class ReadModelIT extends RsvpServiceStory {

  private static final List<String> TABLES =
      List.of("meetups", "seat_figures", "rsvps", "contacts");

  @Autowired private JdbcTemplate jdbc;
  @Autowired private KafkaListenerEndpointRegistry listeners;
  @Autowired private SchemaRegistryClient schemas;
  @Autowired private KafkaAdmin kafkaAdmin;
  @Autowired private ReadModel readModel;
  @Autowired private SeatsProjection seats;
  @Autowired private SchedulesProjection schedules;
  @Autowired private ContactsProjection contacts;
  @Autowired private MeterRegistry meters;
  @Autowired private ShadowTables shadow;
  @Autowired private RebuildLeftovers leftovers;

  @Test
  void showsEachDecisionAndTheFiguresAfterIt() {
    Decisions decisions = new Decisions(publish(Schedules.aMeetup(8)));
    String confirmed = newId();
    String waiting = newId();
    String next = newId();
    String released = newId();
    String declined = newId();
    decide(decisions.confirmed(confirmed, 2));
    decide(decisions.confirmed(released, 4));
    decide(decisions.waitlisted(waiting, 17, 1));
    decide(decisions.waitlisted(next, 21, 2));
    decide(decisions.released(released, ReleaseReason.ATTENDEE));
    decide(decisions.declined(declined, DeclineReason.FULL));

    shows(decisions.meetupId(), declined, "DECLINED", "FULL", null);
    shows(decisions.meetupId(), confirmed, "CONFIRMED", null, null);
    shows(decisions.meetupId(), released, "CANCELLED", "ATTENDEE", null);
    shows(decisions.meetupId(), waiting, "WAITLISTED", null, 1);
    shows(decisions.meetupId(), next, "WAITLISTED", null, 2);
    JsonNode meetup = browser().get("/api/meetups/" + decisions.meetupId()).json();
    assertThat(meetup.path("seats").toString())
        .isEqualTo("{\"capacity\":8,\"confirmed\":8,\"waitlisted\":0}");
  }

  @Test
  void cancelsEveryoneWithTheMeetup() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    Decisions decisions = new Decisions(publish(schedule));
    String confirmed = newId();
    String declined = newId();
    decide(decisions.confirmed(confirmed, 2));
    decide(decisions.declined(declined, DeclineReason.FULL));

    publish(Schedules.cancelled(schedule));

    shows(decisions.meetupId(), confirmed, "CANCELLED", "MEETUP_CANCELLED", null);
    shows(decisions.meetupId(), declined, "DECLINED", "FULL", null);
    assertThat(
            browser().get("/api/meetups/" + decisions.meetupId()).json().path("status").asString())
        .isEqualTo("CANCELLED");
  }

  @Test
  void saysThatTheWaitlistIsClosedOnceTheMeetupHasBegun() {
    Instant start = Instant.now().minus(Duration.ofMinutes(5));
    Decisions decisions = new Decisions(publish(Schedules.aMeetup(8, start)));
    String waiting = newId();
    decide(decisions.waitlisted(waiting, 1, 1));
    decide(decisions.closed(waiting, 1));

    shows(decisions.meetupId(), waiting, "WAITLISTED", "WAITLIST_CLOSED", 1);
  }

  @Test
  void forgetsTheNameButNotTheSeat() {
    Decisions decisions = new Decisions(publish(Schedules.aMeetup(8)));
    String rsvpId = newId();
    contact(rsvpId, decisions.meetupId());
    decide(decisions.confirmed(rsvpId, 2));
    await()
        .atMost(SOON)
        .until(() -> status(decisions.meetupId(), rsvpId).body().contains("\"Ada\""));

    kafka.send(EventRecords.tombstone(Topics.CONTACTS, rsvpId)).join();

    await().atMost(SOON).until(() -> !status(decisions.meetupId(), rsvpId).body().contains("Ada"));
    shows(decisions.meetupId(), rsvpId, "CONFIRMED", null, null);
    assertThat(jdbc.queryForMap("SELECT * FROM contacts WHERE rsvp_id = ?", rsvpId))
        .containsEntry("name", null)
        .containsEntry("email", null)
        .containsEntry("normalized_email", null);
  }

  /** PostgreSQL takes no zero character. */
  @Test
  void repeatsNoNameAndNoAddressThatTheDatabaseRefuses() {
    String rsvpId = newId();
    ContactProvided refused =
        new ContactProvided(
            rsvpId, newId(), "Lovelace\0", "lovelace@example.org", "en", Instant.now());
    var records =
        List.of(new ConsumerRecord<String, Object>(Topics.CONTACTS, 0, 0, rsvpId, refused));

    assertThatThrownBy(() -> contacts.write(records))
        .isInstanceOf(DataAccessException.class)
        .satisfies(it -> assertThat(withAllThatFollows(it)).doesNotContainIgnoringCase("lovelace"));
  }

  /** As a log may show it. */
  private static String withAllThatFollows(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    if (failure.getCause() instanceof SQLException refusal) {
      refusal.forEach(it -> text.append(it.toString()));
    }
    return text.toString();
  }

  @Test
  void passesOverEventsThatCameLaterThanThisBuild() throws Exception {
    Schema later =
        SchemaBuilder.record("SeatPolished").namespace("org.example").fields().endRecord();
    schemas.register(Topics.SEATS + "-org.example.SeatPolished", new AvroSchema(later));
    Decisions decisions = new Decisions(publish(Schedules.aMeetup(8)));
    String rsvpId = newId();
    kafka.send(Topics.SEATS, decisions.meetupId(), new GenericRecordBuilder(later).build()).join();
    decide(decisions.confirmed(rsvpId, 2));

    shows(decisions.meetupId(), rsvpId, "CONFIRMED", null, null);
  }

  @Test
  void changesNothingWhenItReadsAgain() {
    Written written = writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows(written);
    Long position = furthestPosition();

    listeners.stop();
    jdbc.update("UPDATE read_positions SET next_offset = 0");
    listeners.start();

    await().atMost(SOON).until(() -> furthestPosition() >= position);
    assertThat(rows(written)).isEqualTo(before);
  }

  @Test
  void isNotTakenBackByOlderRecords() {
    Written written = writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows(written);

    for (var decision : topic(Topics.SEATS).records(written.meetupId())) {
      readModel.apply(List.of(decision), seats::write);
      assertThat(rows(written)).isEqualTo(before);
    }
    for (var schedule : topic(Topics.SCHEDULES).records(written.meetupId())) {
      readModel.apply(List.of(schedule), schedules::write);
      assertThat(rows(written)).isEqualTo(before);
    }
    for (var contact : topic(Topics.CONTACTS).records(written.first())) {
      readModel.apply(List.of(contact), contacts::write);
      assertThat(rows(written)).isEqualTo(before);
    }
  }

  @Test
  void isReadAgainFromTheTopicsWhenItIsLost() {
    Written written = writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows(written);

    listeners.stop();
    jdbc.execute("TRUNCATE read_positions, " + String.join(", ", TABLES));
    listeners.start();

    await().atMost(SOON).untilAsserted(() -> assertThat(rows(written)).isEqualTo(before));
  }

  @Test
  void isRebuiltWhileItAnswersAndRsvpsArrive() {
    Written written = writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows(written);
    Decisions arriving = new Decisions(publish(Schedules.aMeetup(8)));
    String answered = newId();
    decide(arriving.confirmed(answered, 2));
    shows(arriving.meetupId(), answered, "CONFIRMED", null, null);
    jdbc.update("UPDATE rsvps SET status = 'DECLINED' WHERE rsvp_id = ?", written.second());
    jdbc.update("DELETE FROM contacts WHERE rsvp_id = ?", written.second());
    AtomicBoolean done = new AtomicBoolean();

    CompletableFuture<Integer> rebuilt =
        CompletableFuture.supplyAsync(this::rebuild).whenComplete((_, _) -> done.set(true));
    List<String> arrived = new ArrayList<>();
    while (!done.get() || arrived.size() < 20) {
      arrived.add(newId());
      decide(arriving.confirmed(arrived.getLast(), 2));
      assertThat(status(arriving.meetupId(), answered).body()).contains("\"CONFIRMED\"");
    }

    assertThat(rebuilt.join()).isEqualTo(200);
    assertThat(rows(written)).isEqualTo(before);
    arrived.forEach(it -> shows(arriving.meetupId(), it, "CONFIRMED", null, null));
    Written all = new Written(arriving.meetupId(), answered, answered);
    Map<String, List<Map<String, Object>>> followed = rows(all);
    Answer again = askForRebuild();
    assertThat(rows(all)).isEqualTo(followed);
    assertThat(again.json().path("changed").intValue()).isZero();
  }

  @Test
  void keepsWhatTheTopicNoLongerHoldsWhenItIsRebuilt() throws Exception {
    Written old = writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows(old);
    TopicPartition partition = partitionOf(old.meetupId());
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      long end =
          admin
              .listOffsets(Map.of(partition, OffsetSpec.latest()))
              .all()
              .get()
              .get(partition)
              .offset();
      admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end))).all().get();
    }

    assertThat(rebuild()).isEqualTo(200);

    assertThat(rows(old)).isEqualTo(before);
  }

  @Test
  void isRebuiltByOneAtATime() {
    whileAnotherRebuilds(() -> assertThat(rebuild()).isEqualTo(409));
  }

  @Test
  void leavesNoCopyBehindWhenARebuildIsKilled() {
    shadow.create();

    whileAnotherRebuilds(leftovers::drop);
    assertThat(shadow.exist()).isTrue();

    leftovers.drop();
    assertThat(shadow.exist()).isFalse();
  }

  private void whileAnotherRebuilds(Runnable task) {
    jdbc.execute(
        (ConnectionCallback<Void>)
            another -> {
              JdbcTemplate other = new JdbcTemplate(new SingleConnectionDataSource(another, true));
              other.execute("SELECT pg_advisory_lock(%d)".formatted(Rebuild.LOCK));
              try {
                task.run();
              } finally {
                other.execute("SELECT pg_advisory_unlock(%d)".formatted(Rebuild.LOCK));
              }
              return null;
            });
  }

  private int rebuild() {
    return askForRebuild().status();
  }

  private Answer askForRebuild() {
    return browser().postJson("/api/read-model/rebuilds", "", "Authorization", organizer());
  }

  private TopicPartition partitionOf(String meetupId) {
    var first = topic(Topics.SEATS).records(meetupId).getFirst();
    return new TopicPartition(first.topic(), first.partition());
  }

  @Test
  @ExtendWith(OutputCaptureExtension.class)
  void skipsNothingWhileTheDatabaseRefusesAndSaysSo(CapturedOutput output) {
    Decisions decisions = new Decisions(publish(Schedules.aMeetup(8)));
    String first = newId();
    String second = newId();
    double before = meters.counter("doors.events.retried", "topic", Topics.SEATS).count();
    jdbc.execute("ALTER TABLE rsvps RENAME TO rsvps_away");
    try {
      decide(decisions.confirmed(first, 2));
      await()
          .during(Duration.ofSeconds(2))
          .atMost(SOON)
          .until(() ->
              jdbc.queryForObject(
                      "SELECT count(*) FROM rsvps_away WHERE rsvp_id = ?", Long.class, first)
                  == 0);
      // The class, and not the message: that may repeat what is in the records.
      assertThat(output)
          .containsPattern("WARN.* Cannot handle seats-\\d+ from offset \\d+ on,.*BadSqlGrammar")
          .doesNotContain("\"rsvps\" does not exist");
      assertThat(meters.counter("doors.events.retried", "topic", Topics.SEATS).count())
          .isGreaterThan(before);
      decide(decisions.released(first, ReleaseReason.ATTENDEE));
      decide(decisions.confirmed(second, 2));
    } finally {
      jdbc.execute("ALTER TABLE rsvps_away RENAME TO rsvps");
    }

    shows(decisions.meetupId(), first, "CANCELLED", "ATTENDEE", null);
    shows(decisions.meetupId(), second, "CONFIRMED", null, null);
  }

  /**
   * @param first waited, was confirmed, was cancelled, and its contact is erased
   * @param second is confirmed
   */
  private record Written(String meetupId, String first, String second) {}

  private Written writeSomeOfEverything() {
    ScheduleChanged schedule = Schedules.aMeetup(8);
    Decisions decisions = new Decisions(publish(schedule));
    String first = newId();
    String second = newId();
    contact(first, decisions.meetupId());
    contact(second, decisions.meetupId());
    decide(decisions.waitlisted(first, 1, 1));
    decide(decisions.confirmed(first, 2));
    decide(decisions.confirmed(second, 4));
    decide(decisions.released(first, ReleaseReason.ATTENDEE));
    publish(Schedules.cancelled(schedule));
    kafka.send(EventRecords.tombstone(Topics.CONTACTS, first)).join();
    shows(decisions.meetupId(), first, "CANCELLED", "ATTENDEE", null);
    shows(decisions.meetupId(), second, "CANCELLED", "MEETUP_CANCELLED", null);
    await().atMost(SOON).until(() -> contacts(first, false) && contacts(second, true));
    return new Written(decisions.meetupId(), first, second);
  }

  private boolean contacts(String rsvpId, boolean named) {
    return jdbc.queryForObject(
            "SELECT count(*) FROM contacts WHERE rsvp_id = ? AND (name IS NOT NULL) = ?",
            Long.class,
            rsvpId,
            named)
        == 1;
  }

  private Map<String, List<Map<String, Object>>> rows(Written written) {
    Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    for (String table : TABLES) {
      String id = table.equals("contacts") ? "rsvp_id" : "meetup_id";
      rows.put(
          table,
          jdbc.queryForList(
              "SELECT * FROM %s WHERE %s IN (?, ?, ?) ORDER BY 1".formatted(table, id),
              written.meetupId(),
              written.first(),
              written.second()));
    }
    return rows;
  }

  private Long furthestPosition() {
    return jdbc.queryForObject(
        "SELECT coalesce(sum(next_offset), 0) FROM read_positions", Long.class);
  }

  private void decide(SpecificRecord decision) {
    write(Topics.SEATS, (String) decision.get(1), decision);
  }

  private void contact(String rsvpId, String meetupId) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    write(
        Topics.CONTACTS,
        rsvpId,
        new ContactProvided(rsvpId, meetupId, "Ada", "Ada@example.org", "en", now));
  }

  private void shows(
      String meetupId,
      String rsvpId,
      String state,
      @Nullable String reason,
      @Nullable Integer position) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode status = status(meetupId, rsvpId).json();
          assertThat(status.path("status").asString()).isEqualTo(state);
          assertThat(status.path("reason").asStringOpt().orElse(null)).isEqualTo(reason);
          assertThat(
                  status.path("waitlistPosition").asIntOpt().stream()
                      .boxed()
                      .findFirst()
                      .orElse(null))
              .isEqualTo(position);
        });
  }
}
