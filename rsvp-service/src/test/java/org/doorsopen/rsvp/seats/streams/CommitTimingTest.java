package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitTimingTest {

  private static final long NOON = 1_770_000_000_000L;

  private final CommitTiming silence = new CommitTiming();

  @Test
  void endsWithTheFirstAndWithWhoComesLongAfter() {
    assertThat(silence.endsAt(NOON)).isTrue();
    assertThat(silence.endsAt(NOON + 50)).isTrue();
  }

  @Test
  void isNotWhatCrowdsLeaveBetweenEachOther() {
    silence.endsAt(NOON);

    assertThat(silence.endsAt(NOON + 49)).isFalse();
    assertThat(silence.endsAt(NOON + 98)).isFalse();
  }
}
