package org.doorsopen.rsvp.deliveries;

import java.time.Instant;
import org.doorsopen.web.database.StoredNames;

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
      return StoredNames.find(Reason.class, name).orElse(UNKNOWN);
    }
  }
}
