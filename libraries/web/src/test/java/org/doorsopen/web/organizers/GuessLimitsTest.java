package org.doorsopen.web.organizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GuessLimitsTest {

  private static final String HOME = "192.0.2.1";

  private final SettableTime time = new SettableTime();
  private final GuessLimits limits = new GuessLimits(time);

  @Test
  void letsAFewMistakesPassAndThenAsksToWait() {
    failTimes(GuessLimits.FREE - 1, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).isZero();

    failTimes(1, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).isEqualTo(12);

    time.pass(Duration.ofSeconds(12));
    assertThat(secondsToWait(HOME, "ada")).isZero();
  }

  @Test
  void asksToWaitLongerTheMoreGoWrong() {
    long first = guess(HOME, "ada", 10);
    long later = guess(HOME, "ada", 20);
    long muchLater = guess(HOME, "ada", 60);

    assertThat(first).isEqualTo(12);
    assertThat(later).isEqualTo(180);
    assertThat(muchLater).isGreaterThan(600);
  }

  @Test
  void letsAPersonInFromElsewhereWhoseNameIsBeingGuessed() {
    for (int i = 0; i < 200; i++) {
      failTimes(3, "198.51.100." + i, "ada");
    }

    assertThat(secondsToWait("198.51.100.7", "ada")).isPositive();
    assertThat(secondsToWait("198.51.100.7", "grace")).isZero();
    assertThat(secondsToWait(HOME, "ada")).isZero();
    failTimes(2, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).isZero();
  }

  @Test
  void letsAPersonInFromAnAddressWhereSomebodyGuessesOtherNames() {
    for (int i = 0; i < 100; i++) {
      failTimes(GuessLimits.FREE, HOME, "name" + i);
    }

    assertThat(secondsToWait(HOME, "ada")).isZero();
    failTimes(2, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).isZero();
    failTimes(1, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).as("one who guesses all names").isPositive();
  }

  @Test
  void slowsGuessesForOneNameFromManyAddressesAlsoAfterTheRightPasswordElsewhere() {
    for (int i = 0; i < GuessLimits.FREE_OF_ALL / 3; i++) {
      failTimes(3, "198.51.100." + i, "ada");
    }
    limits.succeeded(HOME, "ada");

    assertThat(secondsToWait("198.51.100.1", "ada")).isPositive();
  }

  @Test
  void checksThePasswordsOfACrowdedAddressOneAfterTheOther() {
    for (int i = 0; i < GuessLimits.FREE_OF_ALL; i++) {
      failTimes(1, HOME, "name" + i);
    }

    assertThatExceptionOfType(TooManyGuesses.class)
        .isThrownBy(() -> limits.share(HOME, () -> limits.share(HOME, () -> true)));
    assertThat(limits.share(HOME, () -> limits.share("192.0.2.2", () -> true))).isTrue();
    assertThat(limits.share(HOME, () -> true)).isTrue();
  }

  @Test
  void forgetsAfterASuccess() {
    failTimes(GuessLimits.FREE, HOME, "ada");
    time.pass(Duration.ofSeconds(12));

    limits.succeeded(HOME, "ada");

    failTimes(GuessLimits.FREE - 1, HOME, "ada");
    assertThat(secondsToWait(HOME, "ada")).isZero();
  }

  @Test
  void doesNotLetSomebodyWithALoginGuessThoseOfOthersFaster() {
    for (int i = 0; i < GuessLimits.FREE; i++) {
      failTimes(1, HOME, "ada");
      limits.succeeded(HOME, "mallory");
    }

    assertThat(secondsToWait(HOME, "ada")).isPositive();
  }

  @Test
  void takesTheAddressesOfOneCustomerForOne() {
    for (int i = 0; i < GuessLimits.FREE; i++) {
      failTimes(1, "2001:db8:1:2::" + i, "ada");
    }

    assertThat(secondsToWait("2001:db8:1:2:ffff::1", "ada")).isPositive();
    assertThat(secondsToWait("2001:db8:1:3::1", "ada")).isZero();
    assertThat(secondsToWait("fe80::1%eth0", "ada")).isZero();
  }

  @Test
  void forgetsWhatWasLongestAgoWhenItKnowsTooMany() {
    failTimes(GuessLimits.FREE, "10.0.0.0", "ada");
    for (int i = 1; i <= GuessLimits.MAX_ADDRESSES; i++) {
      failTimes(1, "10." + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255), "name" + i);
    }

    assertThat(secondsToWait("10.0.0.0", "ada")).isZero();
    assertThatCode(() -> limits.check("10.0.0.1", "ada")).doesNotThrowAnyException();
  }

  private long guess(String address, String name, int times) {
    long wait = 0;
    for (int i = 0; i < times; i++) {
      time.pass(Duration.ofSeconds(wait));
      failTimes(1, address, name);
      wait = secondsToWait(address, name);
    }
    return wait;
  }

  private void failTimes(int times, String address, String name) {
    for (int i = 0; i < times; i++) {
      limits.failed(address, name);
    }
  }

  private long secondsToWait(String address, String name) {
    try {
      limits.check(address, name);
      return 0;
    } catch (TooManyGuesses e) {
      return e.retryAfterSeconds();
    }
  }
}
