package org.doorsopen.launcher.program;

import org.jspecify.annotations.Nullable;

/** A command could not be done. The message tells the user why; the program ends with 1. */
public abstract class Failure extends RuntimeException {

  protected Failure(String message) {
    super(message);
  }

  protected Failure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
