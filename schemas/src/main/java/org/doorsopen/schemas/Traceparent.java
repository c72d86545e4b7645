package org.doorsopen.schemas;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * W3C Trace Context, level 1, version 00: {@code 00-<trace id>-<parent id>-<flags>}.
 *
 * @param value the header's text, always well-formed
 */
public record Traceparent(String value) {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  public Traceparent {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a traceparent: " + value);
    }
  }

  /** Starts a trace that nobody has sampled. */
  public static Traceparent fresh() {
    return new Traceparent("00-" + hex() + hex() + "-" + hex() + "-00");
  }

  /** Malformed or missing starts a fresh trace, as section 3.2 of the recommendation demands. */
  public static Traceparent parse(@Nullable String text) {
    return text != null && FORM.matcher(text).matches() ? new Traceparent(text) : fresh();
  }

  /** The next step of the same trace. */
  public Traceparent child() {
    return new Traceparent(value.substring(0, 36) + hex() + value.substring(52));
  }

  private static String hex() {
    return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
  }
}
