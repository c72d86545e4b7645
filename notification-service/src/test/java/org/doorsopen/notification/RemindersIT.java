package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.Inboxes.awaitMails;
import static org.doorsopen.notification.Inboxes.kindsFor;
import static org.doorsopen.notification.Inboxes.mailsFor;
import static org.doorsopen.notification.MailParts.hasPart;
import static org.doorsopen.notification.MailParts.part;
import static org.doorsopen.notification.NotificationService.WINDOW;
import static org.doorsopen.notification.SmtpGate.SMTP;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.doorsopen.schemas.events.ReleaseReason;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which attendees are reminded, and when, and how they opt out. */
@NotificationService
class RemindersIT {

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;
  @Autowired ClockOfTests clock;
  @Autowired JdbcClient jdbc;
  @Autowired Scheduler scheduler;

  private static final Instant START = MeetupEvents.STARTS_AT;
  private static final Duration DAY = Duration.ofHours(24);
  private static final Duration TWO_HOURS = Duration.ofHours(2);

  @Test
  void remindsPeopleWithASeatADayAndTwoHoursBefore() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    Attendee bob = meetup.attendee("Bob");
    Attendee gone = confirmed("Gone");
    meetup.waitlist(bob, 1);
    meetup.release(gone, ReleaseReason.ATTENDEE);
    awaitMails(bob, "SEAT_WAITLISTED");
    awaitMails(gone, "SEAT_CONFIRMED", "RSVP_CANCELLED");

    time.passTo(meetup, START.minus(DAY).minusSeconds(60));
    assertThat(reminders()).isEmpty();
    time.passTo(meetup, START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));
    time.passTo(meetup, START.minus(TWO_HOURS));
    awaitReminders(Map.of("SENT", 2L));

    List<Mail> mails = awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "REMINDER");
    assertThat(mails.getLast().subject()).isEqualTo("Reminder: " + meetup.title);
    assertThat(hasPart(mails.getLast(), "text/calendar")).isFalse();
    assertThat(kindsFor(bob)).doesNotContain("REMINDER");
    assertThat(kindsFor(gone)).doesNotContain("REMINDER");
  }

  @Test
  void remindsNobodyTwiceAndNobodyLate() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    time.passTo(meetup, START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));

    meetup.decideAt(START.minus(DAY).plusSeconds(1));
    Attendee late = meetup.attendee("Late");
    meetup.confirm(late, 1);
    awaitMails(late, "SEAT_CONFIRMED");
    meetup.publish(b -> b.setSummary("Published once more."));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, START.minus(TWO_HOURS).plus(Duration.ofHours(1)).plusSeconds(1));

    awaitReminders(Map.of("SENT", 1L, "MISSED", 2L));
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "REMINDER");
    assertThat(kindsFor(late)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void remindsOfAStartThatMovedWhenItComes() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    time.passTo(meetup, START.minus(DAY));
    awaitReminders(Map.of("SENT", 1L));

    Instant later = START.plus(3, ChronoUnit.DAYS);
    meetup.publishAt(clock.instant());
    meetup.publish(b -> b.setStartsAt(later).setEndsAt(later.plus(3, ChronoUnit.HOURS)));
    time.awaitVersion(meetup, 2);
    time.passTo(meetup, clock.instant().plus(WINDOW));
    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "SCHEDULE_CHANGED");
    time.passTo(meetup, START.minus(TWO_HOURS));
    time.passTo(meetup, later.minus(DAY));

    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "SCHEDULE_CHANGED", "REMINDER");
    awaitReminders(Map.of("SENT", 2L));
  }

  @Test
  void remindsNobodyOfACancelledMeetup() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    meetup.cancelMeetup("The room burned down.");
    awaitMails(ada, "SEAT_CONFIRMED", "MEETUP_CANCELLED");

    time.passTo(meetup, START.minus(DAY));

    assertThat(reminders()).isEmpty();
  }

  @Test
  void remindsAsTheOrganizersOfTheMeetupSay() {
    Duration threeDays = Duration.ofDays(3);
    Duration twoDays = Duration.ofDays(2);
    Duration halfAnHour = Duration.ofMinutes(30);
    publishWith(threeDays, DAY);
    Attendee ada = confirmed("Ada");
    publishWith(twoDays, DAY);
    time.awaitVersion(meetup, 2);

    time.passTo(meetup, START.minus(threeDays));
    assertThat(reminders()).isEmpty();
    time.passTo(meetup, START.minus(twoDays));
    awaitReminders(Map.of("SENT", 1L));
    time.passTo(meetup, START.minus(DAY));
    awaitReminders(Map.of("SENT", 2L));
    meetup.publishAt(clock.instant());
    publishWith(threeDays, DAY, halfAnHour);
    time.awaitVersion(meetup, 3);
    time.passTo(meetup, START.minus(TWO_HOURS));
    assertThat(reminders()).isEqualTo(Map.of("SENT", 2L));
    time.passTo(meetup, START.minus(halfAnHour));
    awaitReminders(Map.of("SENT", 3L));

    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER", "REMINDER", "REMINDER");
  }

  @Test
  void sendsNoReminderThatTheOrganizersDroppedAlsoIfItWaits() {
    publishWith(DAY, TWO_HOURS);
    Attendee ada = confirmed("Ada");
    SMTP.closed(true);
    try {
      clock.setTo(START.minus(DAY));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> {
            if (reminders().isEmpty()) {
              time.hurry(meetup);
            }
            return reminders().containsKey("QUEUED");
          });
      meetup.publishAt(clock.instant());
      publishWith();
      time.awaitVersion(meetup, 2);
    } finally {
      SMTP.closed(false);
    }
    time.passTo(meetup, clock.instant());
    time.passTo(meetup, START.minus(TWO_HOURS));

    awaitReminders(Map.of("MISSED", 1L));
    assertThat(api.awaitStatus(ada, "REMINDER", "MISSED").get("lastError").asString())
        .isEqualTo("The organizers dropped this reminder first");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED");
  }

  @Test
  void remindsAsThePlatformIsSetNowAlsoOfWhatWasPublishedBefore() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    awaitJobs(DAY, TWO_HOURS);

    // As other settings would have left the jobs, which were in force until the day before had
    // passed.
    clock.setTo(START.minus(DAY).plusSeconds(60));
    jdbc.sql("delete from scheduled_tasks where starts_with(task_instance, ?)")
        .param(meetup.meetupId)
        .update();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          renewReminders();
          return !jobs().isEmpty();
        });

    awaitJobs(TWO_HOURS);
    time.passTo(meetup, START.minus(TWO_HOURS));
    awaitReminders(Map.of("SENT", 1L));
    awaitMails(ada, "SEAT_CONFIRMED", "REMINDER");
  }

  @Test
  void stopsRemindersByOneClickOfTheMailProgram() {
    meetup.publish();
    Attendee ada = confirmed("Ada");
    Attendee bob = confirmed("Bob");
    time.passTo(meetup, START.minus(DAY));
    Mail mail = awaitMails(ada, "SEAT_CONFIRMED", "REMINDER").getLast();
    awaitMails(bob, "SEAT_CONFIRMED", "REMINDER");
    String url = mail.header("List-Unsubscribe").orElseThrow().replaceAll("[<>\\s]", "");
    String path = URI.create(url).getPath();

    assertThat(url).startsWith("https://doors.example/unsubscribe/");
    assertThat(mail.header("List-Unsubscribe-Post")).contains("List-Unsubscribe=One-Click");
    assertThat(part(mail, "text/plain")).contains(url);
    assertThat(mailsFor(ada).getFirst().header("List-Unsubscribe")).isEmpty();
    assertThat(api.get(path, null).body()).contains("<form method=\"post\">");
    assertThat(wantsReminders(ada)).isTrue();

    assertThat(oneClick(path).statusCode()).isEqualTo(200);
    assertThat(api.post(path, null).body()).contains("You get no more reminders");
    assertThat(api.post(path + "x", null).statusCode()).isEqualTo(404);
    assertThat(api.get(path + "x", null).statusCode()).isEqualTo(404);
    time.passTo(meetup, START.minus(TWO_HOURS));

    awaitMails(bob, "SEAT_CONFIRMED", "REMINDER", "REMINDER");
    assertThat(kindsFor(ada)).containsExactly("SEAT_CONFIRMED", "REMINDER");
  }

  private void publishWith(Duration... leads) {
    List<Integer> seconds =
        Stream.of(leads).map(Duration::toSeconds).map(Math::toIntExact).toList();
    meetup.publish(b -> b.setReminderLeadSeconds(seconds));
  }

  private Attendee confirmed(String name) {
    Attendee attendee = meetup.attendee(name);
    meetup.confirm(attendee, 1);
    awaitMails(attendee, "SEAT_CONFIRMED");
    return attendee;
  }

  private void awaitReminders(Map<String, Long> byStatus) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          time.hurry(meetup);
          assertThat(reminders()).isEqualTo(byStatus);
        });
  }

  private Map<String, Long> reminders() {
    return api.emails("?meetupId=" + meetup.meetupId)
        .get("emails")
        .valueStream()
        .filter(mail -> mail.get("kind").asString().equals("REMINDER"))
        .collect(Collectors.groupingBy(m -> m.get("status").asString(), Collectors.counting()));
  }

  private void renewReminders() {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = now()
            where task_name = 'renew-reminders' and not picked
            """)
        .update();
    scheduler.triggerCheckForDueExecutions();
  }

  private void awaitJobs(Duration... leads) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(jobs())
                .containsExactlyInAnyOrderElementsOf(
                    Stream.of(leads).map(lead -> lead + "@" + START).toList()));
  }

  private List<String> jobs() {
    return jdbc.sql(
            """
            select split_part(task_instance, '/', 2) from scheduled_tasks
            where task_name = 'remind-of-meetup' and starts_with(task_instance, ?)
            """)
        .param(meetup.meetupId)
        .query(String.class)
        .list();
  }

  private boolean wantsReminders(Attendee attendee) {
    return jdbc.sql("select reminders_stopped_at is null from recipients where rsvp_id = ?")
        .param(attendee.rsvpId())
        .query(Boolean.class)
        .single();
  }

  private HttpResponse<String> oneClick(String path) {
    return Api.send(
        api.request(path, null)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
  }
}
