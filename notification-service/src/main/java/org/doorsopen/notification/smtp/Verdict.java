package org.doorsopen.notification.smtp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The thing that a server's refusal, or its silence, is about; it decides what follows. */
public enum Verdict {
  /** The address takes no mail: the mail is given up. */
  ADDRESS(true, null, null),
  /** This mail is not taken: it is given up. */
  MAIL(true, null, null),
  /** This mail is too large for a limit that can be raised. */
  TOO_LARGE(false, null, Duration.ZERO),
  /** We are not let in, or not from here: name, login, TLS, sender, a policy about our host. */
  OUR_SIDE(false, Duration.ofMinutes(5), Duration.ZERO),
  /** So many mails were sent that the server takes no more until later. */
  QUOTA(false, Duration.ofMinutes(30), Duration.ZERO),
  /** Too fast for now, or the server is short of something. */
  RATE(false, Duration.ofMinutes(5), Duration.ofMinutes(10)),
  /** Nobody answers, or somebody hangs up. */
  UNREACHABLE(false, Duration.ofSeconds(16), Duration.ofMinutes(1)),
  /** Not now, and about this mail or its recipient. */
  TEMPORARY(false, null, null),
  /** The reply says nothing that we understand. */
  UNKNOWN(false, null, null);

  private final boolean permanent;
  private final @Nullable Duration longestRest;
  private final @Nullable Duration patience;

  Verdict(boolean permanent, @Nullable Duration longestRest, @Nullable Duration patience) {
    this.permanent = permanent;
    this.longestRest = longestRest;
    this.patience = patience;
  }

  /** Another attempt would be of no use. */
  public boolean isPermanent() {
    return permanent;
  }

  /**
   * For how long at most the server is left alone, with all mails; null if the others go on. The
   * first rest is of a second, and each further one twice as long.
   */
  public @Nullable Duration longestRest() {
    return longestRest;
  }

  /** For how long it may go on before somebody is to know of it; null if nobody is. */
  public @Nullable Duration patience() {
    return patience;
  }
}
