package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mails of a database that an earlier release wrote go on where they were. */
class QueueMigrationIT {

  private static final String SCHEMA = "queue_migration";
  private static final String LAST_WITHOUT_A_QUEUE = "7";

  private EarlierDatabase database;

  @BeforeEach
  void earlierRelease() throws SQLException {
    database = EarlierDatabase.of(SCHEMA, LAST_WITHOUT_A_QUEUE);
  }

  @AfterEach
  void dropSchema() throws SQLException {
    database.close();
  }

  @Test
  void keepsWhatWaitsInTheQueueWhatIsClaimedInBatchesAndTheRestInTheLog() throws SQLException {
    mail("waits", "QUEUED", 2, "2026-01-01", null, null);
    mail("is-claimed-second", "QUEUED", 4, "2026-01-03", "b", "2");
    mail("is-claimed-first", "QUEUED", 1, "2026-01-02", "b", "2");
    mail("was-claimed-before", "QUEUED", 1, "2026-01-04", "a", "2");
    mail("sent", "SENT", 1, "2026-01-01", null, "1");
    mail("refused", "FAILED", 3, "2026-01-01", null, "1");
    mail("missed", "MISSED", 0, "2026-01-01", null, null);

    database.migrate();

    assertThat(database.rows("select rsvp_id, due_at::date from queued_mails"))
        .containsExactly("waits 2026-01-01");
    assertThat(
            database.rows(
                "select sender, rsvp_ids, due_ats::date[] from batches order by claim_id"))
        .containsExactly(
            "2 {was-claimed-before} {2026-01-04}",
            "2 {is-claimed-first,is-claimed-second} {2026-01-02,2026-01-03}");
    assertThat(
            database.rows(
                """
                select rsvp_ids[1] from batches
                where mail_ids[1] = (select id from mails where rsvp_id = rsvp_ids[1])
                """))
        .hasSize(2);
    // An attempt that was counted when it began is counted when it has ended.
    assertThat(
            database.rows(
                "select rsvp_id, attempts, given_up, sent_at is not null from mails order by number"))
        .containsExactly(
            "waits 2 null f",
            "is-claimed-second 3 null f",
            "is-claimed-first 0 null f",
            "was-claimed-before 0 null f",
            "sent 1 null t",
            "refused 3 FAILED f",
            "missed 0 MISSED f");
  }

  private void mail(
      String rsvpId, String status, int attempts, String due, String hand, String sender)
      throws SQLException {
    database.execute(
        """
        insert into mail (id, rsvp_id, meetup_id, kind, about, schedule_version, facts, status,
          attempts, occurred_at, queued_at, next_attempt_at, sent_at, hand, sender, cause_topic,
          cause_partition, cause_offset)
        values (gen_random_uuid(), '%s', 'meetup', 'SEAT_CONFIRMED', '', 1, '{}', '%s', %d, now(),
          now(), '%s', %s, %s, %s, 'seats', 0, 0)
        """
            .formatted(
                rsvpId,
                status,
                attempts,
                due,
                status.equals("SENT") ? "now()" : "null",
                hand == null ? "null" : "cast(repeat('%s', 32) as uuid)".formatted(hand),
                sender));
  }
}
