package org.doorsopen.schemas;

import java.util.Optional;

/**
 * What lets the holder of a link manage one RSVP: {@code base64url(meetupId) "."
 * base64url(HMAC("token", meetupId, rsvpId))}. The meetup is in it because it names the partition
 * to write to, also before any database knows the RSVP.
 */
public final class RsvpTokens {

  private final SignedText tokens;

  /**
   * @param secret the platform's secret, the same in every service
   */
  public RsvpTokens(String secret) {
    this.tokens = new SignedText(new DerivedKey(secret, "token"));
  }

  public String issue(String meetupId, String rsvpId) {
    return tokens.issue(meetupId, rsvpId);
  }

  /** Empty unless this token was issued for this RSVP. Takes the same time for every wrong one. */
  public Optional<String> meetupIdOf(String rsvpId, String token) {
    return tokens.read(token, rsvpId);
  }
}
