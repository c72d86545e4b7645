package org.doorsopen.rsvp.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.status.PartyChange.Reason;
import org.doorsopen.rsvp.status.PartyChange.Status;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChanged;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The answers to wishes for other numbers of guests, as far as they were read. */
@Repository
public class PartyChanges {

  static final KeyedTable TABLE = new KeyedTable("party_changes", "change_id");

  private final JdbcClient jdbc;

  PartyChanges(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All answers of one RSVP, the first one first. */
  public List<PartyChange> of(String rsvpId) {
    return jdbc.sql(
            """
            select change_id, wanted_seats, reason from party_changes
             where rsvp_id = :rsvpId order by read_offset
            """)
        .param("rsvpId", rsvpId)
        .query((row, _) -> change(row))
        .list();
  }

  /** REQUESTED for a change that is not known: its answer may be about to come. */
  public PartyChange of(String rsvpId, String changeId) {
    return jdbc.sql(
            """
            select change_id, wanted_seats, reason from party_changes
             where change_id = :changeId and rsvp_id = :rsvpId
            """)
        .param("rsvpId", rsvpId)
        .param("changeId", changeId)
        .query((row, _) -> change(row))
        .optional()
        .orElseGet(() -> PartyChange.requested(changeId));
  }

  private static PartyChange change(ResultSet row) throws SQLException {
    Reason reason = Reason.named(row.getString("reason"));
    return new PartyChange(
        row.getString("change_id"),
        reason == null ? Status.CHANGED : Status.DECLINED,
        row.getInt("wanted_seats") - 1,
        reason);
  }

  /** Returns the meetups of the answers in the batch, of which most have none. */
  static Set<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<Object[]> rows = new ArrayList<>();
    for (ConsumerRecord<String, Object> read : batch) {
      switch (read.value()) {
        case PartyChanged changed -> rows.add(row(changed, read.offset()));
        case PartyChangeDeclined declined -> rows.add(row(declined, read.offset()));
        case null, default -> {}
      }
    }
    if (!rows.isEmpty()) {
      jdbc.batchUpdate(
          """
          insert into party_changes (meetup_id, change_id, rsvp_id, wanted_seats, reason,
                                     decided_at, read_offset)
          values (?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing
          """,
          rows);
    }
    return rows.stream().map(row -> (String) row[0]).collect(Collectors.toSet());
  }

  private static Object[] row(PartyChanged changed, long offset) {
    return new Object[] {
      changed.getMeetupId(),
      changed.getChangeId(),
      changed.getRsvpId(),
      changed.getSeats(),
      null,
      changed.getDecidedAt().atOffset(ZoneOffset.UTC),
      offset
    };
  }

  private static Object[] row(PartyChangeDeclined declined, long offset) {
    return new Object[] {
      declined.getMeetupId(),
      declined.getChangeId(),
      declined.getRsvpId(),
      declined.getWantedSeats(),
      Reason.of(declined.getReason()).name(),
      declined.getDecidedAt().atOffset(ZoneOffset.UTC),
      offset
    };
  }
}
