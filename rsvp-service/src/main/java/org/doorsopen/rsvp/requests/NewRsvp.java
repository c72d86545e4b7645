package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.Nullable;

/**
 * A request of an attendee.
 *
 * @param guests at most {@link org.doorsopen.schemas.Limits#MAX_GUESTS}; whether the meetup admits
 *     so many is for seat allocation to say
 * @param locale a BCP 47 language tag
 * @param idempotencyKey null makes every request one of its own
 */
public record NewRsvp(
    String name, String email, int guests, String locale, @Nullable String idempotencyKey) {

  /** The same under another key. */
  public NewRsvp with(String key) {
    return new NewRsvp(name, email, guests, locale, key);
  }
}
