package org.doorsopen.rsvp.rebuild;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.doorsopen.rsvp.contacts.ContactsProjection;
import org.doorsopen.rsvp.meetups.SchedulesProjection;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.rsvp.status.SeatsProjection;
import org.doorsopen.schemas.Topics;
import org.doorsopen.web.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the whole read model again while the one that there is answers, and then makes this equal
 * to that in one transaction. Listeners, of this instance and of others, go on: what they read
 * twice changes nothing.
 */
@Component
public class Rebuild {

  /** In the database, so that one instance at a time does it. Any number nobody else takes. */
  public static final long LOCK = 0x646f_6f72_7302L;

  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final int ATTEMPTS = 5;
  private static final String BATCH = "2000";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final ConsumerFactory<String, Object> consumers;
  private final ReadPositions positions;
  private final ShadowTables shadow;
  private final TransactionTemplate transactions;
  private final TransactionTemplate newTransactions;

  Rebuild(
      JdbcTemplate jdbc,
      JsonMapper json,
      ConsumerFactory<String, Object> consumers,
      ReadPositions positions,
      ShadowTables shadow,
      PlatformTransactionManager transactionManager) {
    this.jdbc = jdbc;
    this.json = json;
    this.consumers = consumers;
    this.positions = positions;
    this.shadow = shadow;
    this.transactions = new TransactionTemplate(transactionManager);
    this.newTransactions = new TransactionTemplate(transactionManager);
    newTransactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * @param records that were read
   * @param changed rows that were not as the topics tell
   * @param kept RSVPs whose decisions the log no longer holds; they are as they were
   */
  public record Done(long records, int changed, int kept) {}

  /**
   * Returns when it is done, or has failed and changed nothing.
   *
   * @return empty if another rebuild is going on
   */
  public Optional<Done> run() {
    return transactions.execute(_ ->
        jdbc.queryForObject("SELECT pg_try_advisory_xact_lock(?)", Boolean.class, LOCK)
            ? Optional.of(rebuild())
            : Optional.<Done>empty());
  }

  private Done rebuild() {
    log.info("Rebuilding the read model");
    newTransactions.executeWithoutResult(_ -> shadow.drop());
    try (Replay replay = replay()) {
      replay.readToTheEnd();
      log.info("Read {} records", replay.records());
      return exchange(replay);
    } catch (KafkaException e) {
      throw new Unavailable(
          "Kafka does not answer; nothing was changed.", Duration.ofMinutes(1), e);
    } finally {
      newTransactions.executeWithoutResult(_ -> shadow.drop());
    }
  }

  private Replay replay() {
    shadow.create();
    DataSource tables = shadow.connections();
    JdbcTemplate rows = new JdbcTemplate(tables);
    Properties settings = new Properties();
    settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    return new Replay(
        consumers.createConsumer("rsvp-read-model-rebuild", "", null, settings),
        Map.of(
            Topics.SCHEDULES, new SchedulesProjection(rows, json)::write,
            Topics.SEATS, new SeatsProjection(rows)::write,
            Topics.CONTACTS, new ContactsProjection(rows)::write),
        new TransactionTemplate(new JdbcTransactionManager(tables)),
        new ReadPositions(rows));
  }

  /** Waits for listeners that are writing, but not for long, as those that come later wait too. */
  private Done exchange(Replay replay) {
    for (int attempt = 1; ; attempt++) {
      try {
        Done done = newTransactions.execute(_ -> exchangeOnce(replay));
        log.info("Rebuilt the read model: {}", done);
        return done;
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS) {
          throw new Unavailable(
              "The tables are in use for too long; nothing was changed.", Duration.ofMinutes(1), e);
        }
        log.warn("Cannot exchange the rows yet, trying again", e);
      }
    }
  }

  private Done exchangeOnce(Replay replay) {
    shadow.holdWriters();
    Map<TopicPartition, Long> read = new HashMap<>();
    List.of(Topics.SCHEDULES, Topics.SEATS, Topics.CONTACTS)
        .forEach(topic -> read.putAll(positions.of(topic)));
    replay.readUntil(read);
    int kept = keepWhatIsNotInTheLog(replay.begins(Topics.SEATS));
    return new Done(replay.records(), shadow.takeOver(), kept);
  }

  private int keepWhatIsNotInTheLog(Map<TopicPartition, Long> begins) {
    int kept = 0;
    for (var begin : begins.entrySet()) {
      if (begin.getValue() > 0) {
        List<String> meetups =
            shadow.meetupsDecidedBefore(begin.getValue()).stream()
                .filter(it -> partitionOf(it, begins.size()) == begin.getKey().partition())
                .toList();
        kept += shadow.keepDecisionsBefore(begin.getValue(), meetups);
      }
    }
    return kept;
  }

  /** As Kafka's producers do it. */
  private static int partitionOf(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(UTF_8))) % partitions;
  }
}
