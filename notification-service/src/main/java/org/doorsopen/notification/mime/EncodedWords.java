package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Text in a header as RFC 2047 writes what is not ASCII. Text that looks like an encoded word needs
 * it as well, or mail programs would decode what somebody typed.
 */
final class EncodedWords {

  private static final String BEGIN = "=?";

  /** In bytes of UTF-8, so that a word with its frame has at most the 75 characters allowed. */
  private static final int MAX_BYTES = 45;

  private EncodedWords() {}

  /** Whether it is ASCII that is shown as something else. */
  static boolean wouldBeDecoded(String text) {
    return text.contains(BEGIN);
  }

  /** One word or several, each on a line of its own; no character is divided among two. */
  static String of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    int bytes = 0;
    for (int point : text.codePoints().toArray()) {
      String character = Character.toString(point);
      int length = character.getBytes(UTF_8).length;
      if (bytes + length > MAX_BYTES) {
        words.add(word(part));
        part.setLength(0);
        bytes = 0;
      }
      part.append(character);
      bytes += length;
    }
    words.add(word(part));
    return String.join("\r\n ", words);
  }

  private static String word(StringBuilder text) {
    return "=?UTF-8?B?"
        + Base64.getEncoder().encodeToString(text.toString().getBytes(UTF_8))
        + "?=";
  }
}
