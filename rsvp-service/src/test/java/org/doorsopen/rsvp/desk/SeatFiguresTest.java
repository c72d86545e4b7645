package org.doorsopen.rsvp.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.rsvp.desk.SeatFigures.Figure;
import org.doorsopen.rsvp.meetups.Meetup.Seats;
import org.junit.jupiter.api.Test;

class SeatFiguresTest {

  private final Speech english = new Words().in(Locale.UK);

  @Test
  void saysHowManyAreTakenFreeAndWaitedFor() {
    assertThat(SeatFigures.of(Optional.of(new Seats(83, 61, 1)), 0, english).figures())
        .containsExactly(
            new Figure("Seats taken", "61 of 83"),
            new Figure("Free", "22"),
            new Figure("Waiting", "1 party"));
  }

  @Test
  void saysThatNoSeatIsFreeAlsoWhereMoreAreTakenThanThereAreNow() {
    assertThat(SeatFigures.of(Optional.of(new Seats(8, 10, 0)), 0, english).figures())
        .contains(new Figure("Free", "0"), new Figure("Waiting", "nobody"));
  }

  @Test
  void saysThatThePublicationIsStillOnItsWay() {
    SeatFigures none = SeatFigures.of(Optional.empty(), 0, english);

    assertThat(none.figures()).isEmpty();
    assertThat(none.note()).contains("in a moment");
  }
}
