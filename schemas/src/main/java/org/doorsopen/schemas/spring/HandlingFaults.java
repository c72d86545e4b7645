package org.doorsopen.schemas.spring;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/**
 * Tells failures that lie in an event, and come again however often it is handled, from those of
 * the world around, which end. In doubt, a failure ends.
 */
public final class HandlingFaults {

  /** PostgreSQL's: a value is wrong, a constraint is broken, a value is too large to be kept. */
  private static final List<String> DATA = List.of("22", "23", "54");

  private static final List<Class<? extends RuntimeException>> NONSENSE =
      List.of(
          IllegalArgumentException.class,
          DateTimeException.class,
          NullPointerException.class,
          ArithmeticException.class,
          ClassCastException.class,
          IndexOutOfBoundsException.class,
          NoSuchElementException.class);

  private HandlingFaults() {}

  /** Whether the same event would fail in the same way again. */
  public static boolean liesInTheEvent(Throwable failure) {
    Optional<SQLException> database =
        chain(failure)
            .filter(SQLException.class::isInstance)
            .map(SQLException.class::cast)
            .findFirst();
    if (database.isPresent()) {
      String state = database.get().getSQLState();
      return state != null && DATA.stream().anyMatch(state::startsWith);
    }
    Throwable own = own(failure);
    return NONSENSE.stream().anyMatch(type -> type.isInstance(own));
  }

  /** Names the failure by classes alone, since messages may repeat somebody's name and address. */
  public static String classes(Throwable failure) {
    return chain(failure)
        .filter(cause -> !(cause instanceof ListenerExecutionFailedException))
        .map(cause -> cause.getClass().getName())
        .collect(Collectors.joining(", from "));
  }

  private static Throwable own(Throwable failure) {
    return chain(failure)
        .filter(cause -> !(cause instanceof ListenerExecutionFailedException))
        .findFirst()
        .orElse(failure);
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
