package org.doorsopen.rsvp.rebuild;

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
import org.doorsopen.rsvp.locks.AdvisoryLock;
import org.doorsopen.rsvp.locks.AdvisoryLocks;
import org.doorsopen.rsvp.readmodel.DeletedRecords;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.rsvp.readmodel.ReadPositions;
import org.doorsopen.web.problems.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads all topics again into shadow tables while the tables that there are answer, and then makes
 * these equal to those in one transaction. Listeners, of this instance and of others, go on
 * meanwhile: records that are read twice change nothing.
 */
@Component
public class Rebuild {

  private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
  private static final int ATTEMPTS = 5;
  private static final String BATCH = "2000";

  private final AdvisoryLocks locks;
  private final ConsumerFactory<String, Object> consumers;
  private final List<Projection> projections;
  private final ReadPositions positions;
  private final ShadowTables shadow;
  private final TransactionTemplate transactions;
  private final Rebuilds rebuilds;

  Rebuild(
      AdvisoryLocks locks,
      ConsumerFactory<String, Object> consumers,
      List<Projection> projections,
      ReadPositions positions,
      ShadowTables shadow,
      TransactionTemplate transactions,
      Rebuilds rebuilds) {
    this.locks = locks;
    this.consumers = consumers;
    this.projections = projections;
    this.positions = positions;
    this.shadow = shadow;
    this.transactions = transactions;
    this.rebuilds = rebuilds;
  }

  /**
   * @param records that were read
   * @param changed rows that were not as the topics tell
   * @param kept RSVPs whose decisions the log no longer holds; they are as they were
   */
  public record Done(long records, int changed, int kept) {}

  /**
   * Returns when the rebuild is done.
   *
   * @param organizer the name that is recorded
   * @return nothing if another rebuild is going on, in whichever instance
   * @throws Unavailable if Kafka does not answer, or the tables are in use for too long; nothing
   *     was changed then
   */
  public Optional<Done> run(String organizer) {
    return locks.unlessTaken(AdvisoryLock.REBUILD, () -> recorded(organizer));
  }

  private Done recorded(String organizer) {
    long number = rebuilds.begun(organizer);
    Done done = rebuild();
    rebuilds.done(number, done);
    return done;
  }

  private Done rebuild() {
    log.info("Rebuilding the read model");
    shadow.drop();
    try (Replay replay = replay()) {
      replay.readToTheEnd();
      log.info("Read {} records", replay.records());
      return exchange(replay);
    } catch (KafkaException e) {
      throw new Unavailable(
          "Kafka does not answer; nothing was changed.", Duration.ofMinutes(1), e);
    } finally {
      shadow.drop();
    }
  }

  private Replay replay() {
    shadow.create();
    DataSource tables = shadow.connections();
    Properties settings = new Properties();
    settings.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
    return new Replay(
        consumers.createConsumer("rsvp-read-model-rebuild", "", null, settings),
        projections,
        new JdbcTemplate(tables),
        new TransactionTemplate(new JdbcTransactionManager(tables)));
  }

  /** Waits for listeners that are writing, but not for long, because later ones wait behind it. */
  private Done exchange(Replay replay) {
    for (int attempt = 1; ; attempt++) {
      try {
        Done done = transactions.execute(_ -> exchangeOnce(replay));
        log.info("Rebuilt the read model: {}", done);
        return done;
      } catch (DataAccessException e) {
        if (attempt == ATTEMPTS) {
          throw new Unavailable(
              "The tables are in use for too long; nothing was changed.", Duration.ofMinutes(1), e);
        }
        log.warn("Cannot exchange the rows yet; trying again", e);
      }
    }
  }

  private Done exchangeOnce(Replay replay) {
    shadow.holdWriters();
    Map<TopicPartition, Long> read = new HashMap<>();
    projections.forEach(projection -> read.putAll(positions.of(projection.topic())));
    replay.readUntil(read);
    projections.forEach(shadow::keepReplaced);
    int kept = projections.stream().mapToInt(projection -> keep(projection, replay)).sum();
    return new Done(replay.records(), shadow.takeOver(), kept);
  }

  private int keep(Projection projection, Replay replay) {
    Map<TopicPartition, Long> beginnings = replay.beginningsOf(projection.topic());
    int kept = 0;
    for (Map.Entry<TopicPartition, Long> beginning : beginnings.entrySet()) {
      if (beginning.getValue() > 0) {
        int partition = beginning.getKey().partition();
        kept +=
            shadow.keep(
                projection, new DeletedRecords(partition, beginnings.size(), beginning.getValue()));
      }
    }
    return kept;
  }
}
