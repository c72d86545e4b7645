package org.doorsopen.identity;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * RSVP ids that make a retry safe: the same person with the same key and the same details gets the
 * same RSVP. The first half of an id tells who asked with which key, the second half with which
 * details. So a key that comes again with other details makes an id that begins like the first and
 * is another RSVP, and nothing of the first changes, on any instance, before any database knows it.
 */
public final class RsvpIds {

  private static final long VERSION_8 = 0x8000L;
  private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;
  private static final long ALL_BUT_THE_VARIANT = 0x3FFF_FFFF_FFFF_FFFFL;

  private final DerivedKey key;
  private final DerivedKey detailsKey;

  public RsvpIds(Secrets secrets) {
    this.key = new DerivedKey(secrets.ids(), "rsvp");
    this.detailsKey = new DerivedKey(secrets.ids(), "rsvp details");
  }

  /**
   * A version 8 UUID (RFC 9562) derived from all arguments; a random one if there is no key.
   *
   * @param details everything else that the request says, in a fixed order
   */
  public String of(
      String meetupId, String email, @Nullable String idempotencyKey, List<String> details) {
    if (idempotencyKey == null) {
      return UUID.randomUUID().toString();
    }
    String address = EmailAddresses.normalize(email);
    byte[] signature = key.sign(meetupId, address, idempotencyKey);
    long high = (ByteBuffer.wrap(signature).getLong() & ~0xF000L) | VERSION_8;
    String[] all = details.toArray(String[]::new);
    long said = ByteBuffer.wrap(detailsKey.sign(all)).getLong();
    long low = ByteBuffer.wrap(signature).getLong(Long.BYTES) ^ said;
    return new UUID(high, (low & ALL_BUT_THE_VARIANT) | RFC_VARIANT).toString();
  }

  /** The smallest id of the same person with the same key, whatever the details. */
  public static String firstOfKey(String rsvpId) {
    return new UUID(high(rsvpId), RFC_VARIANT).toString();
  }

  /** The greatest id of the same person with the same key, whatever the details. */
  public static String lastOfKey(String rsvpId) {
    return new UUID(high(rsvpId), ALL_BUT_THE_VARIANT | RFC_VARIANT).toString();
  }

  private static long high(String rsvpId) {
    return UUID.fromString(rsvpId).getMostSignificantBits();
  }
}
