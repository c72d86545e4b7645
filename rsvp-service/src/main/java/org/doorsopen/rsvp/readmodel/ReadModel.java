package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.schemas.spring.HandlingFaults;
import org.doorsopen.schemas.spring.ListenerDeadLetters;
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
  private final ListenerDeadLetters deadLetters;

  ReadModel(
      TransactionTemplate transactions,
      List<Projection> projections,
      ReadPositions positions,
      JdbcTemplate jdbc,
      ListenerDeadLetters deadLetters) {
    this.transactions = transactions;
    this.projections =
        projections.stream().collect(Collectors.toMap(Projection::topic, Function.identity()));
    this.positions = positions;
    this.jdbc = jdbc;
    this.deadLetters = deadLetters;
  }

  /**
   * Sets a record aside if it is one that the database will never take, and applies all others.
   *
   * @param batch of one topic, not empty
   * @param reader the consumer group
   */
  void apply(List<ConsumerRecord<String, Object>> batch, String reader) {
    try {
      write(batch);
    } catch (RuntimeException e) {
      if (!HandlingFaults.liesInTheEvent(e)) {
        throw e;
      }
      if (batch.size() == 1) {
        deadLetters.setAside(
            batch.getFirst(), reader, "It cannot be handled: " + HandlingFaults.classes(e));
        positions.advance(batch);
      } else {
        int half = batch.size() / 2;
        apply(batch.subList(0, half), reader);
        apply(batch.subList(half, batch.size()), reader);
      }
    }
  }

  private void write(List<ConsumerRecord<String, Object>> batch) {
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
