package org.doorsopen.rsvp.status;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.doorsopen.rsvp.access.ConfirmedAddresses;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.access.UnknownRsvp;
import org.doorsopen.rsvp.meetups.MeetupStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Says how RSVPs stand according to the read model, which is a moment behind the log. Whether
 * promotions have ended is judged by this instance's clock.
 */
@Repository
public class RsvpStatuses implements ConfirmedAddresses {

  private static final String ASKED =
      """
      select asked.rsvp_id, r.status, r.reason, r.reason_otherwise, r.confirm_until,
             c.rsvp_id is not null as address_confirmed, r.seats, n.name, m.status as meetup_status,
             coalesce(m.promotions_end_at <= :now, false) as promotions_ended,
      """;

  private static final String FROM =
      """
        from unnest(:rsvpIds) as asked (rsvp_id)
        left join rsvps r on r.rsvp_id = asked.rsvp_id
        left join confirmed_addresses c on c.rsvp_id = asked.rsvp_id
        left join attendee_names n on n.rsvp_id = asked.rsvp_id
        left join meetup_states m on m.meetup_id = :meetupId
      """;

  /** Counts the parties before each RSVP: cheap for one RSVP. */
  private static final String COUNTED =
      ASKED
          + """
          case when r.status = 'WAITLISTED' then
            (select 1 + count(*) from rsvps w
              where w.meetup_id = r.meetup_id and w.status = 'WAITLISTED'
                and w.waitlist_number < r.waitlist_number)
          end as position
          """
          + FROM;

  /** Goes through the waitlist once: cheap for many RSVPs of one meetup. */
  private static final String RANKED =
      """
      with waiting as (
        select rsvp_id, rank() over (order by waitlist_number) as position
          from rsvps where meetup_id = :meetupId and status = 'WAITLISTED')
      """
          + ASKED
          + " waiting.position "
          + FROM
          + " left join waiting on waiting.rsvp_id = asked.rsvp_id";

  private final JdbcClient jdbc;
  private final InstantSource clock;

  RsvpStatuses(JdbcClient jdbc, InstantSource clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How one RSVP stands. It is REQUESTED if the read model does not know it: the key comes from a
   * token, and a token is given for a request only.
   */
  public RsvpStatus of(RsvpKey key) {
    return query(COUNTED, key.meetupId(), List.of(key.rsvpId())).getFirst();
  }

  /**
   * How RSVPs of one meetup stand, by one query.
   *
   * @return one status for each RSVP, in any order
   */
  public List<RsvpStatus> of(String meetupId, Collection<String> rsvpIds) {
    return query(RANKED, meetupId, rsvpIds);
  }

  /**
   * Looks up the meetup of an RSVP, for organizers, who hold no token that names it. Empty if
   * neither a decision nor a contact was read.
   */
  public Optional<RsvpKey> find(String rsvpId) {
    return jdbc.sql(
            """
            select meetup_id from rsvps where rsvp_id = :rsvpId
             union
            select meetup_id from attendee_names where rsvp_id = :rsvpId
            """)
        .param("rsvpId", rsvpId)
        .query(String.class)
        .optional()
        .map(meetupId -> new RsvpKey(rsvpId, meetupId));
  }

  /**
   * As {@link #find}, for an id as somebody may have typed it.
   *
   * @throws UnknownRsvp if it is none, or nothing of the RSVP was read
   */
  public RsvpKey known(String rsvpId) {
    return RsvpAccess.canonical(rsvpId).flatMap(this::find).orElseThrow(UnknownRsvp::new);
  }

  /**
   * The ids of RSVPs, in the order of their letters, between these two and including them; of any
   * meetup, as far as a decision or a contact was read.
   */
  public List<String> between(String first, String last) {
    return jdbc.sql(
            """
            select rsvp_id from rsvps where rsvp_id between :first and :last
             union
            select rsvp_id from attendee_names where rsvp_id between :first and :last
            """)
        .param("first", first)
        .param("last", last)
        .query(String.class)
        .list();
  }

  @Override
  public boolean isAddressConfirmed(String rsvpId) {
    return jdbc.sql("select exists (select from confirmed_addresses where rsvp_id = :rsvpId)")
        .param("rsvpId", rsvpId)
        .query(Boolean.class)
        .single();
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
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
            Reason.named(row.getString("reason")),
            Reason.named(row.getString("reason_otherwise")),
            instant(row, "confirm_until"),
            row.getBoolean("address_confirmed"),
            row.getObject("seats", Integer.class),
            row.getObject("position", Long.class),
            row.getString("name"),
            meetupStatus == null ? null : MeetupStatus.valueOf(meetupStatus),
            row.getBoolean("promotions_ended")));
  }
}
