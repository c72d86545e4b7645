package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.Nullable;

/**
 * A wish for another number of guests, whatever there were before.
 *
 * @param guests at most {@link org.doorsopen.schemas.Limits#MAX_GUESTS}; whether the meetup admits
 *     so many, and has the seats, is for seat allocation to say
 * @param idempotencyKey null makes every wish one of its own
 */
public record GuestsWish(int guests, @Nullable String idempotencyKey) {

  /** The same as a wish of its own. */
  public GuestsWish anew() {
    return new GuestsWish(guests, null);
  }
}
