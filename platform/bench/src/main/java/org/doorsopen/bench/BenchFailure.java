package org.doorsopen.bench;

/** What was to be measured did not happen, or was wrong: a figure would say nothing. */
public final class BenchFailure extends RuntimeException {

  BenchFailure(String message) {
    super(message);
  }

  BenchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
