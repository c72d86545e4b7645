package org.doorsopen.launcher.demo;

/** The platform did not do what the story needs; the message says what was waited for. */
public final class DemoFailure extends RuntimeException {

  DemoFailure(String message) {
    super(message);
  }
}
