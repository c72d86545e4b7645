package org.doorsopen.rsvp.seats.streams;

/** What is to be done about a meetup when an instant has passed. */
enum Deadline {
  /** Who still waits is told that promotions ended. */
  CLOSE_PROMOTIONS,
  /** The meetup's state is dropped. */
  FORGET;

  byte code() {
    return (byte) ordinal();
  }

  static Deadline of(byte code) {
    return values()[code];
  }
}
