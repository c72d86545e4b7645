package org.doorsopen.web.database;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Does something once the current transaction has been committed. */
public final class AfterCommit {

  private AfterCommit() {}

  /**
   * Runs the action on this thread after the commit, and never if the transaction is rolled back.
   * The commit stands even if the action throws, and the caller of the transaction gets the
   * exception.
   *
   * @throws IllegalStateException if there is no transaction
   */
  public static void run(Runnable action) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            action.run();
          }
        });
  }
}
