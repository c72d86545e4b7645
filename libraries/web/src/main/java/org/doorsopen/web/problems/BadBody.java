package org.doorsopen.web.problems;

/** The body cannot be read as one JSON object in UTF-8; answered with 400 and the message. */
public final class BadBody extends RuntimeException {

  public BadBody(String message) {
    super(message, null, false, false);
  }
}
