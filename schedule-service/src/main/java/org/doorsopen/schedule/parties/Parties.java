package org.doorsopen.schedule.parties;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schedule.parties.domain.Crowd;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where each RSVP stands. Each decision says all of it, so a decision that is read again changes
 * nothing, and one that comes after a later one, from an instance that lost its partition, is
 * passed over by its offset.
 */
@Repository
public class Parties {

  enum Standing {
    CONFIRMED,
    WAITLISTED,
    RELEASED
  }

  private static final String STANDS =
      """
      insert into parties (rsvp_id, meetup_id, standing, seats, waitlist_number, record_offset)
      values (:rsvpId, :meetupId, :standing, :seats, :waitlistNumber, :offset)
      on conflict (rsvp_id) do update set standing = excluded.standing, seats = excluded.seats,
        waitlist_number = excluded.waitlist_number, record_offset = excluded.record_offset
      where parties.record_offset < excluded.record_offset
      """;

  private static final String OF_MEETUP =
      """
      select standing, seats, unreached.rsvp_id is not null as unreached
        from parties left join unreached_rsvps as unreached using (rsvp_id)
       where parties.meetup_id = ? and standing <> 'RELEASED'
       order by waitlist_number
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcOperations batches;

  Parties(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /**
   * What a decision says of an RSVP.
   *
   * @param offset of the decision in its partition
   */
  record Party(
      String rsvpId,
      String meetupId,
      Standing standing,
      int seats,
      @Nullable Long waitlistNumber,
      long offset) {}

  /** In the order of the log; all of them or none. */
  @Transactional
  void stand(List<Party> parties) {
    batches.batchUpdate(
        STANDS, parties.stream().map(Parties::row).toArray(SqlParameterSource[]::new));
  }

  private static SqlParameterSource row(Party party) {
    return new MapSqlParameterSource()
        .addValue("rsvpId", party.rsvpId())
        .addValue("meetupId", party.meetupId())
        .addValue("standing", party.standing().name())
        .addValue("seats", party.seats())
        .addValue("waitlistNumber", party.waitlistNumber(), Types.BIGINT)
        .addValue("offset", party.offset());
  }

  void unreached(String rsvpId, String meetupId) {
    jdbc.sql(
            """
            insert into unreached_rsvps (rsvp_id, meetup_id) values (?, ?) on conflict do nothing
            """)
        .params(rsvpId, meetupId)
        .update();
  }

  void reached(String rsvpId) {
    jdbc.sql("delete from unreached_rsvps where rsvp_id = ?").param(rsvpId).update();
  }

  /** As far as it was read: seconds behind at most, while the other services work. */
  public Crowd of(UUID meetupId) {
    List<Integer> waiting = new ArrayList<>();
    int[] counts = new int[3];
    jdbc.sql(OF_MEETUP)
        .param(meetupId.toString())
        .query(row -> {
          int seats = row.getInt("seats");
          if (Standing.valueOf(row.getString("standing")) == Standing.CONFIRMED) {
            counts[0]++;
            counts[1] += seats;
          } else {
            waiting.add(seats);
          }
          counts[2] += row.getBoolean("unreached") ? 1 : 0;
        });
    return new Crowd(counts[0], counts[1], waiting, counts[2]);
  }
}
