package org.doorsopen.chaos.seats;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.doorsopen.infrastructure.process.Probe;

/** Whether the processes of rsvp-service say that they are ready. */
final class Readiness {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final List<Probe> services;

  Readiness(List<URI> services) {
    this.services =
        services.stream()
            .map(service -> Probe.answersAt(service.resolve("/actuator/health/readiness")))
            .toList();
  }

  /**
   * Returns when one of them is ready, or the time is over.
   *
   * @return whether one is
   */
  boolean awaitSome(Duration longest) throws InterruptedException {
    return await(1, longest);
  }

  /** As {@link #awaitSome}, but for all of them. */
  boolean awaitAll(Duration longest) throws InterruptedException {
    return await(services.size(), longest);
  }

  private boolean await(int enough, Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (!areReady(enough)) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
    }
    return true;
  }

  private boolean areReady(int enough) throws InterruptedException {
    int ready = 0;
    for (Probe service : services) {
      ready += isReady(service) ? 1 : 0;
    }
    return ready >= enough;
  }

  private static boolean isReady(Probe service) throws InterruptedException {
    try {
      return service.ready();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }
}
