package org.doorsopen.schedule.imports.domain.text.words;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.Reason;
import org.jspecify.annotations.Nullable;

/** Finds dates in both languages, and says what is open about each. */
public final class Dates {

  private static final String MONTH = "(\\p{L}{3,9})";
  private static final String ORDINAL = "(?:\\.|st\\b|nd\\b|rd\\b|th\\b)?";
  private static final String YEAR =
      "(?:,?\\s{0,2}'?(\\d{4}|\\d{2})(?!\\d|[:.]\\d|h\\b|\\s?(?:Uhr|[aApP]\\.?[mM]\\b)))?";

  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?!\\d)");
  private static final Pattern DOTS =
      Pattern.compile(
          "(?<![\\d.])(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?:\\s?(\\d{4}|\\d{2})(?!\\d|[:.]\\d))?");
  private static final Pattern SLASHES =
      Pattern.compile("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/(\\d{4}|\\d{2})(?![\\d/])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<![\\d.:])(?:(\\d{1,2})\\.?\\s?[-–]\\s?)?(\\d{1,2})"
              + ORDINAL
              + "\\s{0,2}(?:of\\s)?"
              + MONTH
              + "\\.?"
              + YEAR);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "\\b"
              + MONTH
              + "\\.?\\s{1,2}(?:the\\s)?(\\d{1,2})"
              + ORDINAL
              + "(?:\\s?[-–]\\s?(\\d{1,2})(?!\\d|:))?(?![\\d:])"
              + YEAR);

  private Dates() {}

  /**
   * A date in a text.
   *
   * @param doubts none if it is clear
   */
  public record Found(
      LocalDate date, List<Reason> doubts, @Nullable String detail, int start, int end) {}

  /**
   * @param today what the year of a date without one is counted from
   */
  public static List<Found> in(String text, LocalDate today) {
    var found = new ArrayList<Found>();
    collect(ISO, text, m -> ofIso(m, text), found);
    collect(DOTS, text, m -> ofDots(m, text, today), found);
    collect(SLASHES, text, m -> ofSlashes(m, text), found);
    collect(
        DAY_FIRST,
        text,
        m -> named(text, m, m.group(2), m.group(3), m.group(4), m.group(1), today),
        found);
    collect(
        MONTH_FIRST,
        text,
        m -> named(text, m, m.group(2), m.group(1), m.group(4), m.group(3), today),
        found);
    found.sort((one, other) -> Integer.compare(one.start(), other.start()));
    return found;
  }

  private interface Reader {
    @Nullable Found read(Matcher match);
  }

  private static void collect(Pattern pattern, String text, Reader reader, List<Found> found) {
    Matcher match = pattern.matcher(text);
    while (found.size() < 20 && match.find()) {
      try {
        Found one = reader.read(match);
        if (one != null
            && found.stream()
                .noneMatch(other -> one.start() < other.end() && other.start() < one.end())) {
          found.add(one);
        }
      } catch (DateTimeException e) {
        // A number that is no date: of a version, a house, a room.
      }
    }
  }

  private static Found ofIso(Matcher match, String text) {
    LocalDate date =
        LocalDate.of(number(match.group(1)), number(match.group(2)), number(match.group(3)));
    return found(date, List.of(), text, match);
  }

  private static Found ofDots(Matcher match, String text, LocalDate today) {
    int day = number(match.group(1));
    int month = number(match.group(2));
    if (match.group(3) == null) {
      return withoutYear(text, match, month, day, today, List.of());
    }
    return found(LocalDate.of(year(match.group(3)), month, day), List.of(), text, match);
  }

  private static Found ofSlashes(Matcher match, String text) {
    int first = number(match.group(1));
    int second = number(match.group(2));
    int year = year(match.group(3));
    if (first > 12) {
      return found(LocalDate.of(year, second, first), List.of(), text, match);
    }
    if (second > 12) {
      return found(LocalDate.of(year, first, second), List.of(), text, match);
    }
    LocalDate dayFirst = LocalDate.of(year, second, first);
    LocalDate monthFirst = LocalDate.of(year, first, second);
    DayOfWeek weekday = weekdayAround(text, match.start(), match.end());
    boolean isSettled = weekday != null && dayFirst.getDayOfWeek() != monthFirst.getDayOfWeek();
    LocalDate date = isSettled && monthFirst.getDayOfWeek() == weekday ? monthFirst : dayFirst;
    boolean isClear = first == second || isSettled && date.getDayOfWeek() == weekday;
    return found(date, isClear ? List.of() : List.of(Reason.DAY_OR_MONTH), text, match);
  }

  private static @Nullable Found named(
      String text,
      Matcher match,
      String day,
      String name,
      @Nullable String year,
      @Nullable String other,
      LocalDate today) {
    int month = Vocabulary.month(name);
    if (month == 0) {
      return null;
    }
    List<Reason> doubts = other == null ? List.of() : List.of(Reason.SEVERAL_DAYS);
    if (year == null) {
      return withoutYear(text, match, month, number(day), today, doubts);
    }
    return found(LocalDate.of(year(year), month, number(day)), doubts, text, match);
  }

  /** The next such day, or the next that is on the day of the week that is said with it. */
  private static Found withoutYear(
      String text, Matcher match, int month, int day, LocalDate today, List<Reason> more) {
    DayOfWeek weekday = weekdayAround(text, match.start(), match.end());
    LocalDate next = null;
    for (int year = today.getYear(); year <= today.getYear() + 8; year++) {
      if (month == 2 && day == 29 && !Year.isLeap(year)) {
        continue;
      }
      LocalDate date = LocalDate.of(year, month, day);
      if (date.isBefore(today)) {
        continue;
      }
      next = next == null ? date : next;
      if (year <= today.getYear() + 2 && date.getDayOfWeek() == weekday) {
        next = date;
        break;
      }
    }
    var doubts = new ArrayList<>(more);
    doubts.add(Reason.YEAR_NOT_SAID);
    return found(
        next == null ? LocalDate.of(today.getYear(), month, day) : next, doubts, text, match);
  }

  private static Found found(LocalDate date, List<Reason> doubts, String text, Matcher match) {
    DayOfWeek weekday = weekdayAround(text, match.start(), match.end());
    if (weekday == null || weekday == date.getDayOfWeek()) {
      return new Found(date, doubts, null, match.start(), match.end());
    }
    var more = new ArrayList<>(doubts);
    more.add(Reason.WEEKDAY_DIFFERS);
    return new Found(
        date, more, Vocabulary.nameOf(date.getDayOfWeek()), match.start(), match.end());
  }

  /** The day of the week right before or after a date. */
  public static @Nullable DayOfWeek weekdayAround(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - 16), start);
    List<String> words = Words.of(before);
    for (int i = words.size() - 1; i >= 0 && i >= words.size() - 2; i--) {
      DayOfWeek day = Vocabulary.weekday(words.get(i));
      if (day != null) {
        return day;
      }
    }
    String after = text.substring(end, Math.min(text.length(), end + 16));
    if (after.startsWith(" (") || after.startsWith(", ") || after.startsWith(" ")) {
      return Vocabulary.weekday(Words.first(after));
    }
    return null;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  private static int year(String digits) {
    int year = number(digits);
    int whole = digits.length() == 2 ? 2000 + year : year;
    if (whole < 2000 || whole > 2199) {
      throw new DateTimeException("Not a year of a meetup: " + whole);
    }
    return whole;
  }
}
