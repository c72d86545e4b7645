package org.doorsopen.schedule.publications;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.time.InstantSource;
import java.util.UUID;
import org.doorsopen.web.database.AfterCommit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Orders that a meetup's unsent versions be sent. */
@Component
class Sending {

  static final TaskDescriptor<Meetup> TASK = TaskDescriptor.of("send-publications", Meetup.class);

  /** Which meetup's versions to send. */
  record Meetup(UUID meetupId) {}

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
    var instance = TASK.instance(job).data(new Meetup(publication.meetupId())).build();
    scheduler.schedule(instance, clock.instant());
    AfterCommit.run(scheduler::triggerCheckForDueExecutions);
  }
}
