package org.doorsopen.rsvp.status.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

  /** While a query runs, others arrive and leave; the next one is for all of them together. */
  @Test
  void readsOnceForAllThatCameMeanwhileHoweverManyConnectAndCloseAgain() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    Semaphore begun = new Semaphore(0);
    Semaphore mayEnd = new Semaphore(0);
    feed =
        new StatusFeed(
            (meetupId, rsvpIds) -> {
              reads.incrementAndGet();
              begun.release();
              mayEnd.acquireUninterruptibly();
              return List.of(confirmed(rsvpIds.iterator().next(), meetupId));
            },
            Duration.ZERO,
            Duration.ZERO);
    feed.add(new Watcher(new RsvpKey("first", "m")));
    feed.start();
    begun.acquire();

    for (int i = 0; i < 2_000; i++) {
      Watcher comesAndGoes = new Watcher(new RsvpKey("r" + i, "m"));
      feed.add(comesAndGoes);
      feed.remove(comesAndGoes);
    }
    mayEnd.release(2);
    begun.acquire();
    feed.add(new Watcher(new RsvpKey("last", "m")));
    mayEnd.release(10);

    assertThat(begun.tryAcquire(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(reads).hasValue(3);
  }

  /** Between two queries there is a pause, so clients that come and go have nothing read. */
  @Test
  void readsNothingAgainWithinThePause() throws Exception {
    AtomicInteger reads = new AtomicInteger();
    feed =
        new StatusFeed(
            (meetupId, rsvpIds) -> {
              reads.incrementAndGet();
              return List.of(confirmed(rsvpIds.iterator().next(), meetupId));
            },
            Duration.ZERO,
            Duration.ofHours(1));
    Watcher watcher = new Watcher(new RsvpKey("r", "m"));
    feed.add(watcher);
    feed.start();
    assertThat(watcher.await(SOON)).isInstanceOf(Watcher.Changed.class);

    for (int i = 0; i < 2_000; i++) {
      Watcher comesAndGoes = new Watcher(new RsvpKey("r" + i, "m"));
      feed.add(comesAndGoes);
      feed.remove(comesAndGoes);
    }

    assertThat(watcher.await(Duration.ofMillis(50))).isInstanceOf(Watcher.Quiet.class);
    assertThat(reads).hasValue(1);
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
