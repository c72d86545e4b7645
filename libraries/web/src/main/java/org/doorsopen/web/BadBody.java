package org.doorsopen.web;

/** The body cannot be read as one JSON object in UTF-8; answered as 400 with the message. */
final class BadBody extends RuntimeException {

  BadBody(String message) {
    super(message, null, false, false);
  }
}
