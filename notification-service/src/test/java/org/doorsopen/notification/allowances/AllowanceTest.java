package org.doorsopen.notification.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AllowanceTest {

  private static final Instant NOW = Instant.parse("2027-03-05T18:00:00Z");

  private final Allowance allowance = new Allowance(List.of());

  @ParameterizedTest
  @EnumSource
  void letsThroughAsManyAsTheHourHasRoomFor(Precedence precedence) {
    assertThat(admitted(precedence, 200, NOW)).isEqualTo(precedence.perHour());
    assertThat(admitted(precedence, 200, NOW.plus(Duration.ofMinutes(59)))).isZero();
    assertThat(admitted(precedence, 200, NOW.plus(Duration.ofHours(1))))
        .isEqualTo(precedence.perHour());
  }

  @ParameterizedTest
  @EnumSource
  void letsThroughNoMoreThanTheDayHasRoomForHoweverLongSomebodyTries(Precedence precedence) {
    long sent =
        IntStream.range(0, 24)
            .mapToLong(hour -> admitted(precedence, 200, NOW.plus(Duration.ofHours(hour))))
            .sum();

    assertThat(sent).isEqualTo(precedence.perDay());
    assertThat(admitted(precedence, 200, NOW.plus(Duration.ofHours(24)))).isPositive();
  }

  /** In whatever order the causes come. */
  @ParameterizedTest
  @CsvSource({
    "ANSWER, SEAT, EVENING",
    "SEAT, ANSWER, EVENING",
    "EVENING, SEAT, ANSWER",
    "EVENING, ANSWER, SEAT"
  })
  void keepsAllCausesTogetherBelowTheHighestLimit(
      Precedence first, Precedence second, Precedence third) {
    long sent = Stream.of(first, second, third).mapToLong(each -> admitted(each, 200, NOW)).sum();

    assertThat(sent).isEqualTo(Precedence.EVENING.perHour());
  }

  @Test
  void keepsWhatAStrangerAloneCanCauseBelowTheLimitOfSeats() {
    admitted(Precedence.SEAT, 200, NOW);

    assertThat(admitted(Precedence.ANSWER, 200, NOW)).isZero();
    assertThat(admitted(Precedence.EVENING, 200, NOW)).isEqualTo(10);
  }

  @Test
  void keepsRoomForSeatsHoweverManyAnswersAStrangerCauses() {
    admitted(Precedence.ANSWER, 200, NOW);

    assertThat(admitted(Precedence.SEAT, 5, NOW)).isEqualTo(5);
  }

  @Test
  void keepsRoomForChangesHoweverManySeatsAStrangerAsksFor() {
    admitted(Precedence.ANSWER, 200, NOW);
    admitted(Precedence.SEAT, 200, NOW);

    assertThat(admitted(Precedence.EVENING, 10, NOW)).isEqualTo(10);
  }

  @Test
  void hasRoomForAnHonestEvening() {
    Instant later = NOW.plus(Duration.ofMinutes(40));

    // Three RSVPs of a person who waits, moves up, is told of two changes each, and reminded.
    assertThat(admitted(Precedence.SEAT, 3, NOW)).isEqualTo(3);
    assertThat(admitted(Precedence.EVENING, 3 + 6, NOW)).isEqualTo(9);
    assertThat(admitted(Precedence.EVENING, 3, later)).isEqualTo(3);
    // And asks for one more that is full, twice, and gives one back.
    assertThat(admitted(Precedence.ANSWER, 2, later)).isEqualTo(2);
    assertThat(admitted(Precedence.SEAT, 1, later)).isEqualTo(1);
  }

  @Test
  void saysWhenThereIsRoomAgain() {
    Instant later = NOW.plus(Duration.ofMinutes(20));
    admitted(Precedence.SEAT, 4, NOW);
    admitted(Precedence.SEAT, 6, later);

    assertThat(allowance.admit(Precedence.SEAT, later))
        .isEqualTo(new Admission.Waits(NOW.plus(Duration.ofHours(1))));
  }

  @Test
  void neverSendsAnAnswerLateThatFoundNoRoom() {
    admitted(Precedence.ANSWER, 5, NOW);

    assertThat(allowance.admit(Precedence.ANSWER, NOW)).isEqualTo(new Admission.Refused());
  }

  private long admitted(Precedence precedence, int mails, Instant at) {
    return IntStream.range(0, mails)
        .filter(_ -> allowance.admit(precedence, at) instanceof Admission.Admitted)
        .count();
  }
}
