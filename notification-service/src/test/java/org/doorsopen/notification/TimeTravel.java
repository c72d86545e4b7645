package org.doorsopen.notification;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets days pass without waiting for them. */
@TestComponent
final class TimeTravel {

  /** Mails that a job queues during the check are due within this time. */
  private static final Duration MARGIN = Duration.ofSeconds(20);

  private final ClockOfTests clock;
  private final JdbcClient jdbc;
  private final Scheduler scheduler;

  TimeTravel(ClockOfTests clock, JdbcClient jdbc, Scheduler scheduler) {
    this.clock = clock;
    this.jdbc = jdbc;
    this.scheduler = scheduler;
  }

  /** Sets the clock, and waits until everything that was due for this meetup by then is done. */
  void passTo(MeetupEvents meetup, Instant then) {
    clock.setTo(then);
    await().atMost(Duration.ofSeconds(60)).until(() -> hurry(meetup) == 0);
  }

  /**
   * The scheduler's own clock cannot be set, so jobs that are due by ours are made due by its.
   *
   * @return how many jobs and mails of the meetup are still due
   */
  int hurry(MeetupEvents meetup) {
    String jobs =
        "from scheduled_tasks where execution_time <= :then and starts_with(task_instance, :meetup)";
    String mails =
        """
        from mails left join queued_mails on mail_id = id
        where mails.meetup_id = :meetup and sent_at is null and given_up is null
          and (mail_id is null or due_at <= :then)
        """;
    var params =
        Map.of(
            "then",
            clock.instant().plus(MARGIN).atOffset(ZoneOffset.UTC),
            "meetup",
            meetup.meetupId);
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = now()
            where execution_time > now() and not picked
              and (task_name, task_instance) in (select task_name, task_instance %s)
            """
                .formatted(jobs))
        .params(params)
        .update();
    scheduler.triggerCheckForDueExecutions();
    return count(jobs, params) + count(mails, params);
  }

  /** Lets a job that comes every now and then come now, unless it is at work. */
  void hurry(String job) {
    jdbc.sql(
            """
            update scheduled_tasks set execution_time = now()
            where execution_time > now() and not picked and task_name = ?
            """)
        .param(job)
        .update();
    scheduler.triggerCheckForDueExecutions();
  }

  private int count(String what, Map<String, ?> params) {
    return jdbc.sql("select count(*) " + what).params(params).query(Integer.class).single();
  }

  void awaitVersion(MeetupEvents meetup, int version) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                    "select exists (select from meetup_versions where meetup_id = ? and version = ?)")
                .params(meetup.meetupId, version)
                .query(Boolean.class)
                .single());
  }

  /** Waits until the end of a window has queued the mails about it, without waiting for them. */
  void queueChanges(MeetupEvents meetup, Instant windowEnds, int version) {
    clock.setTo(windowEnds);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          if (announced(meetup) < version) {
            hurry(meetup);
          }
          return announced(meetup) >= version;
        });
  }

  private int announced(MeetupEvents meetup) {
    return jdbc.sql("select version from announcements where meetup_id = ?")
        .param(meetup.meetupId)
        .query(Integer.class)
        .single();
  }
}
