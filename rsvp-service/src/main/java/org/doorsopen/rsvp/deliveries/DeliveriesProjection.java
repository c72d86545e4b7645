package org.doorsopen.rsvp.deliveries;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.DeliveryFailed;
import org.doorsopen.schemas.events.DeliveryResumed;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes whose mails reach nobody. A tombstone, and a mail that arrived, leave a row without a
 * reason, so that an older record cannot bring it back.
 */
@Component
class DeliveriesProjection implements Projection {

  private static final KeyedTable DELIVERIES = new KeyedTable("deliveries", "rsvp_id");

  @Override
  public String topic() {
    return Topics.DELIVERIES;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(DELIVERIES);
  }

  /** Statuses do not show it, so nobody who follows one is told. */
  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<ConsumerRecord<String, Object>> known =
        batch.stream().filter(record -> isKnown(record.value())).toList();
    jdbc.batchUpdate(
        """
        insert into deliveries (rsvp_id, meetup_id, reason, since, read_offset)
        values (?, ?, ?, ?, ?)
        on conflict (rsvp_id) do update
           set meetup_id = excluded.meetup_id, reason = excluded.reason, since = excluded.since,
               read_offset = excluded.read_offset
         where deliveries.read_offset < excluded.read_offset
        """,
        Latest.of(known, ConsumerRecord::key).stream().map(DeliveriesProjection::row).toList());
    return List.of();
  }

  private static boolean isKnown(@Nullable Object event) {
    return event == null || event instanceof DeliveryFailed || event instanceof DeliveryResumed;
  }

  private static @Nullable Object[] row(ConsumerRecord<String, Object> read) {
    return switch (Optional.<Object>ofNullable(read.value()).orElse("")) {
      case DeliveryFailed failed ->
          new @Nullable Object[] {
            read.key(),
            failed.getMeetupId(),
            failed.getReason().name(),
            failed.getFailedAt().atOffset(ZoneOffset.UTC),
            read.offset()
          };
      case DeliveryResumed resumed ->
          new @Nullable Object[] {read.key(), resumed.getMeetupId(), null, null, read.offset()};
      default -> new @Nullable Object[] {read.key(), null, null, null, read.offset()};
    };
  }
}
