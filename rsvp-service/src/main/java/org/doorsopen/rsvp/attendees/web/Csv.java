package org.doorsopen.rsvp.attendees.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of comma-separated values, RFC 4180. */
final class Csv {

  private static final String DANGEROUS_FIRST = "=+-@\t\r";

  private Csv() {}

  /** One row with its line break; null becomes an empty field. */
  static String row(@Nullable Object... fields) {
    return Arrays.stream(fields).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Number number -> number.toString();
      default -> quoted(harmless(value.toString()));
    };
  }

  /** A spreadsheet would run a text that begins like a formula; an apostrophe keeps it text. */
  private static String harmless(String text) {
    boolean dangerous = !text.isEmpty() && DANGEROUS_FIRST.indexOf(text.charAt(0)) >= 0;
    return dangerous ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(character -> ",\"\r\n;'\t".indexOf(character) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
