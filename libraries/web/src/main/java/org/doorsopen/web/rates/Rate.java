package org.doorsopen.web.rates;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * So many in an hour, at once or spread over it, and so many in a day.
 *
 * @param perHour 0 for no limit
 * @param perDay not less than in an hour
 */
public record Rate(long perHour, long perDay) {

  public Rate {
    if (perHour < 0 || perDay < perHour) {
      throw new IllegalArgumentException(
          "A rate must not be negative, and not less in a day than in an hour");
    }
  }

  boolean isUnlimited() {
    return perHour == 0;
  }

  Bucket bucket(TimeMeter time) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, Duration.ofHours(1)))
        .addLimit(limit -> limit.capacity(perDay).refillGreedy(perDay, Duration.ofDays(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
