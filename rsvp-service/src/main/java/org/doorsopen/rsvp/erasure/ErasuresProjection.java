package org.doorsopen.rsvp.erasure;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ErasureCompleted;
import org.doorsopen.schemas.events.ErasureRequested;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the erasures that were asked for, and the services' receipts, of which the first counts.
 */
@Component
class ErasuresProjection implements Projection {

  private static final KeyedTable ERASURES = new KeyedTable("erasures", "erasure_id, rsvp_id");
  private static final KeyedTable RECEIPTS =
      new KeyedTable("erasure_receipts", "erasure_id, rsvp_id, service");

  @Override
  public String topic() {
    return Topics.ERASURES;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(ERASURES, RECEIPTS);
  }

  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    jdbc.batchUpdate(
        """
        insert into erasures (erasure_id, rsvp_id, meetup_id, requested_by, organizer, requested_at,
                              read_offset)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        batch.stream()
            .filter(read -> read.value() instanceof ErasureRequested)
            .map(read -> row((ErasureRequested) read.value(), read.offset()))
            .toList());
    jdbc.batchUpdate(
        """
        insert into erasure_receipts (erasure_id, rsvp_id, service, completed_at, read_offset)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        batch.stream()
            .filter(read -> read.value() instanceof ErasureCompleted)
            .map(read -> row((ErasureCompleted) read.value(), read.offset()))
            .toList());
    return List.of();
  }

  private static Object[] row(ErasureRequested event, long offset) {
    return new Object[] {
      event.getErasureId(),
      event.getRsvpId(),
      event.getMeetupId(),
      event.getRequestedBy().name(),
      event.getOrganizer(),
      event.getRequestedAt().atOffset(ZoneOffset.UTC),
      offset
    };
  }

  private static Object[] row(ErasureCompleted event, long offset) {
    return new Object[] {
      event.getErasureId(),
      event.getRsvpId(),
      event.getService(),
      event.getCompletedAt().atOffset(ZoneOffset.UTC),
      offset
    };
  }
}
