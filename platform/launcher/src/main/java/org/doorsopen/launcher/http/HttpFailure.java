package org.doorsopen.launcher.http;

import org.jspecify.annotations.Nullable;

/** No answer, or another than was needed; the message says what was asked of whom. */
public final class HttpFailure extends RuntimeException {

  HttpFailure(String message) {
    super(message);
  }

  HttpFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
