package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies batches of records to the tables that answer. One batch is one transaction: the rows, the
 * positions after them, and the notification of everyone who follows the meetups.
 */
@Component
class ReadModel {

  private final TransactionTemplate transactions;
  private final Map<String, Projection> projections;
  private final ReadPositions positions;
  private final JdbcTemplate jdbc;

  ReadModel(
      TransactionTemplate transactions,
      List<Projection> projections,
      ReadPositions positions,
      JdbcTemplate jdbc) {
    this.transactions = transactions;
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::topic, Function.identity()));
    this.positions = positions;
    this.jdbc = jdbc;
  }

  /**
   * @param batch of one topic, not empty
   */
  void apply(List<ConsumerRecord<String, Object>> batch) {
    Projection projection = projections.get(batch.getFirst().topic());
    transactions.executeWithoutResult(_ -> {
      doNotAwaitTheDisk();
      Collection<String> changedMeetups = projection.write(jdbc, batch);
      positions.advance(batch);
      announce(changedMeetups);
    });
  }

  /** A power cut may cost the last rows, but then their positions too, and they are read again. */
  private void doNotAwaitTheDisk() {
    jdbc.execute("set local synchronous_commit = off");
  }

  /** PostgreSQL delivers the notifications when, and only when, the transaction commits. */
  private void announce(Collection<String> changedMeetups) {
    if (!changedMeetups.isEmpty()) {
      jdbc.queryForObject(
          "select count(pg_notify(?, meetup)) from unnest(?) as meetup",
          Long.class,
          StatusChanges.CHANNEL,
          changedMeetups.toArray(String[]::new));
    }
  }
}
