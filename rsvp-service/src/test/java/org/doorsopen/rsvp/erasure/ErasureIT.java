package org.doorsopen.rsvp.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.fixtures.DecisionFixtures;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.locks.AdvisoryLocks;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.rsvp.requests.RsvpLog;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureRequested;
import org.doorsopen.schemas.events.ErasureRequestedBy;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.web.problems.Unavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

@RsvpService
class ErasureIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private KafkaTemplate<String, Object> kafka;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private ContactSweep sweep;
  @Autowired private CompactionNudge nudge;
  @Autowired private Contacts contacts;
  @Autowired private Progress progress;
  @Autowired private ErasureSettings settings;
  @Autowired private RsvpLog log;
  @Autowired private RsvpRequests requests;
  @Autowired private InstantSource clock;
  @Autowired private AdvisoryLocks locks;
  @Autowired private KafkaAdmin kafkaAdmin;
  @Autowired private ReadPositions positions;
  @Autowired private UnreadRecords unread;

  @Test
  void cancelsAndErasesEveryRsvpOfTheAddress() {
    String address = newId() + "@example.org";
    String firstMeetup = service.publish(Schedules.aMeetup(8));
    String secondMeetup = service.publish(Schedules.aMeetup(8));
    String first = requested(firstMeetup, address);
    String second = requested(secondMeetup, address.toUpperCase(Locale.ROOT));
    String other = requested(firstMeetup, newId() + "@example.org");
    await().atMost(SOON).until(() -> named(first) && named(second) && named(other));

    assertThat(eraseAll(firstMeetup, first).status()).isEqualTo(202);

    isErased(firstMeetup, first);
    isErased(secondMeetup, second);
    assertThat(service.topic(Topics.CONTACTS).records(other)).hasSize(1);
    assertThat(eraseAll(firstMeetup, first).status()).isEqualTo(202);
  }

  @Test
  void erasesAllOfAnAddressHoweverMany() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      all.add(newId());
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    all.forEach(
        rsvpId -> write(new ContactProvided(rsvpId, meetupId, "Ada", address, "en", now, null)));
    await().atMost(SOON).until(() -> namedWith(address) == all.size());
    String own = all.get(7);

    assertThat(eraseAll(meetupId, own).status()).isEqualTo(202);

    await().atMost(SOON).until(() -> namedWith(address) == 0);
    assertThat(cancelledOf(meetupId)).containsExactlyInAnyOrderElementsOf(all).endsWith(own);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode erasure = erasuresOf(meetupId, own).json().at("/erasures/0");
          assertThat(erasure.path("rsvps").asInt()).isEqualTo(1);
          JsonNode whole = erasure(erasure.path("erasureId").asString()).json();
          assertThat(whole.path("rsvps").asInt()).isEqualTo(2_500);
          assertThat(whole.at("/receipts/1/rsvps").asInt()).isEqualTo(2_500);
          assertThat(whole.at("/receipts/1/completedAt").isNull()).isFalse();
        });
  }

  @Test
  void erasesTheOneThatIsAskedForLastAlsoWhereNotAllCanBeErasedInTime() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    String own = requested(meetupId, address);
    String other = requested(meetupId, address);
    await().atMost(SOON).until(() -> named(own) && named(other));
    Erasing hurried = new Erasing(contacts, requests, clock, Duration.ZERO);

    assertThatThrownBy(
            () -> hurried.allOfTheAddressOf(new RsvpKey(own, meetupId), Traceparent.fresh()))
        .isInstanceOf(Unavailable.class);

    assertThat(last(own).value()).isNotNull();
    assertThat(eraseAll(meetupId, own).status()).isEqualTo(202);
    isErased(own);
    isErased(other);
  }

  @Test
  void erasesForAnOrganizerOnSomebodysBehalfAndShowsEveryReceipt() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, address);
    String other = requested(meetupId, newId() + "@example.org");
    await().atMost(SOON).until(() -> named(rsvpId) && named(other));

    Answer answer = askToErase("  " + address.toUpperCase(Locale.ROOT));

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    assertThat(answer.json().path("rsvps").asInt()).isEqualTo(1);
    isErased(meetupId, rsvpId);
    assertThat(service.topic(Topics.CONTACTS).records(other)).hasSize(1);
    String erasureId = answer.json().path("erasureId").asString();
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode erasure = erasure(erasureId).json();
          assertThat(erasure.path("requestedBy").asString()).isEqualTo("ORGANIZER");
          assertThat(erasure.path("organizer").asString()).isEqualTo("organizer");
          assertThat(erasure.at("/receipts/0/service").asString())
              .isEqualTo("notification-service");
          assertThat(erasure.at("/receipts/0/completedAt").isNull()).isTrue();
          assertThat(erasure.at("/receipts/1/service").asString()).isEqualTo("rsvp-service");
          assertThat(erasure.at("/receipts/1/completedAt").isNull()).isFalse();
        });

    Instant later = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    String second = "notification-service";
    service.write(Topics.ERASURES, rsvpId, new ErasureCompleted(erasureId, rsvpId, second, later));
    service.write(
        Topics.ERASURES,
        rsvpId,
        new ErasureCompleted(erasureId, rsvpId, second, later.plusSeconds(9)));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    erasuresOf(meetupId, rsvpId)
                        .json()
                        .at("/erasures/0/receipts/0/completedAt")
                        .asString(""))
                .isEqualTo(later.toString()));
    assertThat(service.topic(Topics.ERASURES).records(rsvpId))
        .extracting(written -> String.valueOf(written.value()))
        .allSatisfy(text -> assertThat(text).doesNotContainIgnoringCase(address, "Ada"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"email\": \"\"}", "{\"email\": \"Ada\"}", "{\"email\": 7}", "[]", "x"})
  void saysWhatIsWrongWithTheAddressThatIsToBeErased(String body) {
    assertThat(post("/api/erasures", body, organizer()).status()).isEqualTo(400);
  }

  @Test
  void showsErasuresToOrganizersAndToTheHolderOfTheTokenAlone() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");

    assertThat(service.browser().postJson("/api/erasures", "{}").status()).isEqualTo(401);
    assertThat(service.browser().get("/api/erasures").status()).isEqualTo(401);
    assertThat(service.browser().get("/api/erasures/" + newId()).status()).isEqualTo(401);
    assertThat(service.browser().get("/api/rsvps/" + rsvpId + "/erasures").status()).isEqualTo(401);
    assertThat(erasuresOf(meetupId, rsvpId).json().path("erasures")).isEmpty();
    assertThat(erasure(newId()).status()).isEqualTo(404);
    assertThat(service.browser().get("/api/erasures", "Authorization", organizer()).json().size())
        .isEqualTo(1);
    assertThat(askToErase(newId() + "@example.org").json().path("rsvps").asInt()).isZero();
  }

  @Test
  void finishesAnErasureThatWasBegunByAnInstanceThatDied() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = contact(meetupId, Instant.now());
    String erasureId = newId();

    service.write(
        Topics.ERASURES,
        rsvpId,
        new ErasureRequested(
            erasureId,
            rsvpId,
            meetupId,
            ErasureRequestedBy.ATTENDEE,
            null,
            Instant.now().minusSeconds(90).truncatedTo(ChronoUnit.MILLIS)));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(erasure(erasureId).json().at("/receipts/1/completedAt").isString())
                .isTrue());
    assertThat(last(rsvpId).value()).isNull();
    assertThat(cancelledOf(meetupId)).contains(rsvpId);
  }

  @ParameterizedTest
  @CsvSource({
    "DECLINED, 47, kept", "DECLINED, 49, erased",
    "CANCELLED, 167, kept", "CANCELLED, 169, erased",
    "CONFIRMED, 400, kept", "WAITLISTED, 400, kept"
  })
  void sweepsTheContactsOfRsvpsThatEndedLongAgo(String status, int hoursAgo, String fate) {
    Instant at = Instant.now().minus(Duration.ofHours(hoursAgo));
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = contact(meetupId, at.minusSeconds(1));
    service.write(Topics.SEATS, meetupId, decision(status, meetupId, rsvpId, at));
    await()
        .atMost(SOON)
        .until(() -> service.status(meetupId, rsvpId).body().contains('"' + status + '"'));

    sweep.run();

    assertThat(service.topic(Topics.CONTACTS).records(rsvpId)).hasSize(fate.equals("kept") ? 1 : 2);
  }

  private static SpecificRecord decision(
      String status, String meetupId, String rsvpId, Instant at) {
    Instant decidedAt = at.truncatedTo(ChronoUnit.MILLIS);
    Decisions decisions = new Decisions(meetupId);
    return switch (status) {
      case "DECLINED" ->
          DecisionFixtures.declined(rsvpId, meetupId, DeclineReason.FULL)
              .setDecidedAt(decidedAt)
              .build();
      case "CANCELLED" ->
          SeatReleased.newBuilder(decisions.released(rsvpId, ReleaseReason.ATTENDEE))
              .setDecidedAt(decidedAt)
              .build();
      case "CONFIRMED" ->
          SeatConfirmed.newBuilder(decisions.confirmed(rsvpId, 1)).setDecidedAt(decidedAt).build();
      default ->
          SeatWaitlisted.newBuilder(decisions.waitlisted(rsvpId, 1, 1))
              .setDecidedAt(decidedAt)
              .build();
    };
  }

  private void write(ContactProvided contact) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    kafka.send(EventRecords.of(Topics.CONTACTS, contact.getRsvpId(), contact, headers));
  }

  private long namedWith(String address) {
    return jdbc.queryForObject(
        "select count(*) from contacts where normalized_email = ?", Long.class, address);
  }

  private Answer askToErase(String address) {
    return post("/api/erasures", "{\"email\": \"%s\"}".formatted(address), organizer());
  }

  private Answer post(String path, String body, String login) {
    return service.browser().postJson(path, body, "Authorization", login);
  }

  private Answer erasure(String erasureId) {
    return service.browser().get("/api/erasures/" + erasureId, "Authorization", organizer());
  }

  private Answer erasuresOf(String meetupId, String rsvpId) {
    return service
        .browser()
        .get(
            "/api/rsvps/" + rsvpId + "/erasures",
            "Authorization",
            "Bearer " + tokens.issue(meetupId, rsvpId));
  }

  private void isErased(String rsvpId) {
    assertThat(last(rsvpId).value()).isNull();
  }

  @Test
  void onlyCancelsOneRsvpForTheTokenThatTellsNothingAboutTheAddress() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    String seat = requested(meetupId, address);
    await()
        .atMost(SOON)
        .until(() -> service.status(meetupId, seat).body().contains("\"CONFIRMED\""));
    JsonNode answer = request(meetupId, address, newId()).json();
    String second = answer.path("rsvpId").asString();
    await().atMost(SOON).until(() -> named(seat) && named(second));

    assertThat(erase(second, answer.path("token").asString()).status()).isEqualTo(202);

    assertThat(last(second).value()).isNotNull();
    assertThat(cancelledOf(meetupId)).containsExactly(second);
    assertThat(service.topic(Topics.CONTACTS).records(seat)).hasSize(1);
    assertThat(service.status(meetupId, seat).json().path("status").asString())
        .isEqualTo("CONFIRMED");
  }

  @Test
  void erasesTheOneThatIsAddressedLast() {
    String address = newId() + "@example.org";
    String meetupId = service.publish(Schedules.aMeetup(8));
    String first = requested(meetupId, address);
    String second = requested(meetupId, address);
    await().atMost(SOON).until(() -> named(first) && named(second));

    eraseAll(meetupId, first);

    assertThat(last(second).value()).isNull();
    assertThat(last(first).value()).isNull();
    assertThat(last(first).timestamp()).isGreaterThanOrEqualTo(last(second).timestamp());
  }

  @Test
  void erasesARsvpThatNobodyKnowsYet() {
    String meetupId = newId();
    String rsvpId = newId();

    assertThat(eraseAll(meetupId, rsvpId).status()).isEqualTo(202);

    assertThat(service.topic(Topics.CONTACTS).records(rsvpId)).hasSize(1);
    assertThat(service.topic(Topics.RSVPS).records(meetupId)).hasSize(1);
  }

  @Test
  void sweepsTheContactsOfMeetupsThatAreLongOver() {
    Instant now = Instant.now();
    String longOver = service.publish(Schedules.aMeetup(8, now.minus(Duration.ofDays(31))));
    String justOver = service.publish(Schedules.aMeetup(8, now.minus(Duration.ofDays(29))));
    String erased = decided(longOver, now.minus(Duration.ofDays(40)));
    String kept = decided(justOver, now.minus(Duration.ofDays(40)));

    sweep.run();

    await().atMost(SOON).until(() -> !named(erased));
    assertThat(service.topic(Topics.CONTACTS).records(kept)).hasSize(1);
  }

  @Test
  void sweepsTheContactThatComesAgainAfterItsErasure() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String address = newId() + "@example.org";
    String rsvpId = requested(meetupId, address);
    await()
        .atMost(SOON)
        .until(() -> service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\""));
    eraseAll(meetupId, rsvpId);
    isErased(meetupId, rsvpId);
    service.write(Topics.CONTACTS, rsvpId, provided(meetupId, rsvpId, Instant.now()));
    await().atMost(SOON).until(() -> named(rsvpId));

    sweep.run();

    isErased(meetupId, rsvpId);
  }

  @Test
  void sweepsOldContactsThatCameAfterTheEndOfTheirRsvp() {
    Instant now = Instant.now();
    String meetupId = service.publish(Schedules.aMeetup(8));
    String after = contact(meetupId, now.minus(Duration.ofHours(25)));
    String recent = contact(meetupId, now.minus(Duration.ofHours(23)));
    String before = contact(meetupId, now.minus(Duration.ofHours(27)));
    for (String rsvpId : List.of(after, recent, before)) {
      service.write(
          Topics.SEATS, meetupId, cancelled(meetupId, rsvpId, now.minus(Duration.ofHours(26))));
      await()
          .atMost(SOON)
          .until(() -> service.status(meetupId, rsvpId).body().contains("\"CANCELLED\""));
    }

    sweep.run();

    await().atMost(SOON).until(() -> !named(after));
    assertThat(service.topic(Topics.CONTACTS).records(recent)).hasSize(1);
    assertThat(service.topic(Topics.CONTACTS).records(before)).hasSize(1);
  }

  private static SeatReleased cancelled(String meetupId, String rsvpId, Instant at) {
    return SeatReleased.newBuilder(new Decisions(meetupId).released(rsvpId, ReleaseReason.ATTENDEE))
        .setDecidedAt(at.truncatedTo(ChronoUnit.MILLIS))
        .build();
  }

  @Test
  void sweepsContactsThatNoRequestFollowed() {
    Instant now = Instant.now();
    String meetupId = service.publish(Schedules.aMeetup(8));
    String forgotten = contact(meetupId, now.minus(Duration.ofHours(25)));
    String recent = contact(meetupId, now.minus(Duration.ofHours(23)));
    String decided = decided(meetupId, now.minus(Duration.ofHours(25)));
    ContactSweep fresh = new ContactSweep(contacts, progress, log, settings, clock, locks);

    fresh.run();
    assertThat(service.topic(Topics.CONTACTS).records(forgotten)).hasSize(1);

    fresh.run();
    await().atMost(SOON).until(() -> !named(forgotten));
    assertThat(service.topic(Topics.CONTACTS).records(recent)).hasSize(1);
    assertThat(service.topic(Topics.CONTACTS).records(decided)).hasSize(1);
  }

  @Test
  void sweepsNoContactWhileItsRequestMayBeUndecided() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    requested(meetupId, "ada@example.org");
    String waiting = contact(meetupId, Instant.now().minus(Duration.ofHours(25)));
    Progress behind = new Progress(kafkaAdmin, positions, unread, "allocation-" + newId());

    // For which the requests of a moment ago are as old as the contacts that it asks about.
    InstantSource tomorrow = () -> Instant.now().plus(Duration.ofHours(23));
    ContactSweep doubtful = new ContactSweep(contacts, behind, log, settings, tomorrow, locks);
    doubtful.run();
    doubtful.run();

    assertThat(service.topic(Topics.CONTACTS).records(waiting)).hasSize(1);
  }

  @Test
  void holdsNoTransactionOpenWhileItWaitsForKafka() {
    Map<String, String> states = new HashMap<>();
    Progress observed =
        new Progress(kafkaAdmin, positions, unread, "allocation-" + newId()) {
          @Override
          boolean schedulesAreRead() {
            states.putAll(sessionsWithAnAdvisoryLock());
            return false;
          }
        };

    new ContactSweep(contacts, observed, log, settings, clock, locks).run();

    assertThat(states).hasSize(1).containsValue("idle");
  }

  @Test
  void sweepsOnOneInstanceAtATime() {
    List<String> sweeping = new ArrayList<>();
    Progress another =
        new Progress(kafkaAdmin, positions, unread, "allocation-" + newId()) {
          @Override
          boolean schedulesAreRead() {
            sweeping.add("another");
            return false;
          }
        };

    locks.runUnlessTaken(
        AdvisoryLock.CONTACT_SWEEP,
        () -> new ContactSweep(contacts, another, log, settings, clock, locks).run());
    assertThat(sweeping).isEmpty();

    new ContactSweep(contacts, another, log, settings, clock, locks).run();
    assertThat(sweeping).hasSize(1);
  }

  /** The state of each, by its process id. */
  private Map<String, String> sessionsWithAnAdvisoryLock() {
    return jdbc
        .query(
            """
            select a.pid, a.state from pg_stat_activity a join pg_locks l on l.pid = a.pid
             where l.locktype = 'advisory' and l.granted and a.datname = current_database()
               and (l.classid::bigint << 32) + l.objid::bigint = ?
            """,
            (row, _) -> Map.entry(row.getString(1), row.getString(2)),
            AdvisoryLock.CONTACT_SWEEP.number())
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void writesATombstoneOfNobodyToEveryPartitionOfTheContacts() {
    nudge.write();

    List<ConsumerRecord<String, Object>> written =
        service.topic(Topics.CONTACTS).records(Topics.NOBODY);
    assertThat(written)
        .allMatch(tombstone -> tombstone.value() == null)
        .extracting(ConsumerRecord::partition)
        .containsExactlyInAnyOrderElementsOf(
            kafka.partitionsFor(Topics.CONTACTS).stream().map(PartitionInfo::partition).toList());
    await().atMost(SOON).until(() -> written.stream().allMatch(this::isRead));
    assertThat(jdbc.queryForList("select * from contacts where rsvp_id = ?", Topics.NOBODY))
        .isEmpty();
  }

  private boolean isRead(ConsumerRecord<String, Object> written) {
    TopicPartition partition = new TopicPartition(written.topic(), written.partition());
    return positions.of(written.topic()).getOrDefault(partition, 0L) > written.offset();
  }

  @Test
  void doubtsThatRequestsAreDecidedWhileSeatAllocationIsBehind() throws Exception {
    requested(service.publish(Schedules.aMeetup(8)), "ada@example.org");
    String allocation = "allocation-" + newId();
    Progress progress = new Progress(kafkaAdmin, positions, unread, allocation);
    Instant all = Instant.now().plus(Duration.ofDays(1));

    assertThat(progress.requestsAreDecidedUntil(all)).isFalse();
    assertThat(progress.requestsAreDecidedUntil(Instant.EPOCH)).isTrue();

    commitEverything(allocation);
    assertThat(progress.requestsAreDecidedUntil(all)).isTrue();
  }

  @Test
  void findsDecisionsThatAreNotReadYetButNotTheMarksOfTransactions() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, "ada@example.org");
    await()
        .atMost(SOON)
        .until(() -> service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\""));
    Map<TopicPartition, Long> read = positions.of(Topics.SEATS);
    Map<TopicPartition, Long> pastTheMarks =
        read.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, this::endOf));

    assertThat(pastTheMarks).isNotEqualTo(read);
    assertThat(unread.existBefore(pastTheMarks, read)).isFalse();
    assertThat(unread.existBefore(pastTheMarks, Map.of())).isTrue();
  }

  private long endOf(Map.Entry<TopicPartition, Long> read) {
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      return admin
          .listOffsets(Map.of(read.getKey(), OffsetSpec.latest()))
          .partitionResult(read.getKey())
          .get()
          .offset();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void commitEverything(String group) throws Exception {
    try (Admin admin = Admin.create(kafkaAdmin.getConfigurationProperties())) {
      Map<TopicPartition, OffsetSpec> ends =
          admin
              .describeTopics(List.of(Topics.RSVPS))
              .allTopicNames()
              .get()
              .get(Topics.RSVPS)
              .partitions()
              .stream()
              .collect(
                  Collectors.toMap(
                      info -> new TopicPartition(Topics.RSVPS, info.partition()),
                      _ -> OffsetSpec.latest()));
      Map<TopicPartition, OffsetAndMetadata> offsets =
          admin.listOffsets(ends).all().get().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue().offset())));
      admin.alterConsumerGroupOffsets(group, offsets).all().get();
    }
  }

  private void isErased(String meetupId, String rsvpId) {
    assertThat(service.topic(Topics.RSVPS).records(meetupId))
        .filteredOn(written -> written.value() instanceof RsvpCancelled)
        .singleElement()
        .satisfies(written -> {
          RsvpCancelled cancelled = (RsvpCancelled) written.value();
          assertThat(cancelled.getRsvpId()).isEqualTo(rsvpId);
          assertThat(cancelled.getCancelledBy()).isEqualTo(CancelledBy.ERASURE);
        });
    assertThat(last(rsvpId).value()).isNull();
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode status = service.status(meetupId, rsvpId).json();
          assertThat(status.path("status").asString()).isEqualTo("CANCELLED");
          assertThat(status.path("reason").asString()).isEqualTo("ERASURE");
          assertThat(status.path("name").isNull()).isTrue();
        });
  }

  private List<String> cancelledOf(String meetupId) {
    return service.topic(Topics.RSVPS).records(meetupId).stream()
        .map(ConsumerRecord::value)
        .filter(RsvpCancelled.class::isInstance)
        .map(event -> ((RsvpCancelled) event).getRsvpId())
        .toList();
  }

  /** As somebody does who has just got the mail about it. */
  private Answer eraseAll(String meetupId, String rsvpId) {
    return erase(rsvpId, erasureToken(meetupId, rsvpId, Instant.now().plusSeconds(60)));
  }

  private String erasureToken(String meetupId, String rsvpId, Instant end) {
    return tokens.issueForErasure(meetupId, rsvpId, end);
  }

  @Test
  void sendsAFreshMailForTheTokenOfAMailWhichMayHaveBeenForwarded() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String token = tokens.issueForMail(meetupId, rsvpId);
    String path = "/rsvps/" + rsvpId + "/erasure";

    assertThat(erase(rsvpId, token).status()).isEqualTo(202);
    Answer page = service.browser().postForm(path, "token=" + token);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).contains("Please look into your mailbox");
    assertThat(service.topic(Topics.MAIL_REQUESTS).records(rsvpId)).hasSize(2);
    assertThat(service.topic(Topics.CONTACTS).records(rsvpId)).hasSize(1);
    assertThat(cancelledOf(meetupId)).isEmpty();
  }

  @Test
  void erasesByThePageOfTheFreshMailAndNotWhenAScannerFollowsItsLink() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String token = erasureToken(meetupId, rsvpId, Instant.now().plusSeconds(60));
    String path = "/rsvps/" + rsvpId + "/erasure";

    Answer asked = service.browser().get(path + "?token=" + token);
    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.body()).contains("Erase everything about you?", "value=\"" + token + "\"");
    assertThat(cancelledOf(meetupId)).isEmpty();

    Answer done = service.browser().postForm(path, "token=" + token);
    assertThat(done.status()).isEqualTo(303);
    String after = path.replaceFirst("erasure$", done.header("Location"));
    assertThat(service.browser().get(after).body()).contains("Your data are being erased");
    isErased(meetupId, rsvpId);
  }

  @Test
  void saysWhatIsErasedWhereAndByWhenAndThenShowsEachReceipt() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String token = erasureToken(meetupId, rsvpId, Instant.now().plusSeconds(60));
    String page = "/rsvps/" + rsvpId + "/erasure?token=" + token;
    assertThat(service.browser().get(page).body())
        .contains("What is erased, where and by when", "Within moments, with a receipt")
        .doesNotContain("Receipts");

    service.browser().postForm("/rsvps/" + rsvpId + "/erasure", "token=" + token);

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.browser().get(page).body())
                .contains("Your data are being erased", "Receipts", "Erased on", "Not yet")
                .contains("data-reload=\"2\"", "http-equiv=\"refresh\""));
    String erasureId =
        ((ErasureRequested) service.topic(Topics.ERASURES).records(rsvpId).getFirst().value())
            .getErasureId();
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    service.write(
        Topics.ERASURES,
        rsvpId,
        new ErasureCompleted(erasureId, rsvpId, "notification-service", now));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.browser().get(page).body())
                .contains("You are forgotten")
                .doesNotContain("Not yet", "data-reload", "http-equiv=\"refresh\""));
    String status = "/rsvps/" + rsvpId + "?token=" + tokens.issueForMail(meetupId, rsvpId);
    assertThat(service.browser().get(status).body()).contains("Receipts", "Erased on");
  }

  @Test
  void refusesATokenOfAnErasureThatHasEndedAndAnyOtherOneOnItsPage() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    String rsvpId = requested(meetupId, newId() + "@example.org");
    String path = "/rsvps/" + rsvpId + "/erasure";
    String ended = erasureToken(meetupId, rsvpId, Instant.now().minusSeconds(1));
    String calendar = tokens.issueForCalendar(meetupId, rsvpId);

    assertThat(erase(rsvpId, ended).status()).isEqualTo(401);
    assertThat(service.browser().postForm(path, "token=" + ended).status()).isEqualTo(401);
    assertThat(erase(rsvpId, calendar).status()).isEqualTo(403);
    assertThat(service.browser().postForm(path, "token=" + calendar).body())
        .contains("This link only shows your RSVP");
    assertThat(service.browser().postForm(path + "?token=" + ended, "").status()).isEqualTo(401);
    for (String token : List.of(ended, calendar, tokens.issueForMail(meetupId, rsvpId))) {
      assertThat(service.browser().get(path + "?token=" + token).status()).isEqualTo(401);
    }
    assertThat(cancelledOf(meetupId)).isEmpty();
    assertThat(service.topic(Topics.MAIL_REQUESTS).records(rsvpId)).isEmpty();
  }

  private Answer erase(String rsvpId, String token) {
    return service
        .browser()
        .postJson("/api/rsvps/" + rsvpId + "/erasure", "", "Authorization", "Bearer " + token);
  }

  private ConsumerRecord<String, Object> last(String rsvpId) {
    return service.topic(Topics.CONTACTS).records(rsvpId).getLast();
  }

  private boolean named(String rsvpId) {
    return jdbc.queryForObject(
            "select count(*) from contacts where rsvp_id = ? and name is not null",
            Long.class,
            rsvpId)
        == 1;
  }

  private String decided(String meetupId, Instant at) {
    String rsvpId = contact(meetupId, at);
    service.write(Topics.SEATS, meetupId, new Decisions(meetupId).confirmed(rsvpId, 2));
    await()
        .atMost(SOON)
        .until(() -> service.status(meetupId, rsvpId).body().contains("\"CONFIRMED\""));
    return rsvpId;
  }

  private String contact(String meetupId, Instant at) {
    String rsvpId = newId();
    service.write(Topics.CONTACTS, rsvpId, provided(meetupId, rsvpId, at));
    await().atMost(SOON).until(() -> named(rsvpId));
    return rsvpId;
  }

  private static ContactProvided provided(String meetupId, String rsvpId, Instant at) {
    return new ContactProvided(
        rsvpId,
        meetupId,
        "Ada",
        rsvpId + "@example.org",
        "en",
        at.truncatedTo(ChronoUnit.MILLIS),
        null);
  }

  private String requested(String meetupId, String email) {
    return request(meetupId, email, newId()).json().path("rsvpId").asString();
  }

  private Answer request(String meetupId, String email, String key) {
    return service
        .browser()
        .postJson(
            "/api/meetups/" + meetupId + "/rsvps",
            "{\"name\": \"Ada\", \"email\": \"%s\"}".formatted(email),
            "Idempotency-Key",
            key);
  }
}
