package org.doorsopen.identity;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** RSVP ids that make a retry safe: the same person with the same key gets the same RSVP. */
public final class RsvpIds {

  private static final long VERSION_8 = 0x8000L;
  private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

  private final DerivedKey key;

  /**
   * @param secret the platform's secret, the same in every service
   */
  public RsvpIds(String secret) {
    this.key = new DerivedKey(secret, "rsvp");
  }

  /** A version 8 UUID (RFC 9562) derived from all arguments; a random one if there is no key. */
  public String of(String meetupId, String email, @Nullable String idempotencyKey) {
    if (idempotencyKey == null) {
      return UUID.randomUUID().toString();
    }
    ByteBuffer signature =
        ByteBuffer.wrap(key.sign(meetupId, EmailAddresses.normalize(email), idempotencyKey));
    long high = (signature.getLong() & ~0xF000L) | VERSION_8;
    long low = (signature.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | RFC_VARIANT;
    return new UUID(high, low).toString();
  }
}
