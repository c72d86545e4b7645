package org.doorsopen.web.organizers;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Wrong passwords have come too fast; this one was not looked at. */
public final class TooManyGuesses extends AuthenticationException {

  private final Duration retryAfter;

  public TooManyGuesses(Duration retryAfter) {
    super("too many wrong passwords");
    this.retryAfter = retryAfter;
  }

  /** In whole seconds, rounded up, at least one. */
  public long retryAfterSeconds() {
    return Math.max(1, retryAfter.plusMillis(999).toSeconds());
  }
}
