package org.doorsopen.notification.smtp;

import java.util.regex.Pattern;

/**
 * A reply of the server.
 *
 * @param code -1 if it began with no number
 * @param text all of its lines, with their codes
 */
record Reply(Phase phase, int code, String text) {

  private static final int MAX_LENGTH = 500;
  // An apostrophe in front of the @ may be part of a name: o'neil.
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>\":;,]+@[^\\s<>\"':;,]+>?");

  /** The server has hung up, or its reply ended before its last line. */
  private static final String CUT_OFF = "[EOF]";

  boolean isThere() {
    return code > 0 || (code == -1 && !text.equals(CUT_OFF) && !looksCutOff());
  }

  /** A reply of several lines that lacks the last. */
  private boolean looksCutOff() {
    return text.matches("(?s)\\d{3}-.*");
  }

  /** An unknown reply is to be understood by its first digit (RFC 5321, section 4.2.1). */
  boolean isAcceptance() {
    return code >= 200 && code < 300;
  }

  /** The server is about to hang up (RFC 5321, section 3.8). */
  boolean isGoodbye() {
    return code == 421;
  }

  boolean isPermanent() {
    return code >= 500 && code < 600;
  }

  boolean isTransient() {
    return code >= 400 && code < 500;
  }

  /** In one line and without addresses, so that it may be kept. */
  String words() {
    return words(text);
  }

  static String words(String text) {
    String clean =
        ADDRESS.matcher(text).replaceAll("<address>").replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH);
  }
}
