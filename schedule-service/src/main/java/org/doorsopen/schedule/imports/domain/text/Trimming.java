package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Takes from a text what only joins it to something else: thanks, prepositions, times, brackets.
 */
final class Trimming {

  private Trimming() {}

  static boolean isOnlyEnd(String words) {
    return !words.isEmpty()
        && Arrays.stream(words.split("/"))
            .allMatch(part -> Vocabulary.ENDS.contains(Words.key(part)));
  }

  static boolean startsWithBy(String text) {
    return Set.of("by", "von", "with", "mit").contains(Words.first(text));
  }

  static int count(String text, char c) {
    return (int) text.chars().filter(other -> other == c).count();
  }

  /** "Drinks until 22:00": the time at the end, or null. */
  static @Nullable Span until(String text) {
    List<Span> spans = ClockTimes.all(text);
    boolean isAtEnd =
        spans.size() == 1
            && spans.getFirst().to() == null
            && Words.trimmed(text.substring(spans.getFirst().end())).isEmpty();
    String before = isAtEnd ? text.substring(0, spans.getFirst().start()).strip() : "";
    return isAtEnd && !withoutUntil(before).equals(before) ? spans.getFirst() : null;
  }

  static String withoutUntil(String text) {
    String bare = text.strip();
    for (String word : List.of(" until", " till", " bis", " bis ca.", " bis etwa")) {
      if (bare.endsWith(word)) {
        return bare.substring(0, bare.length() - word.length());
      }
    }
    return bare;
  }

  /** "Break - thanks to our friends for the pizza": the thanks are the sponsors'. */
  static String withoutThanks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return text;
    }
    for (String sign : List.of(" - ", " – ", " — ", " (", ", ", ". ", ": ", " | ", " / ")) {
      for (int at = lower.indexOf(sign); at > 0; at = lower.indexOf(sign, at + 1)) {
        String after = lower.substring(at + sign.length());
        boolean isThanks =
            after.startsWith("thanks")
                || after.startsWith("thank you")
                || after.startsWith("dank")
                || after.startsWith("sponsored")
                || after.startsWith("gesponsert")
                || after.startsWith("powered by")
                || after.startsWith("kindly")
                || after.startsWith("courtesy")
                || after.startsWith("provided by")
                || after.startsWith("offered by")
                || after.startsWith("bereitgestellt")
                || after.startsWith("big thanks")
                || after.startsWith("supported by")
                || after.startsWith("unterstützt")
                || after.startsWith("spendiert")
                || after.startsWith("by ")
                || after.startsWith("sponsor: ")
                || after.startsWith("mit freundlicher unterstützung")
                || after.startsWith("gestiftet");
        if (isThanks) {
          return Words.trimmed(text.substring(0, at));
        }
      }
    }
    for (String sign :
        List.of(
            " sponsored by ",
            " provided by ",
            " powered by ",
            " gesponsert von ",
            " courtesy of ",
            " spendiert von ",
            " thanks to ",
            " dank ")) {
      int at = lower.indexOf(sign);
      if (at > 0) {
        return Words.trimmed(text.substring(0, at));
      }
    }
    return text;
  }

  /** "Talk 1 (18:45 – 19:30)": a time in brackets, or null. */
  static @Nullable Span timeOf(String text) {
    List<Span> spans = ClockTimes.all(text);
    boolean isBracketed =
        spans.size() == 1
            && spans.getFirst().start() > 0
            && "([".indexOf(text.charAt(spans.getFirst().start() - 1)) >= 0;
    return isBracketed ? spans.getFirst() : null;
  }

  static String withoutBrackets(String text) {
    Span span = timeOf(text);
    if (span == null) {
      return text;
    }
    int end = span.end();
    while (end < text.length() && ")] ".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return Words.singleSpaces(text.substring(0, span.start() - 1) + " " + text.substring(end));
  }

  static String withoutAt(String text) {
    String bare = text;
    boolean isShorter = true;
    while (isShorter) {
      isShorter = false;
      for (String word :
          List.of(
              "(ab",
              "(um",
              "(at",
              "(from",
              "(von",
              " at",
              " um",
              " ab",
              " from",
              " von",
              " @",
              "(",
              "[",
              ":",
              " –",
              " -",
              " ca.",
              " starts",
              " opens at",
              " starting")) {
        if (bare.endsWith(word) && !bare.equals(word)) {
          bare = Words.trimmed(bare.substring(0, bare.length() - word.length()));
          isShorter = true;
        }
      }
    }
    return Words.trimmed(bare);
  }

  static String remove(String text, String title) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(title.toLowerCase(Locale.ROOT));
    return at < 0 || at + title.length() > text.length()
        ? text
        : text.substring(0, at) + " " + text.substring(at + title.length());
  }

  /**
   * What stands beside a date.
   *
   * @param title the part before the date, or the first one behind it
   * @param others the parts behind it that are no title
   */
  record BesideDate(String title, List<String> others) {

    static BesideDate of(String text, LocalDate today) {
      List<Dates.Found> dates = Dates.in(text, today);
      if (dates.isEmpty()) {
        return new BesideDate(Words.unquoted(Words.trimmed(text)), List.of());
      }
      String head = text.substring(0, dates.getFirst().start());
      List<String> before = parts(head);
      List<String> after = parts(text.substring(dates.getLast().end()));
      String title =
          before.isEmpty()
              ? after.isEmpty() ? "" : after.getFirst()
              : brackets(Words.trimmed(withoutTimes(head)));
      List<String> others =
          before.isEmpty() && !after.isEmpty() ? after.subList(1, after.size()) : after;
      title = FieldReader.withoutCalendar(title);
      boolean isTooShort = Words.of(title).size() == 1 && title.length() < 4;
      return new BesideDate(isTooShort ? "" : Words.unquoted(Words.trimmed(title)), others);
    }
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (String part : text.split("[|,·]")) {
      String bare = FieldReader.withoutCalendar(Words.trimmed(withoutTimes(part)));
      if (!Words.key(bare).isEmpty()
          && !bare.startsWith("at ")
          && !bare.startsWith("bei ")
          && !bare.startsWith("@")
          && !Addresses.isAddress(bare)) {
        parts.add(bare);
      }
    }
    return parts;
  }

  private static String withoutTimes(String text) {
    String rest = text;
    for (Span span : ClockTimes.all(text).reversed()) {
      rest = rest.substring(0, span.start()) + rest.substring(span.end());
    }
    return rest;
  }

  private static String brackets(String text) {
    return text.endsWith("(") || text.endsWith("[")
        ? Words.trimmed(text.substring(0, text.length() - 1))
        : text;
  }

  static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0
        && (".,!?:;".indexOf(text.charAt(end - 1)) >= 0
            || text.charAt(end - 1) == ')' && text.indexOf('(') < 0)) {
      end--;
    }
    return text.substring(0, end);
  }
}
