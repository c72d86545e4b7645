package org.doorsopen.identity.spring;

import java.util.Optional;
import org.doorsopen.identity.SecretStrength;
import org.doorsopen.identity.Secrets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's secrets, the same in every service.
 *
 * @param secret the key of ids and tokens, at least 16 characters that nobody can guess
 * @param secretBefore the one before it: links that it signed are still good. It may be a weak one,
 *     because leaving that is what it is for.
 * @param idSecret the key of ids alone, which stays when the other is changed; by default {@code
 *     secretBefore}, or {@code secret} where there is none
 */
@ConfigurationProperties("doors.identity")
record IdentitySettings(
    @DefaultValue("") String secret,
    @DefaultValue("") String secretBefore,
    @DefaultValue("") String idSecret) {

  IdentitySettings {
    Optional<String> weakness = SecretStrength.weaknessOf(secret);
    if (weakness.isPresent()) {
      throw new IllegalArgumentException(
          "doors.identity.secret (DOORS_SECRET) "
              + weakness.get()
              + ", so that it can be guessed. It must be at least 16 random characters, the same in"
              + " every service. If this one has been in use, give it as DOORS_SECRET_BEFORE beside"
              + " a new one: links that are out go on working.");
    }
  }

  Secrets secrets() {
    String before = secretBefore.isEmpty() ? null : secretBefore;
    if (!idSecret.isEmpty()) {
      return new Secrets(secret, before, idSecret);
    }
    return new Secrets(secret, before, before == null ? secret : before);
  }

  /** Without the secrets, so that it may be logged. */
  @Override
  public String toString() {
    return "IdentitySettings[]";
  }
}
