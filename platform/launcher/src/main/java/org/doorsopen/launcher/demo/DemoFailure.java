package org.doorsopen.launcher.demo;

import org.doorsopen.launcher.program.Failure;

/** The platform did not do what the story needs; the message says what was waited for. */
public final class DemoFailure extends Failure {

  DemoFailure(String message) {
    super(message);
  }
}
