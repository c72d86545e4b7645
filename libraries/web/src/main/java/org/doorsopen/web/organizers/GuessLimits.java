package org.doorsopen.web.organizers;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How fast wrong passwords may follow each other, from one address and for one name. A few come
 * freely, then each has to wait: seconds first, then minutes.
 *
 * <p>Nobody is locked out. An address that has failed less than three times within an hour is
 * judged by itself alone, so that somebody whose name is being guessed elsewhere still gets in; and
 * a right password forgets the wrong ones for the same name.
 *
 * <p>Both tables are bounded: what was not used for the longest time is forgotten first.
 */
final class GuessLimits {

  static final int FREE = 5;
  static final int MAX_ADDRESSES = 10_000;
  static final int MAX_NAMES = 1_000;

  private static final int JUDGED_BY_ITSELF = 3;
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final TimeMeter time;
  private final Map<String, Guesses> byAddress = bounded(MAX_ADDRESSES);
  private final Map<String, Guesses> byName = bounded(MAX_NAMES);

  GuessLimits(TimeMeter time) {
    this.time = time;
  }

  /** Throws {@link TooManyGuesses} if no password of this address for this name is looked at. */
  synchronized void check(String address, String name) {
    Guesses there = byAddress.get(network(address));
    if (there == null) {
      return;
    }
    long wait = there.nanosToWait();
    Guesses ofName = byName.get(name);
    if (ofName != null && there.recent() >= JUDGED_BY_ITSELF) {
      wait = Math.max(wait, ofName.nanosToWait());
    }
    if (wait > 0) {
      throw new TooManyGuesses(Duration.ofNanos(wait));
    }
  }

  synchronized void failed(String address, String name) {
    byAddress.computeIfAbsent(network(address), _ -> new Guesses(name)).count(name);
    byName.computeIfAbsent(name, _ -> new Guesses(name)).count(name);
  }

  /** Forgets the wrong ones, unless this address tried the names of others as well. */
  synchronized void succeeded(String address, String name) {
    if (byName.isEmpty()) {
      return;
    }
    byName.remove(name);
    String network = network(address);
    Guesses there = byAddress.get(network);
    if (there != null && name.equals(there.onlyFor)) {
      byAddress.remove(network);
    }
  }

  /** With IPv6 a single customer has 2^64 addresses at least. */
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address.replaceFirst("%.*", "")).getAddress();
      return bytes.length == 16
          ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
          : InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static <T> Map<String, T> bounded(int max) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > max;
      }
    };
  }

  private final class Guesses {

    private final Bucket allowed =
        Bucket.builder()
            .addLimit(limit -> limit.capacity(FREE).refillGreedy(5, Duration.ofMinutes(1)))
            .addLimit(limit -> limit.capacity(20).refillGreedy(20, Duration.ofHours(1)))
            .addLimit(limit -> limit.capacity(60).refillGreedy(60, Duration.ofDays(1)))
            .withCustomTimePrecision(time)
            .build();
    private @Nullable String onlyFor;
    private int recent;
    private long last;

    Guesses(String name) {
      this.onlyFor = name;
    }

    void count(String name) {
      recent = recent() + 1;
      last = time.currentTimeNanos();
      onlyFor = Objects.equals(onlyFor, name) ? name : null;
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
