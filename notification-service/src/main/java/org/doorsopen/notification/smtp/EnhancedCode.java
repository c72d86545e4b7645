package org.doorsopen.notification.smtp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A status code as RFC 3463 writes it, such as 5.1.1, without its class: whether a refusal is for
 * good is a question of its own.
 */
record EnhancedCode(int subject, int detail) {

  /** A code, and whether its class says that it is for good. */
  record Classed(EnhancedCode code, boolean permanent) {}

  // Cisco's gateways write 550 #5.1.0.
  private static final Pattern IN_REPLY =
      Pattern.compile("(?m)^\\d{3}[ -]\\h*#?([245])\\.(\\d{1,3})\\.(\\d{1,3})(?![\\d.])");

  /** The first in the lines of a reply. */
  static Optional<Classed> in(String reply) {
    Matcher found = IN_REPLY.matcher(reply);
    if (!found.find()) {
      return Optional.empty();
    }
    EnhancedCode code =
        new EnhancedCode(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    return Optional.of(new Classed(code, found.group(1).equals("5")));
  }

  /** As the registry writes it, without its class. */
  @Override
  public String toString() {
    return "X." + subject + "." + detail;
  }
}
