package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who is reminded, when, and how one gets out of it. */
class RemindersIT extends PlatformIT {

  private static final Instant START = MeetupEvents.STARTS_AT;
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  /** What a job queues while we look is due by then. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  @Autowired JdbcClient database;
  @Autowired Scheduler scheduler;

  @AfterEach
  void now() {
    clock.reset();
  }

  @Test
  void remindsWhoHasASeatADayAndTwoHoursBefore() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    Attendee bob = meetup.attendee("Bob");
    Attendee gone = confirmed("Gone");
    meetup.waitlist(bob, 1);
    meetup.release(gone, ReleaseReason.ATTENDEE);
    awaitMails(bob, "SEAT_WAITLISTED");
    awaitMails(gone, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    passTo(START.minus(DAY).minusSeconds(60));
    assertThat(reminders()).isEmpty();
    passTo(START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));
    passTo(START.minus(TWO_HOURS));
    awaitReminders(Map.of("SENT", 2L));

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "REMINDER");
    assertThat(mails.getLast().subject()).isEqualTo("Reminder: " + meetup.title);
    assertThat(kindsFor(bob)).doesNotContain("REMINDER");
    assertThat(kindsFor(gone)).doesNotContain("REMINDER");
  }

  @Test
  void remindsNobodyTwiceAndNobodyLate() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    passTo(START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));

    meetup.decideAt(START.minus(DAY).plusSeconds(1));
    Attendee late = meetup.attendee("Late");
    meetup.confirm(late, 1);
    awaitStatus(late, "SEAT_CONFIRMED", "QUEUED");
    passTo(clock.instant());
    awaitMails(late, "SEAT_CONFIRMED");
    meetup.publish(b -> b.setSummary("Published once more."));
    awaitVersion(2);
    passTo(START.minus(TWO_HOURS).plus(Duration.ofHours(1)).plusSeconds(1));

    awaitReminders(Map.of("SENT", 1L, "MISSED", 2L));
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "REMINDER");
    assertThat(kindsFor(late)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void remindsOfAStartThatMovedWhenItComes() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    passTo(START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));

    Instant later = START.plus(3, ChronoUnit.DAYS);
    meetup.publishAt(clock.instant());
    meetup.publish(b -> b.setStartsAt(later).setEndsAt(later.plus(3, ChronoUnit.HOURS)));
    awaitVersion(2);
    passTo(clock.instant().plus(WINDOW));
    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "SCHEDULE_CHANGED");
    passTo(START.minus(TWO_HOURS));
    passTo(later.minus(DAY));

    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "SCHEDULE_CHANGED", "REMINDER");
    assertThat(reminders()).isEqualTo(Map.of("SENT", 2L));
  }

  @Test
  void remindsNobodyOfACancelledMeetup() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    meetup.cancelMeetup("The room burned down.");
    awaitMails(ada, "SEAT_CONFIRMED", "MEETUP_CANCELLED");

    passTo(START.minus(DAY));

    assertThat(reminders()).isEmpty();
  }

  @Test
  void stopsRemindersByOneClickOfTheMailProgram() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    Attendee bob = confirmed("Bob");
    passTo(START.minus(DAY));
    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "REMINDER").getLast();
    awaitMails(bob, "SEAT_CONFIRMED", "REMINDER");
    String url = mail.header("List-Unsubscribe").orElseThrow().replaceAll("[<>\\s]", "");
    String path = URI.create(url).getPath();

    assertThat(url).startsWith("https://mail.example/unsubscribe/");
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(part(mail, "text/plain")).contains(url);
    assertThat(mailsFor(ada).getFirst().header("List-Unsubscribe")).isEmpty();
    assertThat(get(path, null).body()).contains("<form method=\"post\">");
    assertThat(wantsReminders(ada)).isTrue();

    assertThat(oneClick(path).statusCode()).isEqualTo(200);
    assertThat(post(path, null).body()).contains("You get no more reminders");
    assertThat(post(path + "x", null).statusCode()).isEqualTo(404);
    assertThat(get(path + "x", null).statusCode()).isEqualTo(404);
    passTo(START.minus(TWO_HOURS));

    awaitMails(bob, "SEAT_CONFIRMED", "REMINDER", "REMINDER");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "REMINDER");
  }

  private Attendee confirmed(String name) {
    Attendee attendee = meetup.attendee(name);
    meetup.confirm(attendee, 1);
    awaitMails(attendee, "SEAT_CONFIRMED");
    return attendee;
  }

  /** Sets the clock, and waits until all that this meetup had to do until then is done. */
  private void passTo(Instant then) {
    clock.setTo(then);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> hurry() == 0);
  }

  /** The scheduler's own clock cannot be set, so what is due by ours is made due by its. */
  private int hurry() {
    String ours =
        """
        from scheduled_tasks where execution_time <= :then and (
          starts_with(task_instance, :meetup)
          or task_instance in (select id::text from mail where meetup_id = :meetup))
        """;
    var params =
        Map.of("then", Timestamp.from(clock.instant().plus(MARGIN)), "meetup", meetup.meetupId);
    database
        .sql(
            """
            update scheduled_tasks set execution_time = now()
            where execution_time > now() and not picked
              and (task_name, task_instance) in (select task_name, task_instance %s)
            """
                .formatted(ours))
        .params(params)
        .update();
    scheduler.triggerCheckForDueExecutions();
    return database.sql("select count(*) " + ours).params(params).query(Integer.class).single();
  }

  private void awaitReminders(Map<String, Long> byStatus) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          hurry();
          assertThat(reminders()).isEqualTo(byStatus);
        });
  }

  private Map<String, Long> reminders() {
    return emails("?meetupId=" + meetup.meetupId)
        .get("emails")
        .valueStream()
        .filter(mail -> mail.get("kind").asString().equals("REMINDER"))
        .collect(Collectors.groupingBy(m -> m.get("status").asString(), Collectors.counting()));
  }

  private void awaitVersion(int version) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            database
                .sql(
                    "select exists (select from meetup_version where meetup_id = ? and version = ?)")
                .params(meetup.meetupId, version)
                .query(Boolean.class)
                .single());
  }

  private boolean wantsReminders(Attendee attendee) {
    return database
        .sql("select reminders_stopped_at is null from recipient where rsvp_id = ?")
        .param(attendee.rsvpId())
        .query(Boolean.class)
        .single();
  }

  private HttpResponse<String> oneClick(String path) {
    return send(
        request(path, null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
  }
}
