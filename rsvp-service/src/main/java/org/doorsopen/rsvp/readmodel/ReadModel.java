package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One batch of records is one transaction: the rows, how far we have read, and who is told. */
@Component
class ReadModel {

  private final TransactionTemplate transactions;
  private final ReadPositions positions;
  private final JdbcClient jdbc;

  ReadModel(TransactionTemplate transactions, ReadPositions positions, JdbcClient jdbc) {
    this.transactions = transactions;
    this.positions = positions;
    this.jdbc = jdbc;
  }

  /**
   * @param write writes the rows and says which meetups they belong to
   */
  void apply(
      List<ConsumerRecord<String, Object>> batch,
      Function<List<ConsumerRecord<String, Object>>, Collection<String>> write) {
    transactions.executeWithoutResult(_ -> {
      doNotAwaitTheDisk();
      Collection<String> changedMeetups = write.apply(batch);
      positions.advance(batch);
      announce(changedMeetups);
    });
  }

  /** A power cut may cost the last rows, but then their positions too, and they are read again. */
  private void doNotAwaitTheDisk() {
    jdbc.sql("SET LOCAL synchronous_commit = off").update();
  }

  /** PostgreSQL delivers it when, and only when, the transaction commits. */
  private void announce(Collection<String> changedMeetups) {
    if (!changedMeetups.isEmpty()) {
      jdbc.sql("SELECT count(pg_notify(:channel, meetup)) FROM unnest(:meetups) AS meetup")
          .param("channel", StatusChanges.CHANNEL)
          .param("meetups", changedMeetups.toArray(String[]::new))
          .query(Long.class)
          .single();
    }
  }
}
