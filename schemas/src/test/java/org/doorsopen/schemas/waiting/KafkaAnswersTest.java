package org.doorsopen.schemas.waiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class KafkaAnswersTest {

  private static final Duration LONG = Duration.ofMinutes(1);

  @Test
  void handsOutTheAnswer() {
    assertThat(await(CompletableFuture.completedFuture("yes"), LONG)).isEqualTo("yes");
  }

  @Test
  void saysWhatWentWrongInKafka() {
    IllegalArgumentException refusal = new IllegalArgumentException("no");

    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> await(CompletableFuture.failedFuture(refusal), LONG))
        .withCause(refusal);
  }

  @Test
  void saysHowLongItHasWaited() {
    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> await(new CompletableFuture<>(), Duration.ofMillis(1)))
        .havingCause()
        .isInstanceOf(TimeoutException.class)
        .withMessage("No answer within PT0.001S");
  }

  @Test
  void staysInterrupted() {
    Thread.currentThread().interrupt();

    assertThatExceptionOfType(NoAnswer.class)
        .isThrownBy(() -> await(new CompletableFuture<>(), LONG))
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private static <T> T await(CompletableFuture<T> answer, Duration limit) {
    return KafkaAnswers.await(answer, limit, NoAnswer::new);
  }

  private static final class NoAnswer extends RuntimeException {
    NoAnswer(Throwable cause) {
      super(cause);
    }
  }
}
