package org.doorsopen.notification.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.doorsopen.web.database.AfterCommit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Jobs about one meetup each, kept in the database until they are done. */
@Component
public final class MeetupJobs {

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);
  private static final char SEPARATOR = '/';

  // The scheduler is built from the tasks, and the work of some tasks adds jobs.
  private final ObjectProvider<Scheduler> scheduler;

  MeetupJobs(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Adds a job in the caller's transaction, and looks at it as soon as that has been committed. A
   * job that already exists stays as it is.
   *
   * @param detail tells this job from others of the same kind and meetup; without a slash
   */
  public void add(TaskDescriptor<Void> kind, String meetupId, String detail, Instant due) {
    Scheduler jobs = scheduler.getObject();
    if (jobs.scheduleIfNotExists(kind.instance(meetupId + SEPARATOR + detail).build(), due)) {
      AfterCommit.run(jobs::triggerCheckForDueExecutions);
    }
  }

  /** When the job is due; empty if there is none, or it is at work. */
  public Optional<Instant> due(TaskDescriptor<Void> kind, String meetupId, String detail) {
    return scheduler
        .getObject()
        .getScheduledExecution(id(kind, meetupId, detail))
        .filter(job -> !job.isPicked())
        .map(ScheduledExecution::getExecutionTime);
  }

  /** Lets a job that waits wait for another time, in the caller's transaction. */
  public void move(TaskDescriptor<Void> kind, String meetupId, String detail, Instant due) {
    Scheduler jobs = scheduler.getObject();
    if (due(kind, meetupId, detail).isPresent()) {
      jobs.reschedule(id(kind, meetupId, detail), due);
      AfterCommit.run(jobs::triggerCheckForDueExecutions);
    }
  }

  private static TaskInstanceId id(TaskDescriptor<Void> kind, String meetupId, String detail) {
    return TaskInstanceId.of(kind.getTaskName(), meetupId + SEPARATOR + detail);
  }

  /**
   * The task that runs the jobs of this kind, each until it succeeds.
   *
   * @param work gets the meetup's id and the detail
   */
  public static Task<Void> task(TaskDescriptor<Void> kind, BiConsumer<String, String> work) {
    return Tasks.oneTime(kind)
        .onFailure(
            (failed, job) -> job.reschedule(failed, failed.getTimeDone().plus(PAUSE_AFTER_FAILURE)))
        .execute((job, _) -> {
          int separator = job.getId().lastIndexOf(SEPARATOR);
          work.accept(job.getId().substring(0, separator), job.getId().substring(separator + 1));
        });
  }
}
