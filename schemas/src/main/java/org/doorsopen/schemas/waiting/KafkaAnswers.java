package org.doorsopen.schemas.waiting;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Waits for the answers that Kafka's clients give later. */
public final class KafkaAnswers {

  private KafkaAnswers() {}

  /**
   * @param otherwise makes the caller's exception from the cause: the failure in Kafka or its
   *     client, a {@link TimeoutException} when the limit is over (then the outcome is unknown), or
   *     an {@link InterruptedException} (then the thread's interrupted status is set again)
   */
  public static <T> T await(
      Future<T> answer,
      Duration limit,
      Function<? super Throwable, ? extends RuntimeException> otherwise) {
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw otherwise.apply(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw otherwise.apply(new TimeoutException("No answer within " + limit));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw otherwise.apply(e);
    }
  }
}
