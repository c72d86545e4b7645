package org.doorsopen.web.problems;

import java.time.Duration;
import org.doorsopen.web.database.DatabaseFailures;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** Answers a database that is away with 503, and any other failure of it as a fault of ours. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatabaseProblemAdvice {

  private final ProblemAdvice problems;

  DatabaseProblemAdvice(ProblemAdvice problems) {
    this.problems = problems;
  }

  @ExceptionHandler({DataAccessException.class, TransactionException.class})
  @Nullable ResponseEntity<Object> on(Exception failure, WebRequest request) {
    if (!DatabaseFailures.isAway(failure)) {
      return problems.on(failure, request);
    }
    return problems.on(
        new Unavailable(
            "The database does not answer. Whether the request took effect is unknown.",
            Duration.ofSeconds(5),
            failure),
        request);
  }
}
