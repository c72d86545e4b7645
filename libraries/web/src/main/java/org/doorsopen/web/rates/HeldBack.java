package org.doorsopen.web.rates;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many requests were refused because there were too many: in metrics for operators, and within
 * the last day for organizers. Each process counts its own.
 */
public final class HeldBack {

  private static final Logger log = LoggerFactory.getLogger(HeldBack.class);
  private static final Duration QUIET = Duration.ofMinutes(1);
  private static final int HOURS = 24;

  private final MeterRegistry meters;
  private final InstantSource clock;
  private final Map<String, Instant> lines = new ConcurrentHashMap<>();
  private final Deque<Hour> hours = new ArrayDeque<>();

  HeldBack(MeterRegistry meters, InstantSource clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /** For tests of what counts by it. */
  public static HeldBack uncounted() {
    return new HeldBack(new SimpleMeterRegistry(), InstantSource.system());
  }

  private record Hour(long number, AtomicLong requests) {}

  /**
   * @param limit by its name
   */
  public void count(String limit) {
    meters.counter("doors.requests.held", "limit", limit).increment();
    Instant now = clock.instant();
    long hour = now.getEpochSecond() / Duration.ofHours(1).toSeconds();
    synchronized (hours) {
      if (hours.isEmpty() || hours.getLast().number() != hour) {
        hours.addLast(new Hour(hour, new AtomicLong()));
      }
      hours.getLast().requests().incrementAndGet();
      forget(hour);
    }
    Instant before = lines.get(limit);
    if (before == null || before.plus(QUIET).isBefore(now)) {
      lines.put(limit, now);
      log.warn("Requests are refused because there are too many: {}", limit);
    }
  }

  /** How many there were within a day, by the hour. */
  public long withinADay() {
    long hour = clock.instant().getEpochSecond() / Duration.ofHours(1).toSeconds();
    synchronized (hours) {
      forget(hour);
      return hours.stream().mapToLong(each -> each.requests().get()).sum();
    }
  }

  private void forget(long now) {
    while (!hours.isEmpty() && hours.getFirst().number() <= now - HOURS) {
      hours.removeFirst();
    }
  }
}
