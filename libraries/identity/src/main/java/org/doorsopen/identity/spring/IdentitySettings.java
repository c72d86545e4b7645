package org.doorsopen.identity.spring;

import org.doorsopen.identity.DerivedKey;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's secret.
 *
 * @param secret the key of ids and tokens, at least 16 characters, the same in every service
 */
@ConfigurationProperties("doors.identity")
record IdentitySettings(@DefaultValue("") String secret) {

  IdentitySettings {
    if (secret.length() < DerivedKey.MIN_SECRET) {
      throw new IllegalArgumentException(
          "doors.identity.secret (DOORS_SECRET) must have at least %d characters that nobody can"
                  .formatted(DerivedKey.MIN_SECRET)
              + " guess, the same in every service");
    }
  }

  /** Without the secret, so that it may be logged. */
  @Override
  public String toString() {
    return "IdentitySettings[]";
  }
}
