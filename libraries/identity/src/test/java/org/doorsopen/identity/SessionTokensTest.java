package org.doorsopen.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.doorsopen.identity.SessionTokens.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTokensTest {

  private static final Session SESSION =
      new Session("ada", Instant.parse("2026-12-03T18:00:00Z"), "random");
  private static final Function<String, Optional<String>> ONLY_ADA =
      name -> name.equals("ada") ? Optional.of("hash of ada") : Optional.empty();

  private final SessionTokens tokens =
      new SessionTokens(Secrets.of("a secret that is long enough"));
  private final String token = tokens.issue(SESSION, "hash of ada");

  @Test
  void readsWhatAnyInstanceWithTheSecretHasIssued() {
    assertThat(new SessionTokens(Secrets.of("a secret that is long enough")).read(token, ONLY_ADA))
        .contains(SESSION);
  }

  @Test
  void readsNothingOfAnotherSecret() {
    assertThat(new SessionTokens(Secrets.of("another secret, long enough")).read(token, ONLY_ADA))
        .isEmpty();
  }

  @Test
  void endsWithTheCredentialThatItWasIssuedFor() {
    assertThat(tokens.read(token, _ -> Optional.of("new hash of ada"))).isEmpty();
    assertThat(tokens.read(token, _ -> Optional.empty())).isEmpty();
  }

  @Test
  void isNoTokenOfAnotherKind() {
    String unsubscribe =
        new UnsubscribeTokens(Secrets.of("a secret that is long enough"))
            .issue("ada\n1796320800\nrandom");

    assertThat(tokens.read(unsubscribe, ONLY_ADA)).isEmpty();
  }

  @Test
  void canNotBeMadeLonger() {
    String[] parts = token.split("\\.");
    String later = text("ada\n2796320800\nrandom") + "." + parts[1];

    assertThat(tokens.read(later, ONLY_ADA)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.b",
        "ada",
        "YWRh.",
        "YWRhCjEyMwpyYW5kb20.AAAA",
        "YWRhCngKcmFuZG9t.AAAA",
        "%%.%%",
        "YWRhCjk5OTk5OTk5OTk5OTk5OTk5OQpyYW5kb20.AAAA"
      })
  void readsNothingOfWhatNobodyIssued(String forged) {
    assertThat(tokens.read(forged, ONLY_ADA)).isEmpty();
  }

  @Test
  void bindsFormsToTheirOwners() {
    FormTokens forms = new FormTokens(Secrets.of("a secret that is long enough"));
    String form = forms.issue("random");

    assertThat(forms.isGenuine(form, "random")).isTrue();
    assertThat(forms.isGenuine(form, "other")).isFalse();
    assertThat(forms.isGenuine("", "random")).isFalse();
    assertThat(new FormTokens(Secrets.of("another secret, long enough")).isGenuine(form, "random"))
        .isFalse();
  }

  private static String text(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }
}
