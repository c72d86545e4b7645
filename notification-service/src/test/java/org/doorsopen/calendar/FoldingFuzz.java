package org.doorsopen.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Whatever a text holds, it is one content line, folded as RFC 5545 says, and can be read again.
 */
public final class FoldingFuzz {

  private static final int MAX_OCTETS = 75;

  private FoldingFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    String text = new String(data, UTF_8);
    String written = new IcsWriter().text("SUMMARY", text).toString();
    check(written.endsWith("\r\n"), "a line without an end");
    for (String line : written.split("\r\n")) {
      check(line.getBytes(UTF_8).length <= MAX_OCTETS, "a line that is too long");
      check(line.chars().allMatch(c -> c >= ' ' && c != 0x7f || c == '\t'), "a control character");
    }
    String unfolded = written.replace("\r\n ", "");
    check(unfolded.indexOf("\r\n") == unfolded.length() - 2, "more than one content line");
    String value = unfolded.substring("SUMMARY:".length(), unfolded.length() - 2);
    check(unescaped(value).equals(plain(text)), "another text when it is read again");
  }

  private static String unescaped(String value) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character == '\\') {
        i++;
        text.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
      } else {
        text.append(character);
      }
    }
    return text.toString();
  }

  private static String plain(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
