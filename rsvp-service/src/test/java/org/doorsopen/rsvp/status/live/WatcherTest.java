package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.junit.jupiter.api.Test;

class WatcherTest {

  private final Watcher watcher = new Watcher(new RsvpKey("r", "m"));

  @Test
  void handsOverTheLatestStateOnly() throws InterruptedException {
    watcher.tell(waiting(3));
    watcher.tell(waiting(2));

    assertThat(watcher.await(Duration.ofSeconds(1))).isEqualTo(new Watcher.Changed(waiting(2)));
    assertThat(watcher.await(Duration.ofMillis(1))).isEqualTo(new Watcher.Quiet());
  }

  @Test
  void saysNothingAfterItsEnd() throws InterruptedException {
    watcher.close();
    watcher.tell(waiting(1));

    assertThat(watcher.await(Duration.ofSeconds(1))).isEqualTo(new Watcher.Closed());
  }

  private static RsvpStatus waiting(long position) {
    return new RsvpStatus(
        "r", "m", RsvpStatus.State.WAITLISTED, 1, 0, "Ada", position, null, null, false, null);
  }
}
