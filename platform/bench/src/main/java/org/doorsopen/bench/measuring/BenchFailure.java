package org.doorsopen.bench.measuring;

import org.doorsopen.launcher.program.Failure;

/** The measured work was not done, or was done wrongly, so a figure would mean nothing. */
public final class BenchFailure extends Failure {

  public BenchFailure(String message) {
    super(message);
  }

  public BenchFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
