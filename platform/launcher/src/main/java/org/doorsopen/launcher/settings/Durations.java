package org.doorsopen.launcher.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them. */
public final class Durations {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

  private Durations() {}

  /**
   * @param text like 30s, 2m or PT2M
   * @throws IllegalArgumentException if it is not a duration, or negative; its message is for the
   *     user
   */
  public static Duration parse(String text) {
    Matcher parts = SHORT.matcher(text);
    if (!parts.matches()) {
      return parseIso(text);
    }
    long amount = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  private static Duration parseIso(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Reported below.
    }
    throw new IllegalArgumentException(
        "'%s' is not a duration like 30s, 2m or PT2M".formatted(text));
  }
}
