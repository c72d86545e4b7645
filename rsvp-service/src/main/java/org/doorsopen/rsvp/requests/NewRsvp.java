package org.doorsopen.rsvp.requests;

import org.jspecify.annotations.Nullable;

/**
 * A request of an attendee.
 *
 * @param guests at most {@link org.doorsopen.schemas.Limits#MAX_GUESTS}; whether the meetup admits
 *     so many is for seat allocation to say
 * @param locale a BCP 47 language tag
 * @param idempotencyKey null makes every request one of its own
 * @param agreement to the code of conduct; null where there is none, or nobody asked
 */
public record NewRsvp(
    String name,
    String email,
    int guests,
    String locale,
    @Nullable String idempotencyKey,
    @Nullable Agreement agreement) {

  /**
   * @param url of the code of conduct as the person was shown it: its text is on another site
   * @param version of the meetup that had this address then
   */
  public record Agreement(String url, int version) {}

  public NewRsvp(
      String name, String email, int guests, String locale, @Nullable String idempotencyKey) {
    this(name, email, guests, locale, idempotencyKey, null);
  }

  /** The same under another key. */
  public NewRsvp with(String key) {
    return new NewRsvp(name, email, guests, locale, key, agreement);
  }

  /** The same with this agreement. */
  public NewRsvp with(Agreement to) {
    return new NewRsvp(name, email, guests, locale, idempotencyKey, to);
  }
}
