package org.doorsopen.identity;

import java.util.Optional;

/**
 * Tokens of links that stop the reminders of one RSVP and do nothing else: {@code base64url(rsvpId)
 * "." base64url(HMAC("unsubscribe", rsvpId))}. Mail programs follow such a link unasked (RFC 8058),
 * so its token cannot cancel anything.
 */
public final class UnsubscribeTokens {

  private final SignedText tokens;

  public UnsubscribeTokens(Secrets secrets) {
    this.tokens = new SignedText(secrets.keys("unsubscribe"));
  }

  public String issue(String rsvpId) {
    return tokens.issue(rsvpId);
  }

  /** Empty unless this token was issued for some RSVP. */
  public Optional<String> rsvpIdOf(String token) {
    return tokens.read(token);
  }
}
