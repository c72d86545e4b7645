package org.doorsopen.bench.measuring;

/** What was to be measured did not happen, or was wrong: a figure would say nothing. */
public final class BenchFailure extends RuntimeException {

  public BenchFailure(String message) {
    super(message);
  }

  public BenchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
