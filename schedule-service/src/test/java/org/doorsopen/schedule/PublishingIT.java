package org.doorsopen.schedule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.schedule.Evenings.anEvening;
import static org.doorsopen.schedule.Evenings.at;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.infrastructure.Database;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.schedule.OrganizerApi.Answer;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.MeetupStatus;
import org.doorsopen.schemas.events.RoomChanged;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@ScheduleService
@ExtendWith(OutputCaptureExtension.class)
class PublishingIT {

  @LocalServerPort int port;

  @LocalManagementPort int management;

  OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);
  SchedulesTopic topic;

  @BeforeEach
  void connect() {
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    topic = new SchedulesTopic(SharedInfrastructure.get());
  }

  @AfterEach
  void close() {
    topic.close();
  }

  @Test
  void takesAnEveningFromTheFirstDraftToItsCancellation() {
    Answer created = api.post("/api/schedules", anEvening().toString());
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    String meetupId = created.json().get("meetupId").asString();
    String path = "/api/schedules/" + meetupId;
    assertThat(created.header("Location")).isEqualTo(path);
    assertThat(created.json().get("status").asString()).isEqualTo("DRAFT");

    assertThat(api.put(path, anEvening().toString()).status()).isEqualTo(428);
    ObjectNode edited = anEvening().put("capacity", 10);
    edited.putArray("reminders").add("PT48H").add("PT30M");
    Answer saved = api.put(path, edited.toString(), "If-Match", created.header("ETag"));
    assertThat(saved.status()).as("%s", saved).isEqualTo(200);
    Answer stale = api.put(path, anEvening().toString(), "If-Match", created.header("ETag"));
    assertThat(stale.status()).isEqualTo(412);

    Answer first =
        api.post(
            path + "/publications",
            "{\"note\": \"See you there!\", \"notify\": \"ALWAYS\"}",
            "traceparent",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    assertThat(first.status()).as("%s", first).isEqualTo(201);
    assertThat(first.json().get("version").asInt()).isEqualTo(1);
    assertThat(first.json().get("changes")).isEmpty();
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1));
    assertFirstEvent(topic.of(meetupId).getFirst(), first.json());
    assertThat(api.get(path).json().get("unpublishedChanges").asBoolean()).isFalse();

    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(409);

    // A client that has not read the meetup since may still edit it: only edits make it stale.
    ((ObjectNode) edited.get("agenda").get(1)).put("startsAt", at(45));
    Answer moved = api.put(path, edited.toString(), "If-Match", saved.header("ETag"));
    assertThat(moved.status()).as("%s", moved).isEqualTo(200);
    assertThat(moved.json().get("unpublishedChanges").asBoolean()).isTrue();
    Answer second = api.post(path + "/publications", "");
    assertThat(second.status()).as("%s", second).isEqualTo(201);
    JsonNode change = second.json().get("changes").get(0);
    assertThat(change.get("path").asString()).isEqualTo("agenda[nele].startsAt");
    assertThat(change.get("old").asString()).isEqualTo(at(30));
    assertThat(change.get("new").asString()).isEqualTo(at(45));

    Answer cancelled = api.post(path + "/cancellation", "{\"note\": \"The pipes burst.\"}");
    assertThat(cancelled.status()).as("%s", cancelled).isEqualTo(201);
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1, 2, 3));
    ScheduleChanged last = (ScheduleChanged) topic.of(meetupId).getLast().value();
    assertThat(last.getStatus()).isEqualTo(MeetupStatus.CANCELLED);
    assertThat(last.getNote()).isEqualTo("The pipes burst.");
    assertThat(last.getMeetup().getAgenda().get(1).getStartsAt()).isEqualTo(Instant.parse(at(45)));

    assertThat(api.put(path, anEvening().toString(), "If-Match", "*").status()).isEqualTo(409);
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(409);
    assertThat(api.post(path + "/cancellation", "{}").status()).isEqualTo(409);
    assertThat(api.get(path + "/publications").json().get("publications"))
        .extracting(version -> version.get("status").asString())
        .containsExactly("PUBLISHED", "PUBLISHED", "CANCELLED");
  }

  @Test
  void publishesTheOnlineRoomOnATopicOfItsOwnAndBeforeTheVersion() {
    String path = draft();
    String meetupId = path.substring(path.lastIndexOf('/') + 1);
    String online = anEvening().put("onlineUrl", "https://meet.example/evening").toString();
    assertThat(api.put(path, online, "If-Match", "*").status()).isEqualTo(200);
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    String moved = anEvening().put("onlineUrl", "https://meet.example/other").toString();
    assertThat(api.put(path, moved, "If-Match", "*").status()).isEqualTo(200);
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    assertThat(api.put(path, anEvening().toString(), "If-Match", "*").status()).isEqualTo(200);
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1, 2, 3));

    assertThat(topic.of(meetupId))
        .extracting(record -> ((ScheduleChanged) record.value()).getMeetup().getOnline())
        .containsExactly(true, true, false);
    assertThat(topic.of(meetupId))
        .allSatisfy(record -> assertThat(record.value().toString()).doesNotContain("meet.example"));
    try (SchedulesTopic rooms = new SchedulesTopic(SharedInfrastructure.get(), Topics.ROOMS)) {
      await().untilAsserted(() -> assertThat(rooms.of(meetupId)).hasSize(3));
      assertThat(rooms.of(meetupId))
          .extracting(
              record -> record.value() == null ? "" : ((RoomChanged) record.value()).getOnlineUrl())
          .containsExactly("https://meet.example/evening", "https://meet.example/other", "");
    }
  }

  /** The latest version of each meetup is what the topic still holds. */
  @Test
  void sendsVersionsOnceMoreThatHadTheirRoomInTheEvent() {
    JdbcTemplate jdbc = new JdbcTemplate(superuser());
    Flyway before = flyway("2");
    before.clean();
    before.migrate();
    String[] kept = {"with", "without", "changed", "earlier"};
    Map<String, UUID> ids = new LinkedHashMap<>();
    for (String name : kept) {
      UUID id = UUID.randomUUID();
      ids.put(name, id);
      jdbc.update(
          "insert into rooms_before.meetups (meetup_id, edit, draft, created_at, edited_at)"
              + " values (?, 1, '{}', now(), now())",
          id);
    }
    String room = "{\"onlineUrl\": \"https://meet.example/1\"}";
    published(jdbc, ids.get("with"), 1, room, "[]");
    published(jdbc, ids.get("with"), 2, room, "[]");
    published(jdbc, ids.get("without"), 1, "{\"onlineUrl\": null}", "[]");
    published(
        jdbc, ids.get("changed"), 1, "{}", "[{\"path\": \"onlineUrl\", \"old\": \"https://x\"}]");
    published(jdbc, ids.get("earlier"), 1, room, "[]");
    published(jdbc, ids.get("earlier"), 2, "{}", "[]");

    flyway("latest").migrate();

    assertThat(
            jdbc.queryForList(
                "select meetup_id || '/' || version from rooms_before.publications"
                    + " where sent_at is null",
                String.class))
        .containsExactlyInAnyOrder(ids.get("with") + "/2", ids.get("changed") + "/1");
    before.clean();
  }

  private static void published(
      JdbcTemplate jdbc, UUID meetupId, int version, String meetup, String changes) {
    jdbc.update(
        "insert into rooms_before.publications (meetup_id, version, status, meetup, changes, notify,"
            + " published_at, traceparent, sent_at)"
            + " values (?, ?, 'PUBLISHED', ?::jsonb, ?::jsonb, 'AUTO', now(), '', now())",
        meetupId,
        version,
        meetup,
        changes);
  }

  /** A service may make no schema. */
  private static DriverManagerDataSource superuser() {
    Database database = SharedInfrastructure.get().database();
    return new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
  }

  private static Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(superuser())
        .defaultSchema("rooms_before")
        .schemas("rooms_before")
        .createSchemas(true)
        .cleanDisabled(false)
        .target(target)
        .load();
  }

  @Test
  void publishesWhileKafkaIsDownAndSendsInOrderWhenItIsBack(CapturedOutput log) {
    String path = draft();
    String meetupId = path.substring(path.lastIndexOf('/') + 1);

    SharedInfrastructure.get().kafka().kill();
    try {
      Instant from = Instant.now();
      assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
      String moved = anEvening().put("capacity", 12).toString();
      assertThat(api.put(path, moved, "If-Match", "*").status()).isEqualTo(200);
      assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
      assertThat(api.post(path + "/cancellation", "{}").status()).isEqualTo(201);
      assertThat(Duration.between(from, Instant.now())).isLessThan(Duration.ofSeconds(4));
      assertThat(
              new OrganizerApi(management, ScheduleService.LOGIN)
                  .get("/actuator/health/readiness")
                  .status())
          .isEqualTo(200);
      await()
          .pollDelay(Duration.ofSeconds(12)) // past the producer's own patience
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() ->
              assertThat(api.get(path + "/publications").json().get("publications"))
                  .allMatch(version -> version.get("sentAt").isNull()));
      // The same template sends contacts elsewhere, and logs are no place for those.
      assertThat(log).contains("is not sent yet").doesNotContain("payload=");
    } finally {
      SharedInfrastructure.get().kafka().start();
    }

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(api.get(path + "/publications").json().get("publications"))
                .noneMatch(version -> version.get("sentAt").isNull()));
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1, 2, 3));
    assertThat(topic.of(meetupId).stream().map(ConsumerRecord::timestamp).toList())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void givesEachOfManyOrganizersAtOnceAVersionOfItsOwnOrA409() throws InterruptedException {
    String path = draft();
    String meetupId = path.substring(path.lastIndexOf('/') + 1);

    List<Integer> statuses =
        OrganizerApi.statusesAtOnce(8, i -> api.post(path + "/publications", "{}"));

    assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1));
  }

  @Test
  void sendsManyVersionsThatCameAtOnceInOrderAndOnce() {
    String path = draft();
    String meetupId = path.substring(path.lastIndexOf('/') + 1);

    for (int version = 1; version <= 20; version++) {
      String edit = anEvening().put("capacity", version).toString();
      assertThat(api.put(path, edit, "If-Match", "*").status()).isEqualTo(200);
      assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    }

    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).hasSize(20));
    assertThat(topic.versionsOf(meetupId))
        .isEqualTo(Stream.iterate(1, version -> version + 1).limit(20).toList());
  }

  @Test
  void cancelsNothingThatWasNeverPublished() {
    Answer refused = api.post(draft() + "/cancellation", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").asString()).contains("never published");
  }

  @Test
  void invitesNobodyToAnEveningThatIsOver() {
    ObjectNode past = anEvening();
    past.remove("agenda");
    past.put("startsAt", "2024-02-28T17:00:00Z").put("endsAt", "2024-02-28T20:30:00Z");
    Answer created = api.post("/api/schedules", past.toString());
    assertThat(created.status()).as("%s", created).isEqualTo(201);

    Answer refused = api.post(created.header("Location") + "/publications", "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("detail").asString()).contains("over since 2024-02-28T20:30:00Z");
  }

  @Test
  void invitesNobodyWhenRsvpsAreClosedButTellsOfChangesThen() {
    ObjectNode closed =
        anEvening()
            .put("rsvpOpensAt", "2024-06-01T16:00:00Z")
            .put("rsvpClosesAt", "2024-06-10T16:00:00Z");
    Answer created = api.post("/api/schedules", closed.toString());
    String path = created.header("Location");

    Answer refused = api.post(path + "/publications", "{}");

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.json().get("detail").asString())
        .contains("rsvpClosesAt must be later than now, and is 2024-06-10T16:00:00Z");

    api.put(path, anEvening().toString(), "If-Match", "*");
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    api.put(path, closed.toString(), "If-Match", "*");
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
  }

  @Test
  void asksBackBeforeItTellsOfAStartInThePast() {
    String path = draft();
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    ObjectNode past = anEvening();
    past.remove("agenda");
    past.put("startsAt", "2024-02-28T17:00:00Z").put("rsvpOpensAt", "2024-01-01T17:00:00Z");
    assertThat(api.put(path, past.toString(), "If-Match", "*").status()).isEqualTo(200);

    Answer asked = api.post(path + "/publications", "{}");
    Answer misspelt = api.post(path + "/publications", "{\"confirmPast\": \"yes\"}");
    Answer confirmed = api.post(path + "/publications", "{\"confirmPast\": true}");

    assertThat(asked.status()).as("%s", asked).isEqualTo(409);
    assertThat(asked.json().get("detail").asString())
        .contains("at 2024-02-28T18:00 in Europe/Berlin", "\"confirmPast\": true");
    assertThat(asked.json().get("confirm").asString()).isEqualTo("confirmPast");
    assertThat(misspelt.json().at("/errors/0/field").asString()).isEqualTo("confirmPast");
    assertThat(confirmed.status()).as("%s", confirmed).isEqualTo(201);

    // A time that was told already is no slip of the pen.
    api.put(path, past.put("summary", "What a night!").toString(), "If-Match", "*");
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
  }

  @Test
  void asksBackBeforeItInvitesToAnEveningThatHasBegun() {
    ObjectNode begun = anEvening();
    begun.remove("agenda");
    begun.put("startsAt", "2024-02-28T17:00:00Z");
    begun.put("rsvpClosesAt", at(210)).put("promotionsEndAt", at(210));
    String path = api.post("/api/schedules", begun.toString()).header("Location");

    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(409);
    assertThat(api.post(path + "/publications", "{\"confirmPast\": true}").status()).isEqualTo(201);
  }

  @Test
  void cancelsNothingThatIsOver() {
    Instant endsAt = Instant.now().plusMillis(1500).truncatedTo(ChronoUnit.MILLIS);
    ObjectNode over = anEvening();
    over.remove("agenda");
    over.put("startsAt", "2024-02-28T17:00:00Z").put("endsAt", endsAt.toString());
    over.put("rsvpClosesAt", endsAt.toString()).put("promotionsEndAt", endsAt.toString());
    String path = api.post("/api/schedules", over.toString()).header("Location");
    Answer published = api.post(path + "/publications", "{\"confirmPast\": true}");
    assertThat(published.status()).as("%s", published).isEqualTo(201);
    await().until(() -> Instant.now().isAfter(endsAt));

    Answer refused = api.post(path + "/cancellation", "{}");

    assertThat(refused.status()).as("%s", refused).isEqualTo(409);
    assertThat(refused.json().get("detail").asString()).contains("over since " + endsAt);
    assertThat(api.get(path).json().get("status").asString()).isEqualTo("PUBLISHED");
  }

  @Test
  void publishesNothingThatReadsTheSame() {
    String path = draft();
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(201);
    ObjectNode retyped = anEvening().put("title", "Kubernetes &\u00a0Cloud Native Berlin ");
    retyped.put("startsAt", Evenings.STARTS_AT.plusMillis(500).toString()).put("summary", " ");
    retyped.remove("agenda");
    retyped.set("agenda", api.get(path).json().get("agenda"));
    ((ObjectNode) retyped.get("agenda").get(0)).put("startsAt", at(0).replace(":00Z", ":30Z"));
    assertThat(api.put(path, retyped.toString(), "If-Match", "*").status()).isEqualTo(200);

    assertThat(api.get(path).json().get("unpublishedChanges").asBoolean()).isFalse();
    assertThat(api.post(path + "/publications", "{}").status()).isEqualTo(409);
  }

  @Test
  void refusesAPublicationOfWhatTheOrganizerHasNotSeen() {
    Answer created = api.post("/api/schedules", anEvening().toString());
    String path = created.header("Location");
    api.put(path, anEvening().put("capacity", 9).toString(), "If-Match", "*");

    Answer refused = api.post(path + "/publications", "{}", "If-Match", created.header("ETag"));

    assertThat(refused.status()).isEqualTo(412);
  }

  /**
   * A record that cannot be read would take the place of the last version when the topic is
   * compacted.
   */
  @Test
  void sendsTheLastVersionAgainWhenARecordInItsPlaceIsDiscarded(CapturedOutput output)
      throws Exception {
    String path = draft();
    String meetupId = path.substring(path.lastIndexOf('/') + 1);
    api.post(path + "/publications", "{}");
    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1));
    String origin = "schedules-0@" + UUID.randomUUID().getLeastSignificantBits() % 1_000_000_000;
    origin = origin.replace("@-", "@");
    ProducerRecord<String, String> letter =
        new ProducerRecord<>("schedules-dlt", meetupId, "no event");
    letter.headers().add("doors_origin", origin.getBytes(UTF_8));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            SharedInfrastructure.get().kafka().operator().settings(),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(letter).get();
    }

    String letters = "/api/dead-letters/schedules";
    assertThat(api.get(letters).json().toString()).contains(origin, meetupId);
    String one = letters + "/" + origin.replace("@", "%40");
    assertThat(api.post(one + "/replay", "").status()).isEqualTo(409);
    assertThat(api.post(one + "/discard", "").status()).isEqualTo(204);

    await().untilAsserted(() -> assertThat(topic.versionsOf(meetupId)).containsExactly(1, 1));
    assertThat(output).contains("has discarded the dead letter " + origin);
    assertThat(api.get(letters).json().toString()).doesNotContain(origin);
  }

  private String draft() {
    Answer created = api.post("/api/schedules", anEvening().toString());
    assertThat(created.status()).as("%s", created).isEqualTo(201);
    return created.header("Location");
  }

  private static void assertFirstEvent(ConsumerRecord<String, Object> sent, JsonNode answer) {
    ScheduleChanged event = (ScheduleChanged) sent.value();
    Instant publishedAt = Instant.parse(answer.get("publishedAt").asString());
    assertThat(event.getPublishedAt()).isEqualTo(publishedAt);
    assertThat(event.getPublishedBy()).isEqualTo("ada");
    assertThat(answer.get("publishedBy").asString()).isEqualTo("ada");
    assertThat(event.getNote()).isEqualTo("See you there!");
    assertThat(event.getNotify()).hasToString("ALWAYS");
    var meetup = event.getMeetup();
    assertThat(meetup.getCapacity()).isEqualTo(10);
    assertThat(meetup.getReminderLeadSeconds()).containsExactly(172_800, 1_800);
    assertThat(meetup.getRsvpOpensAt()).isEqualTo(publishedAt);
    assertThat(meetup.getRsvpClosesAt()).isEqualTo(Evenings.STARTS_AT);
    assertThat(meetup.getPromotionsEndAt()).isEqualTo(Evenings.STARTS_AT);
    assertThat(meetup.getAgenda().getFirst().getId()).matches("[a-z0-9]{8,10}");
    assertThat(meetup.getAgenda().get(1).getSpeakers().getFirst().getName())
        .isEqualTo("Nele Uhlemann");
    EventHeaders headers = EventHeaders.readFrom(sent.headers()).orElseThrow();
    assertThat(headers.source()).isEqualTo("/schedule-service/publications");
    assertThat(headers.time()).isEqualTo(publishedAt);
    assertThat(headers.traceparent().value()).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
  }
}
