package org.doorsopen.identity;

import java.util.Optional;

/**
 * Tokens that let their holder manage one RSVP: {@code base64url(meetupId) "."
 * base64url(HMAC(purpose, meetupId, rsvpId))}. The meetup is in a token because it names the
 * partition to write to, even before any database knows the RSVP.
 *
 * <p>There are two purposes, because anybody can ask for seats with somebody else's address and
 * gets a token in the answer, but only a person who reads the mails to that address gets one from a
 * mail.
 */
public final class RsvpTokens {

  private final SignedText answered;
  private final SignedText mailed;

  /**
   * @param secret the platform's secret, the same in every service
   */
  public RsvpTokens(String secret) {
    this.answered = new SignedText(new DerivedKey(secret, "token"));
    this.mailed = new SignedText(new DerivedKey(secret, "mailed token"));
  }

  /** For the sender of the request; it proves nothing about whose address it is. */
  public String issue(String meetupId, String rsvpId) {
    return answered.issue(meetupId, rsvpId);
  }

  /** For mails to the RSVP's address, and for nothing else: {@link #isFromMail} relies on it. */
  public String issueForMail(String meetupId, String rsvpId) {
    return mailed.issue(meetupId, rsvpId);
  }

  /**
   * Empty unless this token was issued for this RSVP, for either purpose. Takes equally long for
   * every wrong token.
   */
  public Optional<String> meetupIdOf(String rsvpId, String token) {
    return answered.read(token, rsvpId).or(() -> mailed.read(token, rsvpId));
  }

  /** Whether its holder reads the mails of the RSVP's address. */
  public boolean isFromMail(String rsvpId, String token) {
    return mailed.read(token, rsvpId).isPresent();
  }
}
