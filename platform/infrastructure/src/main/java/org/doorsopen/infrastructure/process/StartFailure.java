package org.doorsopen.infrastructure.process;

import org.jspecify.annotations.Nullable;

/** Something could not be started. The message is for the person who started it: cause and fix. */
public final class StartFailure extends RuntimeException {

  public StartFailure(String message) {
    super(message);
  }

  public StartFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
