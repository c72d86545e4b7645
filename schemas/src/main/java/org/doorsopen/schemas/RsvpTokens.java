package org.doorsopen.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * What lets the holder of a link manage one RSVP: {@code base64url(meetupId) "."
 * base64url(HMAC("token", meetupId, rsvpId))}. The meetup is in it because it names the partition
 * to write to, also before any database knows the RSVP.
 */
public final class RsvpTokens {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  private final DerivedKey key;

  /**
   * @param secret the platform's secret, the same in every service
   */
  public RsvpTokens(String secret) {
    this.key = new DerivedKey(secret, "token");
  }

  public String issue(String meetupId, String rsvpId) {
    return ENCODER.encodeToString(meetupId.getBytes(UTF_8))
        + "."
        + ENCODER.encodeToString(key.sign(meetupId, rsvpId));
  }

  /** Empty unless this token was issued for this RSVP. Takes the same time for every wrong one. */
  public Optional<String> meetupIdOf(String rsvpId, String token) {
    int dot = token.indexOf('.');
    if (dot < 0) {
      return Optional.empty();
    }
    try {
      String meetupId = text(Base64.getUrlDecoder().decode(token.substring(0, dot)));
      byte[] expected = issue(meetupId, rsvpId).getBytes(UTF_8);
      boolean genuine = MessageDigest.isEqual(expected, token.getBytes(UTF_8));
      return genuine ? Optional.of(meetupId) : Optional.empty();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String text(byte[] bytes) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
