package org.doorsopen.notification.recipients;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.mails.Acceptance;
import org.doorsopen.notification.recipients.Recipient.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People who have, want or had a seat, and the versions that they were told. */
@Repository
public class Recipients implements Acceptance {

  private static final String FIND =
      """
      select recipient.* from unnest((select cast(:rsvpIds as text[]))) as wanted (id)
        cross join lateral (select * from recipients where rsvp_id = wanted.id offset 0) as recipient
      """;

  /**
   * This is no join, because PostgreSQL would read the whole index for one where it believes it to
   * be short.
   */
  private static final String NOTE_TELLING =
      """
      update recipients
      set (telling_mail, telling_version, telling_invites, calendar_sequence) = (
        select coalesce(cast(mail as uuid), telling_mail),
          case when mail is null then telling_version else version end,
          case when mail is null then telling_invites else coalesce(invites, false) end,
          calendar_sequence + case when invites is null then 0 else 1 end
        from unnest(cast(:rsvpIds as text[]), cast(:mailIds as text[]),
          cast(:versions as integer[]), cast(:invites as boolean[]))
          as telling (rsvp, mail, version, invites)
        where rsvp = rsvp_id
      )
      where rsvp_id = any((select cast(:rsvpIds as text[]))::text[])
      returning rsvp_id, calendar_sequence
      """;

  private static final String NOTE_TOLD =
      """
      update recipients set told_version = telling_version,
        heard_version = case
          when telling_mail = any(array(select id from sent where kind = 'SCHEDULE_CHANGED'))
          then telling_version else heard_version end,
        invited = invited or telling_invites
      where rsvp_id = any((select cast(:rsvpIds as text[]))::text[]) and telling_mail = any(array(select id from sent))
      """;

  private static final String NOTE_PERHAPS_INVITED =
      """
      update recipients set invited = invited or telling_invites
      where rsvp_id = :rsvpId and telling_mail = :mailId
      """;

  private final JdbcClient jdbc;

  Recipients(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** By RSVP; only those who have or had a seat or a place in line. */
  public Map<String, Recipient> find(Collection<String> rsvpIds) {
    Map<String, Recipient> recipients = new HashMap<>();
    jdbc.sql(FIND)
        .param("rsvpIds", rsvpIds.toArray(String[]::new))
        .query(row -> {
          recipients.put(row.getString("rsvp_id"), read(row, 0));
        });
    return recipients;
  }

  /** Those who have a seat or may still get one. */
  public List<Recipient> activeAt(String meetupId) {
    return jdbc.sql("select * from recipients where meetup_id = ? and standing <> 'RELEASED'")
        .param(meetupId)
        .query(Recipients::read)
        .list();
  }

  /** Everybody who has or had a seat or a place in line there. */
  public List<String> everAt(String meetupId) {
    return jdbc.sql("select rsvp_id from recipients where meetup_id = ?")
        .param(meetupId)
        .query(String.class)
        .list();
  }

  /** Those who had a seat then and still have it, and want to be reminded. */
  public List<String> toRemind(String meetupId, Instant then) {
    return jdbc.sql(
            """
            select rsvp_id from recipients
            where meetup_id = ? and standing = 'CONFIRMED' and reminders_stopped_at is null
              and (standing_since is null or standing_since <= ?)
            """)
        .params(meetupId, then.atOffset(ZoneOffset.UTC))
        .query(String.class)
        .list();
  }

  /** False if nobody is known by that id. */
  public boolean stopReminders(String rsvpId, Instant now) {
    return jdbc.sql(
                """
                update recipients set reminders_stopped_at = coalesce(reminders_stopped_at, ?)
                where rsvp_id = ?
                """)
            .params(now.atOffset(ZoneOffset.UTC), rsvpId)
            .update()
        == 1;
  }

  /**
   * The versions that they were told stay as they were.
   *
   * @param since when that was decided; an RSVP that stands there already keeps its own
   */
  public void stands(
      String rsvpId,
      String meetupId,
      Standing standing,
      int seats,
      @Nullable Long waitlistNumber,
      Instant since) {
    jdbc.sql(
            """
            insert into recipients
              (rsvp_id, meetup_id, standing, seats, waitlist_number, standing_since)
            values (?, ?, ?, ?, ?, ?)
            on conflict (rsvp_id) do update set standing = excluded.standing,
              seats = excluded.seats, waitlist_number = excluded.waitlist_number,
              standing_since = case when recipients.standing = excluded.standing
                then recipients.standing_since else excluded.standing_since end
            """)
        .params(
            rsvpId,
            meetupId,
            standing.name(),
            seats,
            waitlistNumber,
            since.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Forgets where the RSVP stood and what was told to its people. */
  public void erase(String rsvpId) {
    jdbc.sql("delete from recipients where rsvp_id = ?").param(rsvpId).update();
  }

  /** Forgets everybody of a meetup. */
  public void forget(String meetupId) {
    jdbc.sql("delete from recipients where meetup_id = ?").param(meetupId).update();
  }

  /** 1 + the waiting parties with a smaller number; empty if the recipient does not wait. */
  public Optional<Integer> waitlistPosition(Recipient recipient) {
    if (recipient.standing() != Standing.WAITLISTED) {
      return Optional.empty();
    }
    return Optional.of(
        jdbc.sql(
                """
                select 1 + count(*) from recipients
                where meetup_id = ? and standing = 'WAITLISTED' and waitlist_number < ?
                """)
            .params(recipient.meetupId(), recipient.waitlistNumber())
            .query(Integer.class)
            .single());
  }

  /**
   * A mail that is about to go out to one recipient.
   *
   * @param mail that tells the meetup, if the server accepts it; null if it does not tell it
   * @param version of the meetup that it tells
   * @param invites whether its calendar puts the meetup into the recipient's, rather than out of
   *     it; null if it has none
   */
  public record Telling(
      String rsvpId, @Nullable UUID mail, int version, @Nullable Boolean invites) {}

  /**
   * Notes the mails that are about to go out, and returns the number of each calendar by RSVP:
   * higher than all before it, and never given twice.
   *
   * @param tellings each to another recipient
   */
  public Map<String, Integer> telling(List<Telling> tellings) {
    Map<String, Integer> sequences = new HashMap<>();
    if (tellings.isEmpty()) {
      return sequences;
    }
    jdbc.sql(NOTE_TELLING)
        .param("rsvpIds", tellings.stream().map(Telling::rsvpId).toArray(String[]::new))
        .param(
            "mailIds",
            tellings.stream()
                .map(telling -> telling.mail() == null ? null : telling.mail().toString())
                .toArray(String[]::new))
        .param("versions", tellings.stream().map(Telling::version).toArray(Integer[]::new))
        .param("invites", tellings.stream().map(Telling::invites).toArray(Boolean[]::new))
        .query(row -> {
          sequences.put(row.getString("rsvp_id"), row.getInt("calendar_sequence"));
        });
    return sequences;
  }

  @Override
  public String sql() {
    return NOTE_TOLD;
  }

  @Override
  public void perhapsAccepted(UUID mailId, String rsvpId) {
    jdbc.sql(NOTE_PERHAPS_INVITED).param("rsvpId", rsvpId).param("mailId", mailId).update();
  }

  private static Recipient read(ResultSet row, int number) throws SQLException {
    return new Recipient(
        row.getString("rsvp_id"),
        row.getString("meetup_id"),
        Standing.valueOf(row.getString("standing")),
        row.getInt("seats"),
        row.getObject("waitlist_number", Long.class),
        new Told(
            row.getObject("told_version", Integer.class),
            row.getObject("heard_version", Integer.class),
            row.getBoolean("invited")),
        row.getObject("reminders_stopped_at") == null);
  }
}
