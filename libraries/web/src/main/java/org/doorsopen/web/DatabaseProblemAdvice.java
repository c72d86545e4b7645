package org.doorsopen.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Answers a database that is down, full, or too busy as 503, not as a fault of the service. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblemAdvice {

  private final ProblemAdvice problems;

  DatabaseProblemAdvice(ProblemAdvice problems) {
    this.problems = problems;
  }

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    TransientDataAccessException.class,
    CannotCreateTransactionException.class,
    TransactionTimedOutException.class,
    TransactionSystemException.class
  })
  @Nullable ResponseEntity<Object> onUnavailable(Exception failure, WebRequest request) {
    return problems.on(
        new Unavailable(
            "The database does not answer. Whether the request took effect is unknown.",
            Duration.ofSeconds(5),
            failure),
        request);
  }
}
