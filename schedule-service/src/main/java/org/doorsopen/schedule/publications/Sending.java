package org.doorsopen.schedule.publications;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.InstantSource;
import java.util.UUID;
import org.doorsopen.web.database.AfterCommit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues the jobs that send the unsent versions of a meetup. */
@Component
class Sending {

  static final TaskDescriptor<UnsentVersions> TASK =
      TaskDescriptor.of("send-publications", UnsentVersions.class);

  /** The data of a job, stored as JSON: the meetup whose versions are to be sent. */
  record UnsentVersions(UUID meetupId) {}

  private final Scheduler scheduler;
  private final InstantSource clock;

  Sending(Scheduler scheduler, InstantSource clock) {
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * Part of the transaction that adds the publication. Each publication has a job of its own: one
   * that runs already may have looked for unsent versions before this one was there.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void schedule(Publication publication) {
    String job = publication.meetupId() + "/" + publication.version();
    TaskInstance<UnsentVersions> instance =
        TASK.instance(job).data(new UnsentVersions(publication.meetupId())).build();
    scheduler.schedule(instance, clock.instant());
    AfterCommit.run(scheduler::triggerCheckForDueExecutions);
  }
}
