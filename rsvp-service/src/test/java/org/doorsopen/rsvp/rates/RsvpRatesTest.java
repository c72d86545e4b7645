package org.doorsopen.rsvp.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.doorsopen.web.problems.TooManyRequests;
import org.doorsopen.web.rates.HeldBack;
import org.junit.jupiter.api.Test;

class RsvpRatesTest {

  private final Clock time = new Clock();
  private final RsvpRates rates = new RsvpRates(HeldBack.uncounted(), time);

  @Test
  void asksAClientToWaitThatDoesNothingButConnect() {
    IntStream.range(0, RsvpRates.LISTENING).forEach(_ -> rates.countListening("a"));

    assertThatThrownBy(() -> rates.countListening("a"))
        .isInstanceOfSatisfying(
            TooManyRequests.class, refusal -> assertThat(refusal.retryAfterSeconds()).isEqualTo(6));
    rates.countListening("b");

    time.nanos += Duration.ofSeconds(6).toNanos();
    rates.countListening("a");
  }

  @Test
  void asksAPersonToWaitWhoAsksAgainAndAgainWhatIsHeld() {
    IntStream.range(0, RsvpRates.EXPORTS).forEach(_ -> rates.countExport("a"));

    assertThatThrownBy(() -> rates.countExport("a")).isInstanceOf(TooManyRequests.class);
    rates.countExport("b");
    rates.countListening("a");

    time.nanos += Duration.ofMinutes(6).toNanos();
    rates.countExport("a");
  }

  @Test
  void letsFiveDevicesComeAgainEveryHalfAMinuteForAnEvening() {
    for (int i = 0; i < 4 * 120; i++) {
      IntStream.range(0, 5).forEach(_ -> rates.countListening("a"));
      time.nanos += Duration.ofSeconds(30).toNanos();
    }
  }

  private static final class Clock implements TimeMeter {
    private long nanos;

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
