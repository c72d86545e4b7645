package org.doorsopen.rsvp.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

  @Test
  void readsItsOwnNames() {
    assertThat(Reason.values())
        .allSatisfy(reason -> assertThat(Reason.named(reason.name())).isEqualTo(reason));
    assertThat(Reason.named(null)).isNull();
  }

  @Test
  void admitsThatItDoesNotKnowALaterReason() {
    assertThat(Reason.named("HALL_ON_FIRE")).isEqualTo(Reason.UNKNOWN);
  }
}
