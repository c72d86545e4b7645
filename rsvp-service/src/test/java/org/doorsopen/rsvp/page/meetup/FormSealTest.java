package org.doorsopen.rsvp.page.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.doorsopen.identity.FormTokens;
import org.doorsopen.identity.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormSealTest {

  private static final String KEY = "8b2c3d4e-0000-4000-8000-000000000001";

  private Instant now = Instant.parse("2030-06-12T16:00:00Z");
  private final FormSeal seal =
      new FormSeal(new FormTokens(Secrets.of("a secret that nobody else knows")), () -> now);

  @Test
  void believesInAPersonWhoTakesTimeToType() {
    String made = seal.made(KEY);

    now = now.plus(FormSeal.MIN_TYPING);

    assertThat(seal.isTooFast(KEY, made)).isFalse();
  }

  @Test
  void doubtsAnAnswerThatComesFasterThanAnybodyTypes() {
    String made = seal.made(KEY);

    now = now.plus(FormSeal.MIN_TYPING).minusMillis(1);

    assertThat(seal.isTooFast(KEY, made)).isTrue();
  }

  @Test
  void doubtsAFormOfAnotherKeyAndOneWhoseTimeWasChanged() {
    String made = seal.made(KEY);
    now = now.plusSeconds(60);

    assertThat(seal.isTooFast("another", made)).isTrue();
    assertThat(seal.isTooFast(KEY, "1" + made.substring(1).replaceFirst("[0-9]", "0"))).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", ".", "1", "x.y", "-1.a", "99999999999999999999.a"})
  void doubtsAFormThatWasNotMadeHere(String made) {
    assertThat(seal.isTooFast(KEY, made)).isTrue();
  }

  @Test
  void isSureOfTheSecondStepOfTheSameFormAlone() {
    assertThat(seal.isSure(KEY, seal.sure(KEY))).isTrue();
    assertThat(seal.isSure("another", seal.sure(KEY))).isFalse();
    assertThat(seal.isSure(KEY, null)).isFalse();
    assertThat(seal.isSure(KEY, seal.made(KEY))).isFalse();
  }
}
