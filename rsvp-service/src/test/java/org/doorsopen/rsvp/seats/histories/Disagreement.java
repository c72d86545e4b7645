package org.doorsopen.rsvp.seats.histories;

/** The topology did something that the rules do not say. */
final class Disagreement extends RuntimeException {

  private static final long serialVersionUID = 1;

  Disagreement(String message) {
    super(message);
  }
}
