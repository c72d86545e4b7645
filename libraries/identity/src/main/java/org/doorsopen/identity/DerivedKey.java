package org.doorsopen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a key that is derived from the platform's secret for one purpose only. */
public final class DerivedKey {

  /** In characters; a shorter secret could be guessed. */
  public static final int MIN_SECRET = 16;

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  DerivedKey(String secret, String purpose) {
    if (secret.length() < MIN_SECRET) {
      throw new IllegalArgumentException(
          "DOORS_SECRET, and what stands beside it, must have at least "
              + MIN_SECRET
              + " characters");
    }
    byte[] derived = hmac(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM), purpose);
    this.key = new SecretKeySpec(derived, ALGORITHM);
  }

  /** Lengths are part of what is signed, so that ("a", "bc") and ("ab", "c") differ. */
  byte[] sign(String... parts) {
    return hmac(key, parts);
  }

  private static byte[] hmac(SecretKeySpec key, String... parts) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (String part : parts) {
        byte[] bytes = part.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
    }
  }
}
