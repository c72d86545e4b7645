package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Turns the records of one topic into rows. The package of a projection owns its tables: no other
 * package names them in SQL. Other packages may join its views.
 */
public interface Projection {

  String topic();

  /** Every table that {@link #write} writes to, in the order in which it locks them. */
  List<KeyedTable> tables();

  /**
   * Writes the rows of a batch; the caller holds the transaction. A row is changed only by a record
   * with a greater offset than the one that wrote it last, so a batch may come twice.
   *
   * @param jdbc of the schema to write to: the one that answers, or one that is being rebuilt
   * @param batch in the order of the offsets in each partition; records of types that came later
   *     than this build are passed over
   * @return the meetups whose rows may have changed
   */
  Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch);

  /**
   * Copies the rows of records that the topic no longer holds from the schema that answers to the
   * rebuilt one, where they would otherwise be missing.
   *
   * @return how many RSVPs are kept that way; none where a topic keeps the latest record of each
   *     key for ever
   */
  default int keep(DeletedRecords deleted, SchemaPair schemas, JdbcTemplate jdbc) {
    return 0;
  }

  /**
   * Copies the rows of records that a later one of the same key may have replaced in the topic from
   * the schema that answers to the rebuilt one, where they would otherwise be missing.
   */
  default void keepReplaced(SchemaPair schemas, JdbcTemplate jdbc) {}
}
