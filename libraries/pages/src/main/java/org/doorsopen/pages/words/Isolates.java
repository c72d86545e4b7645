package org.doorsopen.pages.words;

import java.text.Bidi;
import org.jspecify.annotations.Nullable;

/**
 * Keeps text that is written from right to left from turning around what stands beside it: a title
 * in Hebrew before a time, or a name in Arabic before a full stop. Text in other scripts stays as
 * it is, so that programs without these characters show nothing odd.
 */
public final class Isolates {

  private static final char FIRST_STRONG_ISOLATE = '\u2068';
  private static final char POP_DIRECTIONAL_ISOLATE = '\u2069';

  private Isolates() {}

  /** The arguments of a message, each text by itself (Unicode's UAX 9, 2.7). */
  public static @Nullable Object[] in(@Nullable Object... arguments) {
    @Nullable Object[] isolated = arguments.clone();
    for (int i = 0; i < isolated.length; i++) {
      if (isolated[i] instanceof String text) {
        isolated[i] = of(text);
      }
    }
    return isolated;
  }

  static String of(String text) {
    return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
        ? FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE
        : text;
  }
}
