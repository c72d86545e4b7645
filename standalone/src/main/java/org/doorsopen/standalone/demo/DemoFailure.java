package org.doorsopen.standalone.demo;

import org.jspecify.annotations.Nullable;

/** The platform did not do what the story needs; the message says what was asked and answered. */
public final class DemoFailure extends RuntimeException {

  DemoFailure(String message) {
    super(message);
  }

  DemoFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
