package org.doorsopen.rsvp.deliveries;

import java.time.Instant;
import java.util.Arrays;

/**
 * Tells since when, and why, the mails to an RSVP reach nobody.
 *
 * @param since when the mail was given up that says so
 */
public record Undelivered(Reason reason, Instant since) {

  /** Why the mail was given up. */
  public enum Reason {
    UNKNOWN,
    ADDRESS_REFUSED,
    MAIL_REFUSED,
    EXPIRED;

    /** UNKNOWN if a later build has stored a reason that this one does not know. */
    static Reason named(String name) {
      return Arrays.stream(values())
          .filter(reason -> reason.name().equals(name))
          .findFirst()
          .orElse(UNKNOWN);
    }
  }
}
