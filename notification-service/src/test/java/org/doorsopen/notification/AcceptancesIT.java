package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.mailsFor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.notification.smtp.SmtpSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What is written down between one mail and the next, and what happens while it cannot be. */
@NotificationService
class AcceptancesIT {

  /** Acceptances of this test's mails wait for it. */
  private static final int GATE = 4_711;

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;
  @Autowired SmtpSettings settings;

  @BeforeEach
  void watch() {
    jdbc.sql("create table noted (mail_id uuid, commit xid8)").update();
    jdbc.sql("create table unnotable (rsvp_id text)").update();
    jdbc.sql(
            """
            create function note() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock_shared(%d);
              if exists (select from unnotable where rsvp_id = new.rsvp_id) then
                raise 'not to be noted';
              end if;
              insert into noted values (new.id, pg_current_xact_id());
              return null;
            end $$
            """
                .formatted(GATE))
        .update();
    jdbc.sql(
            """
            create trigger note after update of sent_at on mails
            for each row when (new.meetup_id = '%s') execute function note()
            """
                .formatted(meetup.meetupId))
        .update();
  }

  @AfterEach
  void watchNoMore() {
    jdbc.sql("drop trigger note on mails").update();
    jdbc.sql("drop function note").update();
    jdbc.sql("drop table noted, unnotable").update();
  }

  @Test
  void handsNoMailOverBeforeTheLastOnesAcceptanceIsCommittedAndCommitsThemTogether()
      throws SQLException {
    List<Attendee> attendees = attendees(3 * settings.connections());
    // They wait for the meetup, so that all are due at once, and a sender claims more than one.
    attendees.forEach(attendee -> meetup.confirm(attendee, 1, false, 1));
    await().until(() -> count("queued_mails where awaits_version = 1") == attendees.size());

    try (Connection gate = closeTheGate()) {
      meetup.publish();
      await().until(() -> delivered(attendees) == settings.connections());
      await()
          .during(Duration.ofMillis(500))
          .until(() -> delivered(attendees) == settings.connections());
      assertThat(count("pg_stat_activity where wait_event = 'advisory'")).isEqualTo(1);
    }

    attendees.forEach(attendee -> awaitMails(attendee, "SEAT_CONFIRMED"));
    attendees.forEach(attendee ->
        assertThat(api.awaitStatus(attendee, "SEAT_CONFIRMED", "SENT").get("attempts").asInt())
            .isEqualTo(1));
    assertThat(count("noted")).isEqualTo(attendees.size());
    List<Integer> written =
        jdbc.sql("select sum(count(*)) over (order by commit) from noted group by commit")
            .query(Integer.class)
            .list();
    assertThat(written.subList(0, 2))
        .as("all together in the first commit, or in the second those that came meanwhile")
        .contains(settings.connections());
  }

  @Test
  void notesTheOthersWhereOneAcceptanceCannotBeNoted() throws SQLException {
    meetup.publish();
    List<Attendee> attendees = attendees(2 * settings.connections());
    Attendee unlucky = attendees.getFirst();
    jdbc.sql("insert into unnotable values (?)").param(unlucky.rsvpId()).update();

    try (Connection gate = closeTheGate()) {
      attendees.forEach(attendee -> meetup.confirm(attendee, 1));
      await().until(() -> delivered(attendees) == settings.connections());
    }

    attendees.stream()
        .skip(1)
        .forEach(attendee -> api.awaitStatus(attendee, "SEAT_CONFIRMED", "SENT"));
    jdbc.sql("delete from unnotable").update();
    JsonNode late = api.awaitStatus(unlucky, "SEAT_CONFIRMED", "SENT");
    assertThat(late.get("attempts").asInt()).isEqualTo(1);
    assertThat(late.get("unanswered").asInt()).isZero();
    attendees.forEach(attendee -> awaitMails(attendee, "SEAT_CONFIRMED"));
    assertThat(count("noted")).isEqualTo(attendees.size());
  }

  private List<Attendee> attendees(int count) {
    return IntStream.range(0, count).mapToObj(i -> meetup.attendee("Ada" + i)).toList();
  }

  /** It opens when the connection is closed. */
  private Connection closeTheGate() throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + GATE + ")");
    }
    return connection;
  }

  private static long delivered(List<Attendee> attendees) {
    return attendees.stream().filter(attendee -> !mailsFor(attendee).isEmpty()).count();
  }

  private int count(String from) {
    return jdbc.sql("select count(*) from " + from).query(Integer.class).single();
  }
}
