package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.doorsopen.rsvp.access.RsvpKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** Time passes only when somebody looks at the clock: a minute each time. */
@Timeout(20)
class LiveStatusesTest {

  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
  private static final RsvpKey RSVP = new RsvpKey("r", "m");

  private final AtomicLong clock = new AtomicLong();
  private final StatusFeed feed = new StatusFeed((_, _) -> List.of(), Duration.ZERO, Duration.ZERO);

  @Test
  void endsAConnectionAfterHalfAnHour() throws Exception {
    LiveStatuses live = live(Duration.ofMillis(1));

    String written = listened(live);

    assertThat(Duration.ofNanos(clock.get())).isBetween(HALF_AN_HOUR, Duration.ofMinutes(33));
    assertThat(written).startsWith(":\n\n");
    assertThat(written.split(":\n\n", -1)).hasSizeBetween(29, 33);
    assertThat(live.listening()).isZero();
  }

  /** A comment that is due only later does not keep it open until then. */
  @Test
  void waitsForNothingBeyondTheHalfHour() throws Exception {
    clock.set(-Duration.ofMinutes(1).toNanos());
    StatusSettings settings =
        new StatusSettings(1, 1, 1, Duration.ofMinutes(1).plusMillis(2), Duration.ofHours(1));
    LiveStatuses live = live(settings);

    listened(live);

    assertThat(live.listening()).isZero();
  }

  private String listened(LiveStatuses live) throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    live.stream(RSVP, UnaryOperator.identity(), new MockHttpServletRequest(), response);
    return response.getContentAsString();
  }

  private LiveStatuses live(Duration heartbeat) {
    return live(new StatusSettings(1, 1, 1, HALF_AN_HOUR, heartbeat));
  }

  private LiveStatuses live(StatusSettings settings) {
    LiveStatuses live =
        new LiveStatuses(
            feed,
            JsonMapper.builder().build(),
            settings,
            new SimpleMeterRegistry(),
            () -> clock.addAndGet(Duration.ofMinutes(1).toNanos()));
    live.start();
    return live;
  }
}
