package org.doorsopen.schedule.publications;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.InstantSource;
import java.util.UUID;
import org.doorsopen.web.database.AfterCommit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
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
  private final Publications publications;
  private final InstantSource clock;

  Sending(Scheduler scheduler, Publications publications, InstantSource clock) {
    this.scheduler = scheduler;
    this.publications = publications;
    this.clock = clock;
  }

  /**
   * Part of the transaction that adds the publication. Each publication has a job of its own: one
   * that runs already may have looked for unsent versions before this one was there.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void schedule(Publication publication) {
    String job = publication.meetupId() + "/" + publication.version();
    scheduler.schedule(instance(job, publication.meetupId()), clock.instant());
    AfterCommit.run(scheduler::triggerCheckForDueExecutions);
  }

  /** A migration may have had versions sent again; it makes no jobs. */
  @EventListener(ApplicationReadyEvent.class)
  void scheduleWhatIsUnsent() {
    for (UUID meetupId : publications.unsent()) {
      scheduler.scheduleIfNotExists(instance(meetupId + "/unsent", meetupId), clock.instant());
    }
  }

  private static TaskInstance<UnsentVersions> instance(String job, UUID meetupId) {
    return TASK.instance(job).data(new UnsentVersions(meetupId)).build();
  }
}
