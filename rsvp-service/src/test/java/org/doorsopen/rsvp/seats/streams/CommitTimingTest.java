package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommitTimingTest {

  private static final long NOON = 1_770_000_000_000L;

  private final CommitTiming timing = new CommitTiming();

  @Test
  void commitsAtOnceForTheFirstRecordAndForOneAfterASilence() {
    assertThat(timing.endsSilence(NOON)).isTrue();
    assertThat(timing.endsSilence(NOON + 50)).isTrue();
  }

  @Test
  void leavesRecordsOfACrowdToTheNextCommit() {
    timing.endsSilence(NOON);

    assertThat(timing.endsSilence(NOON + 49)).isFalse();
    assertThat(timing.endsSilence(NOON + 98)).isFalse();
  }
}
