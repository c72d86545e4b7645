package org.doorsopen.rsvp.status;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.doorsopen.rsvp.readmodel.DeletedRecords;
import org.doorsopen.rsvp.readmodel.KeyedTable;
import org.doorsopen.rsvp.readmodel.Latest;
import org.doorsopen.rsvp.readmodel.Projection;
import org.doorsopen.rsvp.readmodel.SchemaPair;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes the latest decision about each RSVP, and the meetup's figures that each decision carries.
 */
@Component
class SeatsProjection implements Projection {

  private static final KeyedTable RSVPS = new KeyedTable("rsvps", "rsvp_id");
  private static final KeyedTable CONFIRMED = new KeyedTable("confirmed_addresses", "rsvp_id");
  private static final KeyedTable FIGURES = new KeyedTable("seat_figures", "meetup_id");

  @Override
  public String topic() {
    return Topics.SEATS;
  }

  @Override
  public List<KeyedTable> tables() {
    return List.of(RSVPS, FIGURES, DecisionLog.TABLE, CONFIRMED, PartyChanges.TABLE);
  }

  @Override
  public Collection<String> write(JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<ReadDecision> read = ReadDecision.in(batch);
    DecisionLog.write(jdbc, read);
    List<DecisionRow> decisions =
        read.stream().map(DecisionRow::of).flatMap(Optional::stream).toList();
    writeRsvps(jdbc, decisions);
    writeFigures(jdbc, decisions);
    Set<String> meetups =
        decisions.stream()
            .map(DecisionRow::meetupId)
            .collect(Collectors.toCollection(HashSet::new));
    meetups.addAll(writeConfirmed(jdbc, batch));
    meetups.addAll(PartyChanges.write(jdbc, batch));
    return meetups;
  }

  private static List<String> writeConfirmed(
      JdbcTemplate jdbc, List<ConsumerRecord<String, Object>> batch) {
    List<String> meetups = new ArrayList<>();
    List<Object[]> rows = new ArrayList<>();
    for (ConsumerRecord<String, Object> read : batch) {
      if (read.value() instanceof ConfirmationNoted noted) {
        meetups.add(noted.getMeetupId());
        rows.add(new Object[] {noted.getRsvpId(), noted.getMeetupId(), read.offset()});
      }
    }
    jdbc.batchUpdate(
        """
        insert into confirmed_addresses (rsvp_id, meetup_id, read_offset) values (?, ?, ?)
        on conflict do nothing
        """,
        rows);
    return meetups;
  }

  private static void writeRsvps(JdbcTemplate jdbc, List<DecisionRow> decisions) {
    Map<String, Long> firstOffsets = new HashMap<>();
    decisions.forEach(decision -> firstOffsets.putIfAbsent(decision.rsvpId(), decision.offset()));
    List<Object[]> rows = new ArrayList<>();
    for (DecisionRow decision : Latest.of(decisions, DecisionRow::rsvpId)) {
      rows.add(
          new Object[] {
            decision.rsvpId(),
            decision.meetupId(),
            decision.seats(),
            decision.reservedSeats(),
            decision.state().name(),
            name(decision.reason()),
            name(decision.reasonOtherwise()),
            time(decision.confirmUntil()),
            decision.waitlistNumber(),
            decision.decidedAt().atOffset(ZoneOffset.UTC),
            decision.capacity(),
            decision.confirmedSeats(),
            decision.waitlistedParties(),
            firstOffsets.get(decision.rsvpId()),
            decision.offset()
          });
    }
    jdbc.batchUpdate(
        """
        insert into rsvps (rsvp_id, meetup_id, seats, reserved_seats, status, reason,
                           reason_otherwise, confirm_until, waitlist_number, decided_at, capacity,
                           confirmed_seats, waitlisted_parties, first_offset, read_offset)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (rsvp_id) do update
           set seats = excluded.seats, reserved_seats = excluded.reserved_seats,
               status = excluded.status, reason = excluded.reason,
               reason_otherwise = excluded.reason_otherwise,
               confirm_until = excluded.confirm_until,
               waitlist_number = excluded.waitlist_number, decided_at = excluded.decided_at,
               capacity = excluded.capacity, confirmed_seats = excluded.confirmed_seats,
               waitlisted_parties = excluded.waitlisted_parties,
               read_offset = excluded.read_offset
         where rsvps.read_offset < excluded.read_offset
        """,
        rows);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String name(@Nullable Reason reason) {
    return reason == null ? null : reason.name();
  }

  private static void writeFigures(JdbcTemplate jdbc, List<DecisionRow> decisions) {
    jdbc.batchUpdate(
        """
        insert into seat_figures (meetup_id, confirmed_seats, waitlisted_parties, read_offset)
        values (?, ?, ?, ?)
        on conflict (meetup_id) do update
           set confirmed_seats = excluded.confirmed_seats,
               waitlisted_parties = excluded.waitlisted_parties,
               read_offset = excluded.read_offset
         where seat_figures.read_offset < excluded.read_offset
        """,
        Latest.of(decisions, DecisionRow::meetupId).stream()
            .map(decision ->
                new Object[] {
                  decision.meetupId(),
                  decision.confirmedSeats(),
                  decision.waitlistedParties(),
                  decision.offset()
                })
            .toList());
  }

  /** Decisions are deleted some time after their meetup; their rows stay. */
  @Override
  public int keep(DeletedRecords deleted, SchemaPair schemas, JdbcTemplate jdbc) {
    String[] meetups =
        jdbc
            .queryForList(
                schemas.in(
                    "select distinct meetup_id from %1$s.%3$s where first_offset < ?", RSVPS),
                String.class,
                deleted.before())
            .stream()
            .filter(deleted::mayHaveKey)
            .toArray(String[]::new);
    copy(FIGURES, deleted, meetups, schemas, jdbc);
    copy(CONFIRMED, deleted, meetups, schemas, jdbc);
    copy(DecisionLog.TABLE, deleted, meetups, schemas, jdbc);
    DecisionLog.keep(meetups, schemas, jdbc);
    copy(PartyChanges.TABLE, deleted, meetups, schemas, jdbc);
    jdbc.update(
        schemas.in(
            """
            update %2$s.%3$s rebuilt set first_offset = known.first_offset from %1$s.%3$s known
             where known.rsvp_id = rebuilt.rsvp_id and known.first_offset < ?
               and known.meetup_id = any (?)
            """,
            RSVPS),
        deleted.before(),
        meetups);
    return copy(RSVPS, deleted, meetups, schemas, jdbc);
  }

  private static int copy(
      KeyedTable table,
      DeletedRecords deleted,
      String[] meetups,
      SchemaPair schemas,
      JdbcTemplate jdbc) {
    return jdbc.update(
        schemas.in(
            """
            insert into %2$s.%3$s select * from %1$s.%3$s
             where read_offset < ? and meetup_id = any (?) on conflict do nothing
            """,
            table),
        deleted.before(),
        meetups);
  }
}
