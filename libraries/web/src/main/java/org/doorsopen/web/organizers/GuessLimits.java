package org.doorsopen.web.organizers;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.doorsopen.web.rates.Network;

/**
 * How fast wrong passwords may follow each other: strictly from one address for one name, and less
 * so from one address for all names, and for one name from all addresses. A few come freely, then
 * each has to wait: seconds first, then minutes.
 *
 * <p>Nobody is locked out by others. A name that has failed less than three times within an hour
 * from an address is judged by that alone, so that somebody gets in whose name is being guessed
 * elsewhere, and somebody who shares the address with the one who guesses names of others. Such an
 * address has its passwords checked one after the other, so that it holds up no other.
 *
 * <p>All tables are bounded: what was not used for the longest time is forgotten first.
 */
final class GuessLimits {

  static final int FREE = 5;
  static final int FREE_OF_ALL = 30;
  static final int MAX_ADDRESSES = 10_000;
  static final int MAX_NAMES = 1_000;

  private static final int JUDGED_BY_ITSELF = 3;
  private static final Duration REMEMBERED = Duration.ofHours(1);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final TimeMeter time;
  private final Map<Pair, Guesses> byPair = bounded(MAX_ADDRESSES);
  private final Map<String, Guesses> byAddress = bounded(MAX_ADDRESSES);
  private final Map<String, Guesses> byName = bounded(MAX_NAMES);
  private final Set<String> busy = new HashSet<>();

  GuessLimits(TimeMeter time) {
    this.time = time;
  }

  /** Throws {@link TooManyGuesses} if no password of this address for this name is looked at. */
  synchronized void check(String address, String name) {
    String network = Network.of(address);
    Guesses ofBoth = byPair.get(new Pair(network, name));
    if (ofBoth == null) {
      return;
    }
    long wait = ofBoth.nanosToWait();
    if (ofBoth.recent() >= JUDGED_BY_ITSELF) {
      wait = Math.max(wait, Math.max(wait(byAddress, network), wait(byName, name)));
    }
    if (wait > 0) {
      throw new TooManyGuesses(Duration.ofNanos(wait));
    }
  }

  /**
   * Does the check of a password; of an address with too many wrong ones, one at a time.
   *
   * @throws TooManyGuesses if another check of such an address is under way
   */
  <T> T share(String address, Supplier<T> check) {
    String network = Network.of(address);
    if (!isCrowded(network)) {
      return check.get();
    }
    begin(network);
    try {
      return check.get();
    } finally {
      end(network);
    }
  }

  synchronized void failed(String address, String name) {
    String network = Network.of(address);
    byPair.computeIfAbsent(new Pair(network, name), _ -> new Guesses(strict())).count();
    byAddress.computeIfAbsent(network, _ -> new Guesses(loose())).count();
    byName.computeIfAbsent(name, _ -> new Guesses(loose())).count();
  }

  /** Forgets the wrong ones of this address for this name, and nothing of others. */
  synchronized void succeeded(String address, String name) {
    if (!byPair.isEmpty()) {
      byPair.remove(new Pair(Network.of(address), name));
    }
  }

  private synchronized boolean isCrowded(String network) {
    return wait(byAddress, network) > 0;
  }

  private synchronized void begin(String network) {
    if (!busy.add(network)) {
      throw new TooManyGuesses(SHORTLY);
    }
  }

  private synchronized void end(String network) {
    busy.remove(network);
  }

  private static long wait(Map<String, Guesses> those, String key) {
    Guesses guesses = those.get(key);
    return guesses == null ? 0 : guesses.nanosToWait();
  }

  private static <K, T> Map<K, T> bounded(int max) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<K, T> eldest) {
        return size() > max;
      }
    };
  }

  private Bucket strict() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(FREE).refillGreedy(5, Duration.ofMinutes(1)))
        .addLimit(limit -> limit.capacity(20).refillGreedy(20, Duration.ofHours(1)))
        .addLimit(limit -> limit.capacity(60).refillGreedy(60, Duration.ofDays(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private Bucket loose() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(FREE_OF_ALL).refillGreedy(30, Duration.ofHours(1)))
        .addLimit(limit -> limit.capacity(150).refillGreedy(150, Duration.ofDays(1)))
        .withCustomTimePrecision(time)
        .build();
  }

  private record Pair(String network, String name) {}

  private final class Guesses {

    private final Bucket allowed;
    private int recent;
    private long last;

    Guesses(Bucket allowed) {
      this.allowed = allowed;
    }

    void count() {
      recent = recent() + 1;
      last = time.currentTimeNanos();
      allowed.tryConsume(1);
    }

    int recent() {
      return time.currentTimeNanos() - last > REMEMBERED.toNanos() ? 0 : recent;
    }

    long nanosToWait() {
      return allowed.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }
  }
}
