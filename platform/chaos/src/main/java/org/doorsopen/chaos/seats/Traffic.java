package org.doorsopen.chaos.seats;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.doorsopen.chaos.seats.Attendees.Rsvp;
import org.doorsopen.chaos.seats.Attendees.Wish;

/**
 * Requests at a steady rate: mostly of new people, some with guests; cancellations; other numbers
 * of guests; seats by hand, and people who are added; addresses that are confirmed; the same people
 * with another request; and the same requests again.
 */
final class Traffic {
  private static final int MAX_UNDER_WAY = 500;

  private final Attendees attendees;
  private final List<String> meetupIds;
  private final Random random;
  private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);
  private final List<Rsvp> rsvps = new ArrayList<>();

  Traffic(Attendees attendees, List<String> meetupIds, Random random) {
    this.attendees = attendees;
    this.meetupIds = meetupIds;
    this.random = random;
  }

  /**
   * Returns when every request that was begun has been answered.
   *
   * @param duration at least
   * @param done whether it may end then
   */
  void flow(Duration duration, int rate, BooleanSupplier done) {
    long begin = System.nanoTime();
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long tick = 0; tick < duration.toSeconds() * rate || !done.getAsBoolean(); tick++) {
        LockSupport.parkNanos(begin + tick * 1_000_000_000 / rate - System.nanoTime());
        if (Thread.currentThread().isInterrupted()) {
          clients.shutdownNow();
          return;
        }
        Runnable next = next("%s-%d".formatted(meetupIds.getFirst(), tick));
        underWay.acquireUninterruptibly();
        clients.execute(() -> {
          next.run();
          underWay.release();
        });
      }
    }
  }

  private synchronized Runnable next(String key) {
    int kind = rsvps.isEmpty() ? 0 : random.nextInt(100);
    int guests = guests();
    if (kind < 62) {
      String meetupId = meetupIds.get(random.nextInt(meetupIds.size()));
      return () -> ask(new Wish(meetupId, key + "@example.org", guests, key));
    }
    Rsvp earlier = rsvps.get(random.nextInt(rsvps.size()));
    if (kind < 76) {
      return () -> attendees.cancel(earlier);
    }
    if (kind < 84) {
      return () -> attendees.change(earlier, guests, key);
    }
    boolean reserved = random.nextBoolean();
    if (kind < 88) {
      return () -> attendees.seatByHand(earlier, reserved, key);
    }
    if (kind < 90) {
      String meetupId = earlier.wish().meetupId();
      Wish wish = new Wish(meetupId, key + "@example.org", guests, key);
      return () -> attendees.addByHand(wish, reserved);
    }
    if (kind < 93) {
      return () -> attendees.confirm(earlier);
    }
    Wish before = earlier.wish();
    return kind < 97
        ? () -> ask(new Wish(before.meetupId(), before.email(), guests, key))
        : () -> attendees.repeat(earlier);
  }

  /** The number of guests: mostly none, and never more than the meetups admit, which is a 400. */
  private int guests() {
    int drawn = random.nextInt(9);
    return drawn < 5 ? 0 : drawn - 5;
  }

  private void ask(Wish wish) {
    attendees.ask(wish).ifPresent(this::keep);
  }

  private synchronized void keep(Rsvp rsvp) {
    rsvps.add(rsvp);
  }
}
