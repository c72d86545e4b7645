package org.doorsopen.rsvp.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.MeetupStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where RSVPs stand according to the read model, which is a moment behind the log. */
@Repository
public class RsvpStatuses {

  private static final String ASKED =
      """
      SELECT asked.rsvp_id, r.status, r.reason, r.seats, c.name, m.status AS meetup_status,
             coalesce(m.promotions_end_at <= :now, false) AS promotions_ended,
      """;

  private static final String FROM =
      """
        FROM unnest(:rsvpIds) AS asked (rsvp_id)
        LEFT JOIN rsvps r ON r.rsvp_id = asked.rsvp_id
        LEFT JOIN contacts c ON c.rsvp_id = asked.rsvp_id
        LEFT JOIN meetups m ON m.meetup_id = :meetupId
      """;

  /** Cheap for one. */
  private static final String COUNTED =
      ASKED
          + """
          CASE WHEN r.status = 'WAITLISTED' THEN
            (SELECT 1 + count(*) FROM rsvps w
              WHERE w.meetup_id = r.meetup_id AND w.status = 'WAITLISTED'
                AND w.waitlist_number < r.waitlist_number)
          END AS position
          """
          + FROM;

  /** Cheap for many: the waitlist is gone through once. */
  private static final String RANKED =
      """
      WITH waiting AS (
        SELECT rsvp_id, rank() OVER (ORDER BY waitlist_number) AS position
          FROM rsvps WHERE meetup_id = :meetupId AND status = 'WAITLISTED')
      """
          + ASKED
          + " waiting.position "
          + FROM
          + " LEFT JOIN waiting ON waiting.rsvp_id = asked.rsvp_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  RsvpStatuses(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** REQUESTED where the read model does not know the RSVP: whoever holds its key has asked. */
  public RsvpStatus of(RsvpKey key) {
    return query(COUNTED, key.meetupId(), List.of(key.rsvpId())).getFirst();
  }

  /** One for each, in any order. */
  public List<RsvpStatus> of(String meetupId, Collection<String> rsvpIds) {
    return query(RANKED, meetupId, rsvpIds);
  }

  /** Of all that were decided about, in the order of the first decision. */
  public List<RsvpStatus> decided(String meetupId) {
    List<String> rsvpIds =
        jdbc.sql("SELECT rsvp_id FROM rsvps WHERE meetup_id = :meetupId ORDER BY first_offset")
            .param("meetupId", meetupId)
            .query(String.class)
            .list();
    Map<String, RsvpStatus> statuses =
        of(meetupId, rsvpIds).stream().collect(Collectors.toMap(RsvpStatus::rsvpId, it -> it));
    return rsvpIds.stream().map(statuses::get).toList();
  }

  /** The meetup of an RSVP, for who holds no token that says it. */
  public Optional<RsvpKey> find(String rsvpId) {
    return jdbc.sql(
            """
            SELECT meetup_id FROM rsvps WHERE rsvp_id = :rsvpId
             UNION
            SELECT meetup_id FROM contacts WHERE rsvp_id = :rsvpId AND meetup_id IS NOT NULL
            """)
        .param("rsvpId", rsvpId)
        .query(String.class)
        .optional()
        .map(meetupId -> new RsvpKey(rsvpId, meetupId));
  }

  private List<RsvpStatus> query(String sql, String meetupId, Collection<String> rsvpIds) {
    return jdbc.sql(sql)
        .param("meetupId", meetupId)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .query((row, _) -> status(row, meetupId))
        .list();
  }

  private static RsvpStatus status(ResultSet row, String meetupId) throws SQLException {
    String state = row.getString("status");
    String meetupStatus = row.getString("meetup_status");
    return RsvpStatus.derive(
        new RsvpKey(row.getString("rsvp_id"), meetupId),
        new RsvpStatus.Facts(
            state == null ? RsvpStatus.State.REQUESTED : RsvpStatus.State.valueOf(state),
            row.getString("reason"),
            row.getObject("seats", Integer.class),
            row.getObject("position", Long.class),
            row.getString("name"),
            meetupStatus == null ? null : MeetupStatus.valueOf(meetupStatus),
            row.getBoolean("promotions_ended")));
  }
}
