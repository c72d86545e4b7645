package org.doorsopen.rsvp.seats.state;

import java.time.Instant;

/**
 * A reminder to look after a meetup, which is due when an instant has passed.
 *
 * @param at with milliseconds, not before 1970
 */
public record DueDate(Instant at, Due due, String meetupId) {

  /** The task. The codes are part of keys. */
  public enum Due {
    /** Every party that still waits is told that promotions ended. */
    CLOSE_PROMOTIONS(0),
    /** The meetup's state is dropped. */
    FORGET(1),
    /** Parties whose address is not confirmed are reminded, or lose their seats. */
    CHECK_CONFIRMATIONS(2);

    private final byte code;

    Due(int code) {
      this.code = (byte) code;
    }

    byte code() {
      return code;
    }

    /**
     * @throws IllegalStateException if no release up to this one has written such a code
     */
    static Due of(byte code) {
      for (Due due : values()) {
        if (due.code == code) {
          return due;
        }
      }
      throw new IllegalStateException("Unknown code of what is due: " + code);
    }
  }
}
