package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.doorsopen.notification.smtp.SmtpSettings;
import org.junit.jupiter.api.Test;

class PaceTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  @Test
  void sharesTheLimitAmongTheConnections() {
    Pace pace = pace(4, 120);

    assertThat(pace.pause()).isZero();
    pace.sent();

    assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(2));
    pass(Duration.ofMillis(1_500));
    assertThat(pace.pause()).isEqualTo(Duration.ofMillis(500));
    pass(Duration.ofMillis(500));
    assertThat(pace.pause()).isZero();
  }

  @Test
  void sendsNoMoreThanTheLimitInALongRun() {
    Pace pace = pace(1, 60);
    int sent = 0;
    for (int second = 0; second < 600; second++) {
      while (pace.pause().isZero()) {
        pace.sent();
        sent++;
      }
      pass(Duration.ofSeconds(1));
    }
    assertThat(sent).isEqualTo(600);
  }

  @Test
  void savesNothingUpWhileIdle() {
    Pace pace = pace(1, 60);
    pace.sent();
    pass(Duration.ofHours(1));

    pace.sent();

    assertThat(pace.pause()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void knowsNoPauseWithoutALimit() {
    Pace pace = pace(4, 0);

    pace.sent();
    pace.sent();

    assertThat(pace.pause()).isZero();
  }

  private Pace pace(int connections, int mailsPerMinute) {
    return new Pace(
        new SmtpSettings(
            "localhost:25", "", "", SmtpSettings.Tls.NONE, "", "", connections, mailsPerMinute),
        nanos::get);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
