package org.doorsopen.schedule.desk.edit;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads and writes durations as people do: “2 d”, “36 h”, “1 h 30 min”, in either language. */
final class Durations {

  private static final Pattern PART =
      Pattern.compile(
          "\\G\\s*([0-9]{1,6})\\s*(d|day|days|t|tag|tage|tagen|h|hour|hours|std\\.?|stunde|stunden|m"
              + "|min\\.?|minute|minutes|minuten|s|sec|seconds|sek\\.?|sekunden)(?![a-z])");

  private Durations() {}

  /** Null if it is none. */
  static @Nullable Duration read(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    try {
      return lower.startsWith("p") ? Duration.parse(lower) : parts(lower);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Duration parts(String text) {
    Matcher part = PART.matcher(text);
    Duration sum = Duration.ZERO;
    int end = 0;
    while (part.find()) {
      long number = Long.parseLong(part.group(1));
      sum =
          sum.plus(
              switch (part.group(2).charAt(0)) {
                case 'd', 't' -> Duration.ofDays(number);
                case 'h' -> Duration.ofHours(number);
                case 'm' -> Duration.ofMinutes(number);
                default ->
                    part.group(2).startsWith("st")
                        ? Duration.ofHours(number)
                        : Duration.ofSeconds(number);
              });
      end = part.end();
    }
    return end > 0 && text.substring(end).isBlank() ? sum : null;
  }

  /** In the largest unit that is whole, so that it reads as it was typed. */
  static String written(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0 && seconds >= 172_800) {
      return seconds / 86_400 + " d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }
}
