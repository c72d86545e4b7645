package org.doorsopen.bench.mail;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.infrastructure.Database;

/**
 * Mails in notification-service's queue, each to a different person: as many as are wanted, at
 * once. Queueing them by events would take longer than sending them.
 */
record LongQueue(Database database) {

  /** Copies a mail that was sent to somebody before, with the rows that it needs. */
  private static final String ADD =
      """
      with guest as materialized (
        select gen_random_uuid() as id, gen_random_uuid()::text as rsvp_id, sample.*
        from generate_series(1, ?), (
          select meetup_id, kind, about, schedule_version, facts, occurred_at, cause_topic,
            cause_partition, cause_offset, cause_id, name, locale, standing, seats
          from notification.mails join notification.recipients using (rsvp_id, meetup_id)
            join notification.contacts using (rsvp_id)
          where kind = 'SEAT_CONFIRMED' limit 1) as sample
      ), contacts as (
        insert into notification.contacts (rsvp_id, name, email, locale)
        select rsvp_id, name, rsvp_id || '@example.org', locale from guest
      ), recipients as (
        insert into notification.recipients (rsvp_id, meetup_id, standing, seats, standing_since)
        select rsvp_id, meetup_id, standing, seats, occurred_at from guest
      ), mails as (
        insert into notification.mails (id, rsvp_id, meetup_id, kind, about, schedule_version, facts,
          occurred_at, queued_at, cause_topic, cause_partition, cause_offset, cause_id)
        select id, rsvp_id, meetup_id, kind, about, schedule_version, facts, occurred_at, now(),
          cause_topic, cause_partition, cause_offset, cause_id
        from guest returning id, number, rsvp_id, meetup_id
      )
      insert into notification.queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
      select id, number, rsvp_id, meetup_id, now() + make_interval(secs => ?) from mails
      """;

  /**
   * Returns when they are in the queue.
   *
   * @param wait until the first of them is due
   */
  void add(int mails, Duration wait) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setInt(1, mails);
      add.setDouble(2, wait.toMillis() / 1e3);
      if (add.executeUpdate() != mails) {
        throw new BenchFailure("There is no mail to take for a sample");
      }
    } catch (SQLException e) {
      throw new BenchFailure("The mails cannot be queued: " + e.getMessage(), e);
    }
  }
}
