package org.doorsopen.notification.mails;

import java.time.Duration;
import java.time.Instant;

/** News that is too old is not sent: a fresh database does not mail last year's again. */
public final class Timeliness {

  /** How long news stays news, and how long a mail is tried. */
  static final Duration NEWS = Duration.ofHours(48);

  private Timeliness() {}

  public static boolean isNews(Instant occurredAt, Instant now) {
    return !now.isAfter(occurredAt.plus(NEWS));
  }
}
