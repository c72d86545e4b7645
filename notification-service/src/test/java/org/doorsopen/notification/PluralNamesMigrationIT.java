package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables got names in the plural, and kept their rows. */
class PluralNamesMigrationIT {

  private static final String SCHEMA = "plural_names_migration";
  private static final String LAST_IN_THE_SINGULAR = "8";

  private EarlierDatabase database;

  @BeforeEach
  void earlierRelease() throws SQLException {
    database = EarlierDatabase.of(SCHEMA, LAST_IN_THE_SINGULAR);
  }

  @AfterEach
  void dropSchema() throws SQLException {
    database.close();
  }

  @Test
  void keepsTheRowsOfEveryTable() throws SQLException {
    database.execute("insert into inbox values ('seats', 0, 7, 'an-event', now())");
    database.execute("insert into contact (rsvp_id, name) values ('ada', 'Ada')");
    database.execute(
        """
        insert into recipient (rsvp_id, meetup_id, standing, seats, told_version)
        values ('ada', 'meetup', 'CONFIRMED', 2, 3)
        """);
    database.execute(
        """
        insert into meetup_version (meetup_id, version, cancelled, meetup, tell_everyone,
          published_at, cause_topic, cause_partition, cause_offset)
        values ('meetup', 3, false, '{"title": "Pods"}', false, now(), 'schedules', 0, 0)
        """);
    database.execute("insert into announced values ('meetup', 3)");
    mail("mail", "waits");
    mail("mail", "is-claimed");
    database.execute(
        """
        insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
        select id, number, rsvp_id, meetup_id, now() from mail where rsvp_id = 'waits'
        """);
    database.execute(
        """
        insert into batches (claim_id, sender, mail_ids, rsvp_ids, due_ats)
        select gen_random_uuid(), 1, array[id], array[rsvp_id], array[now()]
        from mail where rsvp_id = 'is-claimed'
        """);
    String last = database.rows("select max(number) from mail").getFirst();

    database.migrate();

    assertThat(database.rows("select topic, record_offset from inbox")).containsExactly("seats 7");
    assertThat(database.rows("select rsvp_id, name from contacts")).containsExactly("ada Ada");
    assertThat(database.rows("select rsvp_id, seats, told_version from recipients"))
        .containsExactly("ada 2 3");
    assertThat(database.rows("select version, meetup ->> 'title' from meetup_versions"))
        .containsExactly("3 Pods");
    assertThat(database.rows("select * from announcements")).containsExactly("meetup 3");
    assertThat(database.rows("select mails.rsvp_id from queued_mails join mails on mail_id = id"))
        .containsExactly("waits");
    assertThat(database.rows("select mails.rsvp_id from batches join mails on id = any(mail_ids)"))
        .containsExactly("is-claimed");
    mail("mails", "comes-later");
    assertThat(database.rows("select rsvp_id from mails where number > " + last))
        .containsExactly("comes-later");
  }

  @Test
  void namesIndexesConstraintsAndSequencesAfterTheirTables() throws SQLException {
    database.migrate();

    List<String> belonging =
        database.rows(
            """
            select conrelid::regclass, conname from pg_constraint
            where connamespace = '%1$s'::regnamespace
            union
            select indrelid::regclass, relname from pg_index join pg_class on oid = indexrelid
            where relnamespace = '%1$s'::regnamespace
            union
            select refobjid::regclass, relname from pg_depend join pg_class on oid = objid
            where relnamespace = '%1$s'::regnamespace and relkind = 'S'
              and refclassid = 'pg_class'::regclass
            """
                .formatted(SCHEMA));

    assertThat(belonging)
        .contains(
            "mails mails_pkey",
            "mails mails_rsvp_id_kind_about_key",
            "mails mails_by_meetup",
            "mails mails_number_seq")
        .allSatisfy(name -> assertThat(name.split(" ")[1]).startsWith(name.split(" ")[0] + "_"));
  }

  private void mail(String table, String rsvpId) throws SQLException {
    database.execute(
        """
        insert into %s (id, rsvp_id, meetup_id, kind, about, schedule_version, facts, occurred_at,
          queued_at, cause_topic, cause_partition, cause_offset)
        values (gen_random_uuid(), '%s', 'meetup', 'SEAT_CONFIRMED', '', 1, '{}', now(), now(),
          'seats', 0, 0)
        """
            .formatted(table, rsvpId));
  }
}
