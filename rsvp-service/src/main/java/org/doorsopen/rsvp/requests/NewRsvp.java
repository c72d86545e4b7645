package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.Nullable;

/**
 * A request of an attendee.
 *
 * @param guests at most {@link org.doorsopen.schemas.Limits#MAX_GUESTS}; whether the meetup admits
 *     so many is for seat allocation to say
 * @param locale a BCP 47 language tag
 * @param idempotencyKey null makes every request one of its own
 * @param agreedTo the address of the code of conduct that the person keeps to; null if nobody asked
 */
public record NewRsvp(
    String name,
    String email,
    int guests,
    String locale,
    @Nullable String idempotencyKey,
    @Nullable String agreedTo) {

  public NewRsvp(
      String name, String email, int guests, String locale, @Nullable String idempotencyKey) {
    this(name, email, guests, locale, idempotencyKey, null);
  }

  /** The same under another key. */
  public NewRsvp with(String key) {
    return new NewRsvp(name, email, guests, locale, key, agreedTo);
  }

  /** The same with an agreement to a code of conduct, or without one. */
  public NewRsvp agreeing(@Nullable String to) {
    return new NewRsvp(name, email, guests, locale, idempotencyKey, to);
  }
}
