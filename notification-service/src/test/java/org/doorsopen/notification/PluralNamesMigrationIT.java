package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tables got names in the plural, and kept their rows. */
class PluralNamesMigrationIT {

  private static final String SCHEMA = "plural_names_migration";
  private static final String LAST_IN_THE_SINGULAR = "8";

  private Connection connection;
  private Statement sql;

  @BeforeEach
  void earlierRelease() throws SQLException {
    connection = QueuePlansIT.connect();
    sql = connection.createStatement();
    sql.execute("drop schema if exists " + SCHEMA + " cascade");
    QueuePlansIT.flyway(SCHEMA).target(LAST_IN_THE_SINGULAR).load().migrate();
    sql.execute("set search_path to " + SCHEMA);
  }

  @AfterEach
  void dropSchema() throws SQLException {
    sql.execute("drop schema " + SCHEMA + " cascade");
    connection.close();
  }

  @Test
  void keepsTheRowsOfEveryTable() throws SQLException {
    sql.execute("insert into inbox values ('seats', 0, 7, 'an-event', now())");
    sql.execute("insert into contact (rsvp_id, name) values ('ada', 'Ada')");
    sql.execute(
        """
        insert into recipient (rsvp_id, meetup_id, standing, seats, told_version)
        values ('ada', 'meetup', 'CONFIRMED', 2, 3)
        """);
    sql.execute(
        """
        insert into meetup_version (meetup_id, version, cancelled, meetup, tell_everyone,
          published_at, cause_topic, cause_partition, cause_offset)
        values ('meetup', 3, false, '{"title": "Pods"}', false, now(), 'schedules', 0, 0)
        """);
    sql.execute("insert into announced values ('meetup', 3)");
    mail("mail", "waits");
    mail("mail", "is-claimed");
    sql.execute(
        """
        insert into queued_mails (mail_id, number, rsvp_id, meetup_id, due_at)
        select id, number, rsvp_id, meetup_id, now() from mail where rsvp_id = 'waits'
        """);
    sql.execute(
        """
        insert into batches (claim_id, sender, mail_ids, rsvp_ids, due_ats)
        select gen_random_uuid(), 1, array[id], array[rsvp_id], array[now()]
        from mail where rsvp_id = 'is-claimed'
        """);
    String last = rows("select max(number) from mail").getFirst();

    QueuePlansIT.flyway(SCHEMA).load().migrate();

    assertThat(rows("select topic, record_offset from inbox")).containsExactly("seats 7");
    assertThat(rows("select rsvp_id, name from contacts")).containsExactly("ada Ada");
    assertThat(rows("select rsvp_id, seats, told_version from recipients"))
        .containsExactly("ada 2 3");
    assertThat(rows("select version, meetup ->> 'title' from meetup_versions"))
        .containsExactly("3 Pods");
    assertThat(rows("select * from announcements")).containsExactly("meetup 3");
    assertThat(rows("select mails.rsvp_id from queued_mails join mails on mail_id = id"))
        .containsExactly("waits");
    assertThat(rows("select mails.rsvp_id from batches join mails on id = any(mail_ids)"))
        .containsExactly("is-claimed");
    mail("mails", "comes-later");
    assertThat(rows("select rsvp_id from mails where number > " + last))
        .containsExactly("comes-later");
  }

  @Test
  void namesIndexesConstraintsAndSequencesAfterTheirTables() throws SQLException {
    QueuePlansIT.flyway(SCHEMA).load().migrate();

    List<String> belonging =
        rows(
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
    sql.execute(
        """
        insert into %s (id, rsvp_id, meetup_id, kind, about, schedule_version, facts, occurred_at,
          queued_at, cause_topic, cause_partition, cause_offset)
        values (gen_random_uuid(), '%s', 'meetup', 'SEAT_CONFIRMED', '', 1, '{}', now(), now(),
          'seats', 0, 0)
        """
            .formatted(table, rsvpId));
  }

  private List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var rows = sql.executeQuery(query)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        found.add(String.join(" ", cells));
      }
    }
    return found;
  }
}
