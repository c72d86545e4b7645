package org.doorsopen.web.database;

import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/** Tells a database that does not answer from a statement that is wrong. */
public final class DatabaseFailures {

  private DatabaseFailures() {}

  /**
   * Whether the database is down, full or too busy, so that the same work may well succeed later.
   * The fate of the transaction is unknown then. A violated constraint and bad SQL are faults of
   * the program and do not count.
   */
  public static boolean isAway(Throwable failure) {
    return failure instanceof TransientDataAccessException
        || failure instanceof NonTransientDataAccessResourceException
        || failure instanceof RecoverableDataAccessException
        || failure instanceof CannotCreateTransactionException
        || failure instanceof TransactionTimedOutException
        || failure instanceof TransactionSystemException;
  }
}
