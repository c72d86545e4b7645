package org.doorsopen.rsvp.status;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.Latest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Decisions, and the meetup's figures that each of them carries. */
@Component
public class SeatsProjection {

  private final JdbcTemplate jdbc;

  public SeatsProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Collection<String> write(List<ConsumerRecord<String, Object>> batch) {
    List<DecisionRow> decisions =
        batch.stream().map(DecisionRow::in).flatMap(Optional::stream).toList();
    writeRsvps(decisions);
    writeFigures(decisions);
    return decisions.stream().map(DecisionRow::meetupId).collect(Collectors.toSet());
  }

  private void writeRsvps(List<DecisionRow> decisions) {
    Map<String, Long> firstOffsets = new HashMap<>();
    decisions.forEach(it -> firstOffsets.putIfAbsent(it.rsvpId(), it.offset()));
    List<Object[]> rows = new ArrayList<>();
    for (DecisionRow it : Latest.of(decisions, DecisionRow::rsvpId)) {
      rows.add(
          new Object[] {
            it.rsvpId(),
            it.meetupId(),
            it.attendeeId(),
            it.seats(),
            it.state().name(),
            it.reason(),
            it.waitlistNumber(),
            it.decidedAt().atOffset(ZoneOffset.UTC),
            firstOffsets.get(it.rsvpId()),
            it.offset()
          });
    }
    jdbc.batchUpdate(
        """
        INSERT INTO rsvps (rsvp_id, meetup_id, attendee_id, seats, status, reason,
                           waitlist_number, decided_at, first_offset, read_offset)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (rsvp_id) DO UPDATE
           SET seats = excluded.seats, status = excluded.status, reason = excluded.reason,
               waitlist_number = excluded.waitlist_number, decided_at = excluded.decided_at,
               read_offset = excluded.read_offset
         WHERE rsvps.read_offset < excluded.read_offset
        """,
        rows);
  }

  private void writeFigures(List<DecisionRow> decisions) {
    jdbc.batchUpdate(
        """
        INSERT INTO seat_figures (meetup_id, confirmed_seats, waitlisted_parties, read_offset)
        VALUES (?, ?, ?, ?)
        ON CONFLICT (meetup_id) DO UPDATE
           SET confirmed_seats = excluded.confirmed_seats,
               waitlisted_parties = excluded.waitlisted_parties,
               read_offset = excluded.read_offset
         WHERE seat_figures.read_offset < excluded.read_offset
        """,
        Latest.of(decisions, DecisionRow::meetupId).stream()
            .map(it ->
                new Object[] {
                  it.meetupId(), it.confirmedSeats(), it.waitlistedParties(), it.offset()
                })
            .toList());
  }
}
