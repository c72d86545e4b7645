package org.doorsopen.launcher.http;

import org.doorsopen.launcher.program.Failure;
import org.jspecify.annotations.Nullable;

/**
 * There was no answer, or not the one that was needed; the message names the request and the
 * server.
 */
public final class HttpFailure extends Failure {

  HttpFailure(String message) {
    super(message);
  }

  HttpFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
