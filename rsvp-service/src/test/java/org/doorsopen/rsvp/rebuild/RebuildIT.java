package org.doorsopen.rsvp.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.rsvp.RunningService.newId;
import static org.doorsopen.rsvp.RunningService.organizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.ReadModelRows;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.KafkaAdmin;
import tools.jackson.databind.JsonNode;

@RsvpService
class RebuildIT {

  @Autowired private RunningService service;
  @Autowired private ReadModelRows rows;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private KafkaAdmin kafkaAdmin;
  @Autowired private KafkaListenerEndpointRegistry listeners;
  @Autowired private List<Projection> projections;
  @Autowired private ShadowTables shadow;
  @Autowired private RebuildLeftovers leftovers;

  @Test
  void forgetsNoTable() {
    assertThat(shadow.tables())
        .extracting(KeyedTable::name)
        .containsExactlyInAnyOrderElementsOf(
            jdbc.queryForList(
                """
                select table_name from information_schema.tables
                 where table_schema = current_schema() and table_type = 'BASE TABLE'
                   and table_name not in
                     ('flyway_schema_history', 'organizer_cancellations', 'rebuilds')
                """,
                String.class));
  }

  @Test
  void knowsTheKeyOfEachTable() {
    assertThat(shadow.tables())
        .allSatisfy(table ->
            assertThat(
                    jdbc.queryForObject(
                        """
                        select string_agg(a.attname, ', ' order by array_position(i.indkey::int2[], a.attnum))
                          from pg_index i join pg_attribute a
                            on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                         where i.indisprimary and i.indrelid = to_regclass(?)
                        """,
                        String.class,
                        table.name()))
                .isEqualTo(table.key()));
  }

  @Test
  void readsTheTopicsThatTheReadModelFollows() {
    assertThat(projections)
        .extracting(Projection::topic)
        .containsExactlyInAnyOrderElementsOf(
            listeners.getListenerContainers().stream()
                .filter(listener -> listener.getListenerId().startsWith("rsvp-read-model-"))
                .flatMap(
                    listener -> List.of(listener.getContainerProperties().getTopics()).stream())
                .toList());
  }

  @Test
  void rebuildsWhileTheReadModelAnswersAndRsvpsArrive() {
    ReadModelRows.Written written = rows.writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows.rowsOf(written);
    Decisions arriving = new Decisions(service.publish(Schedules.aMeetup(8)));
    String answered = newId();
    rows.decide(arriving.confirmed(answered, 2));
    rows.shows(arriving.meetupId(), answered, "CONFIRMED", null, null);
    jdbc.update("update rsvps set status = 'DECLINED' where rsvp_id = ?", written.second());
    jdbc.update("delete from contacts where rsvp_id = ?", written.second());
    AtomicBoolean done = new AtomicBoolean();

    CompletableFuture<Integer> rebuilt =
        CompletableFuture.supplyAsync(this::rebuild).whenComplete((_, _) -> done.set(true));
    List<String> arrived = new ArrayList<>();
    while (!done.get() || arrived.size() < 20) {
      arrived.add(newId());
      rows.decide(arriving.confirmed(arrived.getLast(), 2));
      assertThat(service.status(arriving.meetupId(), answered).body()).contains("\"CONFIRMED\"");
    }

    assertThat(rebuilt.join()).isEqualTo(200);
    assertThat(rows.rowsOf(written)).isEqualTo(before);
    arrived.forEach(rsvpId -> rows.shows(arriving.meetupId(), rsvpId, "CONFIRMED", null, null));
    ReadModelRows.Written all = new ReadModelRows.Written(arriving.meetupId(), answered, answered);
    Map<String, List<Map<String, Object>>> followed = rows.rowsOf(all);
    Answer again = askForRebuild();
    assertThat(rows.rowsOf(all)).isEqualTo(followed);
    assertThat(again.json().path("changed").intValue()).isZero();
    JsonNode recorded =
        service
            .browser()
            .get("/api/read-model/rebuilds", "Authorization", organizer())
            .json()
            .at("/rebuilds/0");
    assertThat(recorded.path("organizer").asString()).isEqualTo("organizer");
    assertThat(recorded.path("result")).isEqualTo(again.json());
    assertThat(recorded.path("doneAt").isString()).isTrue();
  }

  @Test
  void keepsDecisionsThatTheTopicNoLongerHolds() throws Exception {
    ReadModelRows.Written old = rows.writeSomeOfEverything();
    Map<String, List<Map<String, Object>>> before = rows.rowsOf(old);
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

    assertThat(rows.rowsOf(old)).isEqualTo(before);
  }

  @Test
  void rebuildsOneAtATime() {
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
              other.execute("select pg_advisory_lock(%d)".formatted(AdvisoryLock.REBUILD.number()));
              try {
                task.run();
              } finally {
                other.execute(
                    "select pg_advisory_unlock(%d)".formatted(AdvisoryLock.REBUILD.number()));
              }
              return null;
            });
  }

  private int rebuild() {
    return askForRebuild().status();
  }

  private Answer askForRebuild() {
    return service.browser().postJson("/api/read-model/rebuilds", "", "Authorization", organizer());
  }

  private TopicPartition partitionOf(String meetupId) {
    ConsumerRecord<String, Object> first = service.topic(Topics.SEATS).records(meetupId).getFirst();
    return new TopicPartition(first.topic(), first.partition());
  }
}
