package org.doorsopen.web.rates;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * A bucket for each of many keys, in this process. Their number is bounded; which is forgotten when
 * there are too many is for the cache to say, and such a key begins anew.
 */
public final class Buckets {

  static final int MAX_KEYS = 20_000;

  private final Rate rate;
  private final TimeMeter time;
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).expireAfterAccess(Duration.ofDays(1)).build();

  public Buckets(Rate rate) {
    this(rate, TimeMeter.SYSTEM_NANOTIME);
  }

  public Buckets(Rate rate, TimeMeter time) {
    this.rate = rate;
    this.time = time;
  }

  /** Takes one if there is any; returns how long to wait for the next, or zero if it got one. */
  public Duration take(String key) {
    if (rate.isUnlimited()) {
      return Duration.ZERO;
    }
    ConsumptionProbe probe = of(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed()
        ? Duration.ZERO
        : Duration.ofNanos(Math.max(1, probe.getNanosToWaitForRefill()));
  }

  /** Puts back what was taken for nothing. */
  public void giveBack(String key) {
    Bucket bucket = buckets.getIfPresent(key);
    if (bucket != null) {
      bucket.addTokens(1);
    }
  }

  /** How long to wait until there is any, without taking it. */
  Duration wait(String key) {
    if (rate.isUnlimited()) {
      return Duration.ZERO;
    }
    Bucket bucket = buckets.getIfPresent(key);
    return bucket == null
        ? Duration.ZERO
        : Duration.ofNanos(bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
  }

  /** How many may be taken at once just now. */
  public long left(String key) {
    Bucket bucket = buckets.getIfPresent(key);
    return bucket == null ? rate.perHour() : bucket.getAvailableTokens();
  }

  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket of(String key) {
    return buckets.get(key, _ -> rate.bucket(time));
  }
}
