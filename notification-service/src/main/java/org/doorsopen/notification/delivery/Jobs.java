package org.doorsopen.notification.delivery;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work for later, written in the caller's transaction and looked at as soon as that commits. */
@Component
public final class Jobs {

  // The scheduler is made of the tasks, and the tasks make new jobs.
  private final ObjectProvider<Scheduler> scheduler;

  Jobs(ObjectProvider<Scheduler> scheduler) {
    this.scheduler = scheduler;
  }

  /** Does nothing if the job is there, and says so by false. */
  public boolean add(TaskInstance<Void> job, Instant due) {
    boolean added = scheduler.getObject().scheduleIfNotExists(job, due);
    if (added) {
      lookAfterCommit();
    }
    return added;
  }

  private void lookAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            scheduler.getObject().triggerCheckForDueExecutions();
          }
        });
  }
}
