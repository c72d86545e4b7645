package org.doorsopen.crowd;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.doorsopen.infrastructure.faults.FaultyMailServer.Acceptance;

/** The mails that the mail server has accepted, by their RSVP. */
public final class Received implements Consumer<Acceptance> {

  private final Map<String, Map<String, Integer>> byRsvp = new ConcurrentHashMap<>();
  private final AtomicInteger total = new AtomicInteger();
  private final Queue<Long> times = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(Acceptance mail) {
    byRsvp
        .computeIfAbsent(mail.rsvpId(), _ -> new ConcurrentHashMap<>())
        .merge(mail.messageId(), 1, Integer::sum);
    times.add(System.nanoTime());
    total.incrementAndGet();
  }

  /** The number of mails, repeated ones included. */
  public int total() {
    return total.get();
  }

  /** The highest number of mails, repeated ones included, that came in any time of this length. */
  public int mostWithin(Duration length) {
    long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.length; last++) {
      while (sorted[last] - sorted[first] >= length.toNanos()) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /** How often each Message-ID came. */
  public Map<String, Integer> mailsOf(String rsvpId) {
    return byRsvp.getOrDefault(rsvpId, Map.of());
  }
}
