package org.doorsopen.schemas;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, level 1, version 00: {@code 00-<trace id>-<parent id>-<flags>}.
 *
 * @param value the header's text, always well-formed
 */
public record Traceparent(String value) {

  private static final int LENGTH = 55;

  /** A table, since a processor guesses wrongly whether random digits are letters. */
  private static final boolean[] LOWER_HEX = new boolean[128];

  private static final String NO_TRACE = "0".repeat(32);
  private static final String NO_PARENT = "0".repeat(16);

  static {
    "0123456789abcdef".chars().forEach(c -> LOWER_HEX[c] = true);
  }

  public Traceparent {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("Not a traceparent: " + value);
    }
  }

  /** Parsed by hand, because every event that comes or goes is looked at, some of them twice. */
  private static boolean isWellFormed(String text) {
    return text.length() == LENGTH
        && text.startsWith("00-")
        && isHex(text, 3, 35)
        && text.charAt(35) == '-'
        && isHex(text, 36, 52)
        && text.charAt(52) == '-'
        && isHex(text, 53, LENGTH)
        && !text.startsWith(NO_TRACE, 3)
        && !text.startsWith(NO_PARENT, 36);
  }

  private static boolean isHex(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= LOWER_HEX.length || !LOWER_HEX[c]) {
        return false;
      }
    }
    return true;
  }

  /** Starts a trace that nobody has sampled. */
  public static Traceparent fresh() {
    return new Traceparent("00-" + hex() + hex() + "-" + hex() + "-00");
  }

  /**
   * A malformed or missing value starts a fresh trace, as section 3.2 of the recommendation
   * demands.
   */
  public static Traceparent parse(@Nullable String text) {
    return text != null && isWellFormed(text) ? new Traceparent(text) : fresh();
  }

  /** The next step of the same trace. */
  public Traceparent child() {
    return new Traceparent(value.substring(0, 36) + hex() + value.substring(52));
  }

  private static String hex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
