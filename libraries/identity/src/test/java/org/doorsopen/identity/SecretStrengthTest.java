package org.doorsopen.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStrengthTest {

  private static final String LETTERS = "abcdefghijkmnopqrstuvwxyz23456789";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "fifteen-charact",
        "aaaaaaaaaaaaaaaa",
        "                ",
        "0000000000000000000000000000000000000000",
        "abababababababababab",
        "hunter2hunter2hunter2",
        "Tr0ub4dor&3Tr0ub4dor&3",
        "abcdefghijklmnop",
        "0123456789abcdef",
        "ponmlkjihgfedcba",
        "aabbccddeeffgghh",
        "passwordpassword1",
        "Password12345678",
        "changeme-changeme!",
        "change-me-please"
      })
  void refusesTheGuessable(String secret) {
    assertThat(SecretStrength.weaknessOf(secret)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery staple",
        "the-secret-of-this-evening-and-no-other",
        "mein Schlüssel für die Türen offen",
        "k3m9x2q7w5r8t4z6n2b7v3ca",
        "4f0d6a3e-9f7c-4ad1-8a10-6d1d2a1f0c11"
      })
  void takesWhatTakesLongToGuess(String secret) {
    assertThat(SecretStrength.weaknessOf(secret)).isEmpty();
  }

  /** As they are generated for data folders and containers, and by the tools that people use. */
  @RepeatedTest(20)
  void takesWhatIsGenerated() {
    SecureRandom random = new SecureRandom();
    byte[] bytes = new byte[24];
    random.nextBytes(bytes);
    StringBuilder letters = new StringBuilder();
    random.ints(24, 0, LETTERS.length()).forEach(i -> letters.append(LETTERS.charAt(i)));

    assertThat(SecretStrength.weaknessOf(letters.toString())).isEmpty();
    assertThat(SecretStrength.weaknessOf(Base64.getEncoder().encodeToString(bytes))).isEmpty();
    assertThat(SecretStrength.weaknessOf(HexFormat.of().formatHex(bytes))).isEmpty();
  }
}
