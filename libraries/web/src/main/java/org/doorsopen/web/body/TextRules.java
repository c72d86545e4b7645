package org.doorsopen.web.body;

import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Limits text to what a database, a mail header, a page and a terminal can all hold, and show as it
 * was meant. One place for all services.
 */
final class TextRules {

  private TextRules() {}

  /** A message if a text on one line is wrong, else null. */
  static @Nullable String faultOfLine(String text) {
    return fault(text, false);
  }

  /** A message if a text of several lines is wrong, else null; tabs and line feeds are fine. */
  static @Nullable String faultOfText(String text) {
    return fault(text, true);
  }

  /**
   * Whether it shows nothing: it is empty, or has spaces, invisible characters, and marks without a
   * letter to stand on.
   */
  static boolean isBlank(String text) {
    return text.codePoints().noneMatch(Invisible::shows);
  }

  /** Without the space around it, of whatever kind and width, which comes along when pasting. */
  static String stripped(String text) {
    return Invisible.strippedOf(text, Invisible::isSpace);
  }

  /** Also without any other invisible characters around it. */
  static String bare(String text) {
    return Invisible.strippedOf(
        text, point -> Invisible.isSpace(point) || !Invisible.takesPart(point));
  }

  /** A stranger's text made safe to quote in a message: bounded, nothing invisible. */
  static String quoted(String text) {
    var shown = new StringBuilder("\"");
    text.codePoints()
        .limit(64)
        .map(point -> isForbidden(point, false) ? '?' : point)
        .forEach(shown::appendCodePoint);
    return shown.append(text.codePointCount(0, text.length()) > 64 ? "…\"" : "\"").toString();
  }

  private static @Nullable String fault(String text, boolean lines) {
    OptionalInt wrong = text.codePoints().filter(point -> isForbidden(point, lines)).findFirst();
    if (wrong.isEmpty()) {
      return null;
    }
    int point = wrong.getAsInt();
    if (!lines && (point == '\n' || point == '\r' || point == 0x2028 || point == 0x2029)) {
      return "must be on one line";
    }
    return "must not contain " + named(point);
  }

  /** Such as {@code the invisible character U+202E (right-to-left override)}. */
  static String named(int point) {
    String kind =
        isSurrogate(point)
            ? "the lone surrogate"
            : Character.isISOControl(point) ? "the control character" : "the invisible character";
    String name = isSurrogate(point) ? null : Character.getName(point);
    String inWords = name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")";
    return "%s U+%04X%s".formatted(kind, point, inWords);
  }

  private static boolean isForbidden(int point, boolean lines) {
    if (lines && (point == '\n' || point == '\t')) {
      return false;
    }
    return Character.isISOControl(point)
        || isSurrogate(point)
        || Invisible.isHarmful(point)
        || (!lines && (point == 0x2028 || point == 0x2029));
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
