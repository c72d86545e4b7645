package org.doorsopen.rsvp.seats.state;

/** What is to be done about a meetup when an instant has passed. */
enum Due {
  /** Who still waits is told that promotions ended. */
  CLOSE_PROMOTIONS,
  /** The meetup's state is dropped. */
  FORGET;

  byte code() {
    return (byte) ordinal();
  }

  static Due of(byte code) {
    return values()[code];
  }
}
