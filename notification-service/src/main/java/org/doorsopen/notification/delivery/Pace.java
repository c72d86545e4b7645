package org.doorsopen.notification.delivery;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.doorsopen.notification.smtp.SmtpSettings;

/**
 * Keeps one connection to its share of what the server may be sent in a minute. Each connection
 * exists once among all processes, so their shares add up to the limit. A connection that was idle
 * may send one mail at once.
 */
final class Pace {

  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final long interval;
  private final LongSupplier nanos;
  private long next;

  Pace(SmtpSettings settings, LongSupplier nanos) {
    this.interval =
        settings.mailsPerMinute() == 0
            ? 0
            : MINUTE * settings.connections() / settings.mailsPerMinute();
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  boolean isLimited() {
    return interval > 0;
  }

  /** How long to wait before the next mail. */
  Duration pause() {
    return Duration.ofNanos(Math.max(0, next - nanos.getAsLong()));
  }

  void sent() {
    long now = nanos.getAsLong();
    next = (next - now > 0 ? next : now) + interval;
  }
}
