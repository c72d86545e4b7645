package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.NotificationService.ORGANIZER;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.doorsopen.fixtures.statements.SentStatements;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.Addressees;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the desk shows of mails costs the database the same, however many there are. */
@NotificationService
class DeskStatementsIT {

  private static final int ATTENDEES = 5_000;
  private static final int MESSAGES = 60;

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired JdbcTemplate jdbc;

  private final SentStatements statements = SentStatements.ofRequests();

  @BeforeEach
  void listen() {
    statements.listen();
  }

  @AfterEach
  void forget() {
    statements.listenNoMore();
    jdbc.update("delete from mails where cause_topic = 'copied'");
    jdbc.update("delete from recipients where rsvp_id like 'copied-%'");
    jdbc.update("delete from messages where message_id like 'copied-%'");
  }

  @Test
  void areAsManyForSixtyMessagesToFiveThousandPeopleAsForOne() {
    meetup.publish();
    Attendee ada = meetup.attendee("Ada");
    meetup.confirm(ada, 1);
    meetup.write(Addressees.EVERYONE, "The first.", null, Instant.now());
    awaitMails(ada, "SEAT_CONFIRMED", "MESSAGE");
    String mails = "/desk/mails/" + meetup.meetupId;
    List<String> paths =
        List.of(
            mails + "/messages",
            mails + "/changes",
            mails + "/window",
            mails + "/window/clock",
            mails + "/preview");
    List<Integer> before = paths.stream().map(this::statementsFor).toList();

    fill(ada);

    assertThat(paths.stream().map(this::statementsFor).toList())
        .as(paths.toString())
        .isEqualTo(before);
    assertThat(before).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(3));
    assertThat(api.get(mails + "/messages", ORGANIZER).body())
        .contains("Copied 60", "Copied 31", "5,000")
        .doesNotContain("Copied 30");
  }

  private int statementsFor(String path) {
    HttpRequest.Builder request = api.request(path, ORGANIZER);
    if (path.endsWith("/preview")) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(BodyPublishers.ofString("texts%5B1%5D.subject=A&texts%5B1%5D.text=B"));
    }
    return statements
        .during(() -> {
          HttpResponse<String> answer = Api.send(request);
          assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(200);
        })
        .size();
  }

  /** Copies of the recipient, of the message and of the mail that says it; all have the last. */
  private void fill(Attendee one) {
    copy("recipients", "rsvp_id = ?", "rsvp_id => 'copied-' || n", ATTENDEES, one.rsvpId());
    copy(
        "messages",
        "meetup_id = ? and message_id not like 'copied-%'",
        "message_id => 'copied-' || n,"
            + " texts => jsonb_build_array(jsonb_build_object('language', 'en',"
            + " 'subject', 'Copied ' || n, 'text', 'Hello'))",
        MESSAGES,
        meetup.meetupId);
    String mail =
        """
        insert into mails (id, rsvp_id, meetup_id, kind, about, schedule_version, facts, attempts,
                           occurred_at, queued_at, sent_at, cause_topic, cause_partition,
                           cause_offset)
        select gen_random_uuid(), %s, meetup_id, kind, %s, schedule_version, facts, attempts,
               occurred_at, queued_at, sent_at, 'copied', cause_partition, cause_offset
          from mails, generate_series(1, %d) n
         where rsvp_id = ? and kind = 'MESSAGE' and cause_topic <> 'copied' order by n
        """;
    jdbc.update(mail.formatted("rsvp_id", "'copied-' || n", MESSAGES), one.rsvpId());
    jdbc.update(
        mail.formatted("'copied-' || n", "'copied-" + MESSAGES + "'", ATTENDEES - 1), one.rsvpId());
  }

  /** Copies a row with some of its columns changed. */
  private void copy(String table, String where, String changes, int count, String argument) {
    jdbc.update(
        """
        insert into %s select (jsonb_populate_record(one, jsonb_build_object(%s))).*
          from %s as one, generate_series(1, %d) n where %s
        """
            .formatted(table, changes.replaceAll("(\\w+) =>", "'$1',"), table, count, where),
        argument);
  }
}
