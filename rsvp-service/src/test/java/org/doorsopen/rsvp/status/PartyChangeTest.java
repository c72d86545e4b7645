package org.doorsopen.rsvp.status;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.rsvp.seats.domain.ChangeRefusal;
import org.doorsopen.rsvp.status.PartyChange.Reason;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartyChangeTest {

  @ParameterizedTest
  @EnumSource
  void tellsEveryReasonThatSeatAllocationHasByItsName(ChangeRefusal refusal) {
    ChangeDeclineReason written = ChangeDeclineReason.valueOf(refusal.name());

    assertThat(Reason.of(written)).hasToString(refusal.name());
    assertThat(Reason.named(Reason.of(written).name())).isEqualTo(Reason.of(written));
  }

  @Test
  void readsReasonsOfLaterBuildsAsUnknown() {
    assertThat(Reason.named("TOO_LOUD")).isEqualTo(Reason.UNKNOWN);
    assertThat(Reason.of(ChangeDeclineReason.UNKNOWN)).isEqualTo(Reason.UNKNOWN);
    assertThat(Reason.named(null)).isNull();
  }
}
