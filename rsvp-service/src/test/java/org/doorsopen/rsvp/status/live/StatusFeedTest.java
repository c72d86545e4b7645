package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class StatusFeedTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final AtomicInteger failures = new AtomicInteger();
  private StatusFeed feed = new StatusFeed(this::read, Duration.ZERO, Duration.ZERO);

  @AfterEach
  void stop() {
    feed.stop();
  }

  @Test
  void isNotHeldUpByAMeetupThatCannotBeRead() throws InterruptedException {
    feed = new StatusFeed(this::read, Duration.ofHours(1), Duration.ZERO);
    failures.set(1);
    Watcher unreadable = new Watcher(new RsvpKey("r", "unreadable"));
    Watcher readable = new Watcher(new RsvpKey("s", "readable"));
    feed.add(unreadable);
    feed.add(readable);

    feed.start();

    assertThat(readable.await(SOON)).isEqualTo(new Watcher.Changed(confirmed("s", "readable")));
    assertThat(unreadable.await(Duration.ZERO)).isEqualTo(new Watcher.Quiet());
  }

  @Test
  void readsAMeetupAgainThatCouldNotBeRead() throws InterruptedException {
    failures.set(3);
    Watcher watcher = new Watcher(new RsvpKey("r", "unreadable"));
    feed.add(watcher);

    feed.start();

    assertThat(watcher.await(SOON)).isEqualTo(new Watcher.Changed(confirmed("r", "unreadable")));
    assertThat(failures).hasValue(0);
  }

  /** Fails for one meetup as often as the test wants it. */
  private Collection<RsvpStatus> read(String meetupId, Collection<String> rsvpIds) {
    if (meetupId.equals("unreadable") && failures.get() > 0) {
      failures.decrementAndGet();
      throw new QueryTimeoutException("The database does not answer");
    }
    return List.of(confirmed(rsvpIds.iterator().next(), meetupId));
  }

  private static RsvpStatus confirmed(String rsvpId, String meetupId) {
    return new RsvpStatus(
        rsvpId, meetupId, RsvpStatus.State.CONFIRMED, 1, 0, "Ada", null, null, null, false, null);
  }
}
