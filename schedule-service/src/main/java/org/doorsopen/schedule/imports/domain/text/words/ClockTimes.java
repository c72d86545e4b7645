package org.doorsopen.schedule.imports.domain.text.words;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds times of day, alone or as a span, in the ways in which people write them. */
public final class ClockTimes {

  private static final Set<String> BEFORE =
      Set.of(
          "from",
          "von",
          "um",
          "ab",
          "at",
          "ca",
          "approx",
          "circa",
          "um ca",
          "ab ca",
          "approximately",
          "gegen",
          "etwa",
          "around",
          "about",
          "ungefahr");
  private static final List<String> BETWEEN =
      List.of("until", "till", "til", "bis", "to", "-", "–", "—", "−", "‐", "‑", "~", "→");

  private static final List<String> HOURS =
      List.of(
          "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
          "zwölf");
  private static final Pattern HALF =
      Pattern.compile(
          "halb ("
              + String.join("|", HOURS)
              + "|eins|1[0-2]|[1-9])(?: uhr)?( abends| am abend| nachmittags| morgens| früh| vormittags)?(?![\\p{L}\\d.:])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private ClockTimes() {}

  /**
   * A time of day or a span.
   *
   * @param open whether it was not said if the start is before or after noon
   * @param start where it begins in the text
   * @param end where it ends in the text, with brackets around it
   */
  public record Span(LocalTime from, @Nullable LocalTime to, boolean open, int start, int end) {}

  private record Clock(
      LocalTime time, boolean isBare, boolean isHalf, @Nullable Boolean pm, int end) {}

  /** The span that a line begins with, or null. */
  public static @Nullable Span leading(String text) {
    int at = 0;
    while (at < text.length() && " [(~*_".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (int i = 0; i < 2; i++) {
      int word = at;
      while (word < text.length() && Character.isLetter(text.charAt(word))) {
        word++;
      }
      if (word == at
          || word - at > 13
          || !BEFORE.contains(text.substring(at, word).toLowerCase(Locale.ROOT))) {
        break;
      }
      at = word;
      while (at < text.length() && " .~".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
    }
    Span span = at(text, at, true);
    return span == null ? null : withBracket(text, withZone(text, span), 0);
  }

  /** All of them, in their order; those that could be something else are left out. */
  public static List<Span> all(String text) {
    var found = new ArrayList<Span>();
    int at = 0;
    while (at < text.length() && found.size() < 20) {
      boolean isStart =
          (Character.isDigit(text.charAt(at)) || text.regionMatches(true, at, "halb ", 0, 5))
              && (at == 0
                  || !Character.isLetterOrDigit(text.charAt(at - 1))
                      && ".,/:".indexOf(text.charAt(at - 1)) < 0);
      Span span = isStart ? at(text, at, false) : null;
      if (span == null) {
        at++;
      } else {
        found.add(span);
        at = span.end();
      }
    }
    return found;
  }

  /** "18:30 CET": the zone is a part of the time. */
  private static Span withZone(String text, Span span) {
    for (String zone :
        List.of(
            " CEST", " CET", " MESZ", " MEZ", " GMT", " BST", " UTC", " MST", " MDT", " PST",
            " PDT", " EST", " EDT")) {
      int end = span.end() + zone.length();
      if (text.startsWith(zone + " ", span.end())) {
        return new Span(span.from(), span.to(), span.open(), span.start(), end);
      }
    }
    return span;
  }

  private static Span withBracket(String text, Span span, int from) {
    int end = span.end();
    int after = end;
    while (after < text.length() && " *_".indexOf(text.charAt(after)) >= 0) {
      after++;
    }
    boolean opened = text.substring(from, span.start()).chars().anyMatch(c -> c == '[' || c == '(');
    if (opened && after < text.length() && "])".indexOf(text.charAt(after)) >= 0) {
      end = after + 1;
    }
    return new Span(span.from(), span.to(), span.open(), span.start(), end);
  }

  private static @Nullable Span at(String text, int at, boolean isLeading) {
    Clock first = clock(text, at);
    if (first == null) {
      return null;
    }
    Clock second = second(text, first.end());
    if (second == null) {
      boolean isPlain = first.isBare() || first.isHalf();
      if (isPlain && !(first.isHalf() && !first.isBare() && isLeading)) {
        return null;
      }
      return new Span(first.time(), null, isOpen(text, at, first), at, first.end());
    }
    boolean isTold =
        second.pm() != null
            || text.substring(at, second.end()).contains("Uhr")
            || text.substring(at, second.end()).endsWith("h");
    if ((first.isBare() || second.isBare())
        && !isTold
        && !(isFourDigits(text, at) && second.end() - at <= 14)) {
      return null;
    }
    LocalTime from = first.time();
    if (first.pm() == null && second.pm() != null && second.pm() && from.getHour() < 12) {
      LocalTime later = from.plusHours(12);
      from = later.isAfter(second.time()) ? from : later;
    }
    boolean open = second.pm() == null && second.time().getHour() < 13 && isOpen(text, at, first);
    LocalTime to = second.time();
    return new Span(from, to, open, at, second.end());
  }

  private static boolean isFourDigits(String text, int at) {
    return at + 4 <= text.length()
        && text.substring(at, at + 4).chars().allMatch(Character::isDigit);
  }

  private static boolean isOpen(String text, int at, Clock clock) {
    return clock.pm() == null
        && clock.time().getHour() < 12
        && clock.time().getHour() > 0
        && text.charAt(at) != '0'
        && !text.substring(at, clock.end()).contains("Uhr")
        && (text.regionMatches(true, at, "halb", 0, 4)
            || !text.substring(at, clock.end()).contains("h"));
  }

  private static @Nullable Clock second(String text, int from) {
    int at = from;
    while (at < text.length() && at < from + 3 && " ])".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    for (String word : BETWEEN) {
      if (text.regionMatches(true, at, word, 0, word.length())) {
        int next = at + word.length();
        while (next < text.length()
            && " [(".indexOf(text.charAt(next)) >= 0
            && next < at + word.length() + 3) {
          next++;
        }
        if (text.regionMatches(true, next, "ca. ", 0, 4)) {
          next += 4;
        }
        Clock clock = clock(text, next);
        return clock == null || isDayAndMonth(text, next, clock) ? null : clock;
      }
    }
    return null;
  }

  private static boolean isDayAndMonth(String text, int at, Clock clock) {
    return clock.isBare() && text.startsWith(".", clock.end()) && at > 0;
  }

  /** "halb acht" is half an hour before eight. */
  private static @Nullable Clock half(String text, int at) {
    Matcher half = HALF.matcher(text).region(at, text.length());
    if (!half.useTransparentBounds(true).lookingAt()) {
      return null;
    }
    String word = half.group(1).toLowerCase(Locale.ROOT);
    int named = word.equals("eins") ? 0 : HOURS.indexOf(word);
    int hour = (named < 0 ? Integer.parseInt(word) - 1 : named) % 12;
    String part = half.group(2) == null ? "" : Words.key(half.group(2));
    Boolean pm = part.isEmpty() ? null : Set.of("abends", "am abend", "nachmittags").contains(part);
    int shown = pm != null && pm ? hour + 12 : pm == null && hour == 0 ? 12 : hour;
    return new Clock(LocalTime.of(shown, 30), false, false, pm, half.end());
  }

  private static @Nullable Clock clock(String text, int at) {
    if (text.regionMatches(true, at, "halb ", 0, 5)) {
      return half(text, at);
    }
    int end = at;
    while (end < text.length()
        && end - at < 5
        && Character.isDigit(text.charAt(end))
        && text.charAt(end) < 128) {
      end++;
    }
    int digits = end - at;
    if (digits == 0 || digits == 3 || digits > 4) {
      return null;
    }
    int hour = Integer.parseInt(text.substring(at, digits == 4 ? at + 2 : end));
    int minute = digits == 4 ? Integer.parseInt(text.substring(at + 2, end)) : 0;
    boolean isBare = true;
    boolean isHalf = false;
    if (digits < 4 && end < text.length() && ":：∶.hH".indexOf(text.charAt(end)) >= 0) {
      char sign = text.charAt(end);
      boolean isDigital =
          end + 2 < text.length()
              && isDigit(text, end + 1)
              && isDigit(text, end + 2)
              && !isDigit(text, end + 3);
      if (isDigital) {
        int given = Integer.parseInt(text.substring(end + 1, end + 3));
        if (sign == '.' && isDate(text, end + 3)) {
          return null;
        }
        if (given < 60) {
          minute = given;
          isBare = false;
          isHalf = sign == '.';
          end += 3;
          if (end + 2 < text.length()
              && text.charAt(end) == ':'
              && isDigit(text, end + 1)
              && isDigit(text, end + 2)) {
            end += 3;
          }
        }
      } else if ((sign == 'h' || sign == 'H')
          && (end + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))) {
        isBare = false;
        end++;
      }
    }
    if (hour > 24 || minute > 59 || hour == 24 && minute > 0) {
      return null;
    }
    if (isBare && hour >= 6 && text.startsWith(" h", end) && !isLetter(text, end + 2)) {
      isBare = false;
      end += 2;
      boolean isSaid =
          text.startsWith(" ", end)
              && isDigit(text, end + 1)
              && isDigit(text, end + 2)
              && !isDigit(text, end + 3)
              && text.charAt(end + 1) < '6';
      if (isSaid && (end + 3 == text.length() || " :)–-".indexOf(text.charAt(end + 3)) >= 0)) {
        minute = Integer.parseInt(text.substring(end + 1, end + 3));
        end += 3;
      }
    }
    Boolean pm = null;
    int after = end;
    while (after < text.length() && text.charAt(after) == ' ' && after < end + 2) {
      after++;
    }
    int meridiem = meridiemEnd(text, after);
    if (meridiem > 0 && hour <= 12) {
      pm = Character.toLowerCase(text.charAt(after)) == 'p';
      hour = hour % 12 + (pm ? 12 : 0);
      end = meridiem;
      isBare = false;
      isHalf = false;
    } else if (meridiem > 0) {
      end = meridiem;
      isBare = false;
      isHalf = false;
    } else if (text.regionMatches(true, after, "uhr", 0, 3)) {
      end = after + 3;
      isBare = false;
      isHalf = false;
      int rest = end + 1;
      if (minute == 0
          && digits <= 2
          && isDigit(text, rest)
          && isDigit(text, rest + 1)
          && !isDigit(text, rest + 2)
          && text.charAt(rest) < '6'
          && !text.startsWith(":", rest + 2)
          && !text.startsWith(".", rest + 2)
          && text.charAt(end) == ' '
          && !text.regionMatches(true, rest + 2, " plätze", 0, 7)
          && (rest + 2 == text.length()
              || text.charAt(rest + 2) == ' '
                  && !isUnit(text.substring(rest + 3, Math.min(text.length(), rest + 20))))) {
        minute = Integer.parseInt(text.substring(rest, rest + 2));
        end = rest + 2;
      }
    } else if (text.regionMatches(true, after, "o'clock", 0, 7)) {
      end = after + 7;
      isBare = false;
    } else if ((text.regionMatches(true, after, "hrs", 0, 3)
            || text.regionMatches(true, after, "h", 0, 1))
        && !isBare
        && !isLetter(text, after + (text.regionMatches(true, after, "hrs", 0, 3) ? 3 : 1))) {
      end = after + (text.regionMatches(true, after, "hrs", 0, 3) ? 3 : 1);
      isHalf = false;
    } else if (digits == 4
        && (text.startsWith("h", end) || text.startsWith("H", end))
        && !isLetter(text, end + 1)) {
      end = end + 1;
      isBare = false;
    }
    if (isBare
        && (end < text.length()
            && (text.charAt(end) == '%' || Character.isLetter(text.charAt(end))))) {
      return null;
    }
    if (isHalf && (minute % 5 != 0 || hour < 6)) {
      return null;
    }
    return new Clock(LocalTime.of(hour % 24, minute), isBare, isHalf, pm, end);
  }

  private static boolean isDate(String text, int end) {
    return text.startsWith(".", end) || text.startsWith("/", end);
  }

  private static int meridiemEnd(String text, int at) {
    if (at + 1 >= text.length() || "aApP".indexOf(text.charAt(at)) < 0) {
      return 0;
    }
    int end = at + 1;
    if (text.charAt(end) == '.') {
      end++;
    }
    if (end >= text.length() || "mM".indexOf(text.charAt(end)) < 0) {
      return 0;
    }
    end++;
    if (isLetter(text, end)) {
      return 0;
    }
    return text.startsWith(".", end) && text.charAt(at + 1) == '.' ? end + 1 : end;
  }

  /** What is counted behind a number, so that it is no minute. */
  private static boolean isUnit(String text) {
    return Set.of(
            "platze",
            "minuten",
            "min",
            "personen",
            "leute",
            "teilnehmer",
            "teilnehmende",
            "menschen",
            "seats",
            "people",
            "euro")
        .contains(Words.first(text));
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }
}
