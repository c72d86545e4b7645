package org.doorsopen.notification.allowances;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The mails to one mailbox within a day, and the room that is left for more. */
final class Allowance {

  static final Duration HOUR = Duration.ofHours(1);
  static final Duration DAY = Duration.ofDays(1);

  private final List<Counted> counted;

  Allowance(List<Counted> counted) {
    this.counted = new ArrayList<>(counted);
  }

  /** A mail that was let through. */
  record Counted(Precedence precedence, Instant at) {}

  /** Counts a mail if there is room for it. */
  Admission admit(Precedence precedence, Instant now) {
    Instant room =
        Arrays.stream(Precedence.values())
            .filter(limit -> limit.compareTo(precedence) >= 0)
            .map(limit -> roomWithin(limit, now))
            .max(Comparator.naturalOrder())
            .orElse(now);
    if (!room.isAfter(now)) {
      counted.add(new Counted(precedence, now));
      return new Admission.Admitted();
    }
    return precedence.waits() ? new Admission.Waits(room) : new Admission.Refused();
  }

  private Instant roomWithin(Precedence limit, Instant now) {
    Instant withinHour = roomAt(limit, limit.perHour(), HOUR, now);
    Instant withinDay = roomAt(limit, limit.perDay(), DAY, now);
    return withinHour.isAfter(withinDay) ? withinHour : withinDay;
  }

  /** When the mail that takes the last room becomes older than the window. */
  private Instant roomAt(Precedence precedence, int limit, Duration window, Instant now) {
    List<Instant> within =
        counted.stream()
            .filter(mail -> mail.precedence().compareTo(precedence) <= 0)
            .map(Counted::at)
            .filter(at -> at.plus(window).isAfter(now))
            .sorted()
            .toList();
    return within.size() < limit ? now : within.get(within.size() - limit).plus(window);
  }
}
