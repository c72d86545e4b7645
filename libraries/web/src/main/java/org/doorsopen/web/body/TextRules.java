package org.doorsopen.web.body;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Limits text to what a database, a mail header and a terminal can all hold. */
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

  /** Whether it shows nothing: it is empty, or has spaces and invisible characters only. */
  static boolean isBlank(String text) {
    return text.codePoints().noneMatch(TextRules::isVisible);
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
    return "must not contain %s U+%04X"
        .formatted(isSurrogate(point) ? "the lone surrogate" : "the control character", point);
  }

  private static boolean isForbidden(int point, boolean lines) {
    if (lines && (point == '\n' || point == '\t')) {
      return false;
    }
    return Character.isISOControl(point)
        || isSurrogate(point)
        || (!lines && (point == 0x2028 || point == 0x2029));
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> point != 0x2800 && point != 0x3164;
    };
  }
}
