package org.doorsopen.schedule.parties.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {

  /** Rule 3: by ticket, and a party that does not fit is passed over and keeps its place. */
  @ParameterizedTest
  @CsvSource({"10, 0", "11, 1", "12, 1", "13, 2", "14, 3", "17, 3", "18, 4", "100, 4"})
  void movesUpByTicketAsLongAsSomethingFits(int capacity, int movingUp) {
    Crowd crowd = new Crowd(6, 10, List.of(2, 1, 4, 1), 0);

    assertThat(crowd.movingUp(capacity)).isEqualTo(movingUp);
  }

  /** Rule 4: a smaller room takes nobody's seat. */
  @Test
  void waitsForAsManySeatsAsAreTakenBeyondASmallerRoomAndOneMore() {
    Crowd crowd = new Crowd(60, 80, List.of(1, 1), 0);

    assertThat(crowd.seatsUntilOneIsFree(60)).isEqualTo(21);
    assertThat(crowd.movingUp(60)).isZero();
    assertThat(crowd.seatsUntilOneIsFree(80)).isOne();
    assertThat(crowd.seatsUntilOneIsFree(81)).isZero();
  }
}
