package org.doorsopen.access.registry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * Signs what the registry is to believe about a caller: JSON Web Tokens (RFC 7519, RS256). The
 * registry has the public key alone, so it asks nobody, and can make no token itself.
 */
public final class RegistryKey {
  /** The issuer that the registry accepts. */
  public static final String ISSUER = "doors-open";

  private static final String RSA = "RSA";
  private static final int BITS = 2048;
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private final RSAPrivateCrtKey key;

  private RegistryKey(RSAPrivateCrtKey key) {
    this.key = key;
  }

  /** The rights of a token's holder, by the names that Apicurio has for it. */
  public enum Role {
    /** Looks at schemas. */
    READER("sr-readonly"),
    /** Registers schemas and says how they may change. */
    SERVICE("sr-developer"),
    OPERATOR("sr-admin");

    private final String name;

    Role(String name) {
      this.name = name;
    }
  }

  /** A new private key, as text. */
  public static String generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
      generator.initialize(BITS);
      return Base64.getEncoder()
          .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param text from {@link #generate}
   */
  public static RegistryKey of(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return new RegistryKey(
          (RSAPrivateCrtKey)
              KeyFactory.getInstance(RSA).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("This is no key of the registry", e);
    }
  }

  /** As the registry is told it. */
  public String publicKey() {
    try {
      RSAPublicKeySpec half = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return Base64.getEncoder()
          .encodeToString(KeyFactory.getInstance(RSA).generatePublic(half).getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @param user letters, digits and dashes
   * @param until the registry believes it so long
   */
  public String token(String user, Role role, Instant until) {
    String signed =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + "."
            + encoded(
                "{\"iss\":\"%s\",\"sub\":\"%s\",\"groups\":[\"%s\"],\"iat\":%d,\"exp\":%d}"
                    .formatted(
                        ISSUER,
                        user,
                        role.name,
                        Instant.now().minus(CLOCKS_DIFFER).getEpochSecond(),
                        until.getEpochSecond()));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String json) {
    return encoded(json.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
