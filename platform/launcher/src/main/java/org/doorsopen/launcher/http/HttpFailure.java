package org.doorsopen.launcher.http;

import org.doorsopen.launcher.program.Failure;
import org.jspecify.annotations.Nullable;

/** No answer, or another than was needed; the message says what was asked of whom. */
public final class HttpFailure extends Failure {

  HttpFailure(String message) {
    super(message);
  }

  HttpFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
