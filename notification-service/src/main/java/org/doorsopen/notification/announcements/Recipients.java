package org.doorsopen.notification.announcements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.doorsopen.notification.announcements.domain.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has, wants or had a seat, and what they were told. */
@Repository
public class Recipients {

  private final JdbcClient database;

  Recipients(JdbcClient database) {
    this.database = database;
  }

  public Optional<Recipient> find(String rsvpId) {
    return database
        .sql("select * from recipient where rsvp_id = ?")
        .param(rsvpId)
        .query(Recipients::read)
        .optional();
  }

  /** Those who have a seat or may still get one. */
  List<Recipient> activeAt(String meetupId) {
    return database
        .sql("select * from recipient where meetup_id = ? and standing <> 'RELEASED'")
        .param(meetupId)
        .query(Recipients::read)
        .list();
  }

  /** Those who had a seat then and still have it, and want to be reminded. */
  List<String> toRemind(String meetupId, Instant then) {
    return database
        .sql(
            """
            select rsvp_id from recipient
            where meetup_id = ? and standing = 'CONFIRMED' and reminders_stopped_at is null
              and (standing_since is null or standing_since <= ?)
            """)
        .params(meetupId, Timestamp.from(then))
        .query(String.class)
        .list();
  }

  /** False if nobody is known by that id. */
  public boolean stopReminders(String rsvpId, Instant now) {
    return database
            .sql(
                """
                update recipient set reminders_stopped_at = coalesce(reminders_stopped_at, ?)
                where rsvp_id = ?
                """)
            .params(Timestamp.from(now), rsvpId)
            .update()
        == 1;
  }

  /**
   * What they were told stays as it was.
   *
   * @param since when that was decided; who stands there already does since then
   */
  void stands(
      String rsvpId,
      String meetupId,
      Standing standing,
      int seats,
      @Nullable Long waitlistNumber,
      Instant since) {
    database
        .sql(
            """
            insert into recipient
              (rsvp_id, meetup_id, standing, seats, waitlist_number, standing_since)
            values (?, ?, ?, ?, ?, ?)
            on conflict (rsvp_id) do update set standing = excluded.standing,
              seats = excluded.seats, waitlist_number = excluded.waitlist_number,
              standing_since = case when recipient.standing = excluded.standing
                then recipient.standing_since else excluded.standing_since end
            """)
        .params(rsvpId, meetupId, standing.name(), seats, waitlistNumber, Timestamp.from(since))
        .update();
  }

  /** 1 + the waiting parties with a smaller number; empty for who does not wait. */
  public Optional<Integer> waitlistPosition(Recipient recipient) {
    if (recipient.standing() != Standing.WAITLISTED) {
      return Optional.empty();
    }
    return Optional.of(
        database
            .sql(
                """
                select 1 + count(*) from recipient
                where meetup_id = ? and standing = 'WAITLISTED' and waitlist_number < ?
                """)
            .params(recipient.meetupId(), recipient.waitlistNumber())
            .query(Integer.class)
            .single());
  }

  /** The mail that is about to go out tells this version, if the server accepts it. */
  public void telling(String rsvpId, UUID mail, int version) {
    database
        .sql("update recipient set telling_mail = ?, telling_version = ? where rsvp_id = ?")
        .params(mail, version, rsvpId)
        .update();
  }

  /**
   * The server has accepted the mail.
   *
   * @param changes whether it told what changed, with the organizers' notes
   */
  public void told(String rsvpId, UUID mail, boolean changes) {
    database
        .sql(
            """
            update recipient set told_version = telling_version,
              heard_version = case when ? then telling_version else heard_version end
            where rsvp_id = ? and telling_mail = ?
            """)
        .params(changes, rsvpId, mail)
        .update();
  }

  /**
   * The number for the calendar that is about to go out: higher than all before, given once.
   *
   * @param invited whether it puts the meetup into the calendar, rather than out of it
   */
  public int nextCalendarSequence(String rsvpId, boolean invited) {
    return database
        .sql(
            """
            update recipient set calendar_sequence = calendar_sequence + 1, invited = ?
            where rsvp_id = ? returning calendar_sequence
            """)
        .params(invited, rsvpId)
        .query(Integer.class)
        .single();
  }

  private static Recipient read(ResultSet row, int number) throws SQLException {
    return new Recipient(
        row.getString("rsvp_id"),
        row.getString("meetup_id"),
        Standing.valueOf(row.getString("standing")),
        row.getInt("seats"),
        row.getObject("waitlist_number", Long.class),
        row.getObject("told_version", Integer.class),
        row.getObject("heard_version", Integer.class),
        row.getBoolean("invited"),
        row.getTimestamp("reminders_stopped_at") == null);
  }
}
