package org.doorsopen.rsvp.seats.streams;

/** The topology is not what the rules say. */
final class Disagreement extends RuntimeException {

  private static final long serialVersionUID = 1;

  Disagreement(String message) {
    super(message);
  }
}
