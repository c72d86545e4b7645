package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;

/** Whatever a text holds, RFC 2045 is kept, and a reader finds the same text. */
public final class QuotedPrintableFuzz {

  private static final int MAX_LINE_LENGTH = 76;

  private QuotedPrintableFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, UTF_8);
    byte[] encoded = QuotedPrintable.of(text);
    String lines = new String(encoded, US_ASCII);
    for (String line : lines.split("\r\n", -1)) {
      check(line.length() <= MAX_LINE_LENGTH, "a line that is too long");
      check(line.chars().allMatch(c -> c >= ' ' && c < 0x7f), "more than printable characters");
      check(!line.endsWith(" "), "a blank at the end of a line");
    }
    String expected = text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
    check(decoded(lines).equals(expected), "another text when it is read again");
  }

  private static String decoded(String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String joined = lines.replace("=\r\n", "");
    for (int i = 0; i < joined.length(); i++) {
      if (joined.charAt(i) == '=') {
        out.write(Integer.parseInt(joined, i + 1, i + 3, 16));
        i += 2;
      } else {
        out.write(joined.charAt(i));
      }
    }
    return out.toString(UTF_8);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
