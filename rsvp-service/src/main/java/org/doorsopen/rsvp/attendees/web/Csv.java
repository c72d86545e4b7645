package org.doorsopen.rsvp.attendees.web;

import java.text.Normalizer;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of comma-separated values, RFC 4180. */
final class Csv {

  /** Spreadsheets take a file without it for one in an old encoding. */
  static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Those of full width and the like are made narrow before they are looked for. */
  private static final String DANGEROUS_FIRST = "=+-@\u2212\t\r\n";

  private Csv() {}

  /** What stands between two fields; spreadsheets expect the one of their locale. */
  enum Separator {
    COMMA(","),
    /** Where a comma stands in numbers, as in German. */
    SEMICOLON(";");

    private final String text;

    Separator(String text) {
      this.text = text;
    }
  }

  /** One row with its line break; null becomes an empty field. */
  static String row(Separator separator, List<? extends @Nullable Object> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(separator.text, "", "\r\n"));
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
    String first = text.isEmpty() ? "" : Character.toString(text.codePointAt(0));
    String narrow = Normalizer.normalize(first, Normalizer.Form.NFKC);
    boolean dangerous = !narrow.isEmpty() && DANGEROUS_FIRST.indexOf(narrow.charAt(0)) >= 0;
    return dangerous ? "'" + text : text;
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(character -> ",\"\r\n;'\t".indexOf(character) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
