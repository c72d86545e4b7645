package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.doorsopen.notification.delivery.ServerRest.News;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Refused;
import org.doorsopen.notification.smtp.SmtpOutcome.Unanswered;
import org.doorsopen.notification.smtp.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ServerRestTest {

  private static final SmtpOutcome ACCEPTED = new Accepted();

  private final AtomicLong nanos = new AtomicLong(1_000_000);
  private final ServerRest rest = new ServerRest(nanos::get);

  @Test
  void letsAllSendWhileMailsAreTaken() {
    assertThat(after(ACCEPTED, 1)).isEmpty();
    assertThat(rest.pause(1)).isZero();
    assertThat(rest.pause(2)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"QUOTA, 1800", "RATE, 300", "OUR_SIDE, 300", "UNREACHABLE, 16"})
  void restsTwiceAsLongEachTimeWithinALimit(Verdict verdict, int longest) {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      after(postponed(verdict), 1);
      pauses.add(rest.pause(1).toSeconds());
      pass(rest.pause(1));
    }

    assertThat(pauses).startsWith(1L, 2L, 4L, 8L, 16L).endsWith((long) longest).isSorted();
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.class,
      names = {"TEMPORARY", "UNKNOWN", "TOO_LARGE"})
  void holdsUpNobodyForASingleMail(Verdict verdict) {
    after(postponed(verdict), 1);

    assertThat(rest.pause(1)).isZero();
    assertThat(rest.pause(2)).isZero();
  }

  @Test
  void holdsUpNobodyForAnAddressThatIsRefused() {
    after(new Refused(Verdict.ADDRESS, "550"), 1);

    assertThat(rest.pause(1)).isZero();
  }

  @Test
  void letsOneTryAfterTheRestAndTheOthersWhenItSucceeded() {
    after(postponed(Verdict.QUOTA), 1);
    pass(Duration.ofSeconds(1));

    assertThat(rest.pause(2)).isZero();
    assertThat(rest.pause(3)).isPositive();
    assertThat(rest.pause(2)).isZero();

    after(ACCEPTED, 2);
    assertThat(rest.pause(3)).isZero();
    assertThat(rest.isResting()).isFalse();
  }

  @Test
  void letsAnotherTryWhereTheFirstFoundNoMail() {
    after(postponed(Verdict.QUOTA), 1);
    pass(Duration.ofSeconds(1));
    assertThat(rest.pause(2)).isZero();

    pass(Duration.ofSeconds(61));

    assertThat(rest.pause(3)).isZero();
  }

  @Test
  void countsRefusalsThatWereOnTheirWayTogetherAsOne() {
    long begun = nanos.get();
    nanos.addAndGet(1);
    for (int sender = 1; sender <= 4; sender++) {
      rest.after(postponed(Verdict.QUOTA), sender, begun);
    }

    assertThat(rest.pause(1)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void doesNotTakeAnAcceptanceThatWasOnItsWayForTheEnd() {
    long begun = nanos.get();
    nanos.addAndGet(1);
    rest.after(postponed(Verdict.QUOTA), 1, begun);

    rest.after(ACCEPTED, 2, begun);

    assertThat(rest.pause(2)).isPositive();
  }

  @Test
  void triesTheNextMailWhereTheReplyWasAboutThatOne() {
    after(postponed(Verdict.QUOTA), 1);
    pass(Duration.ofSeconds(1));
    assertThat(rest.pause(2)).isZero();

    after(new Refused(Verdict.ADDRESS, "550"), 2);

    assertThat(rest.pause(3)).isZero();
    assertThat(rest.isResting()).isTrue();
  }

  @Test
  void takesAnyReplyForTheEndOfSilence() {
    after(new Unanswered("Nothing"), 1);
    pass(Duration.ofSeconds(1));

    after(postponed(Verdict.TEMPORARY), 1);

    assertThat(rest.isResting()).isFalse();
  }

  @Test
  void tellsOfAQuotaOnceAndOfItsEnd() {
    assertThat(after(postponed(Verdict.QUOTA), 1))
        .containsExactly(new News.Alarm(Verdict.QUOTA, true));
    for (int i = 0; i < 100; i++) {
      pass(rest.pause(1));
      assertThat(after(postponed(Verdict.QUOTA), 1))
          .containsExactly(new News.StillThere(Verdict.QUOTA));
    }
    pass(rest.pause(1));
    assertThat(after(ACCEPTED, 1)).containsExactly(new News.Over(Verdict.QUOTA));
    assertThat(after(ACCEPTED, 1)).isEmpty();
  }

  @Test
  void tellsOfTheSameTroubleWithinTheHourAsOfNothingNew() {
    after(postponed(Verdict.QUOTA), 1);
    pass(Duration.ofSeconds(1));
    after(ACCEPTED, 1);
    pass(Duration.ofMinutes(1));

    assertThat(after(postponed(Verdict.QUOTA), 1))
        .containsExactly(new News.Alarm(Verdict.QUOTA, false));
    pass(Duration.ofSeconds(1));
    after(ACCEPTED, 1);
    pass(Duration.ofHours(2));
    assertThat(after(postponed(Verdict.QUOTA), 1))
        .containsExactly(new News.Alarm(Verdict.QUOTA, true));
  }

  @Test
  void tellsOfAServerThatIsAwayOnlyWhenThatLasts() {
    assertThat(after(postponed(Verdict.UNREACHABLE), 1)).isEmpty();
    pass(Duration.ofSeconds(59));
    assertThat(after(postponed(Verdict.UNREACHABLE), 1)).isEmpty();
    pass(Duration.ofSeconds(2));
    assertThat(after(postponed(Verdict.UNREACHABLE), 1))
        .containsExactly(new News.Alarm(Verdict.UNREACHABLE, true));
  }

  @Test
  void tellsThatOneTroubleHasBecomeAnother() {
    after(postponed(Verdict.OUR_SIDE), 1);
    pass(Duration.ofSeconds(1));

    assertThat(after(postponed(Verdict.QUOTA), 1))
        .containsExactly(new News.Over(Verdict.OUR_SIDE), new News.Alarm(Verdict.QUOTA, true));
  }

  @Test
  void tellsOnceOfMailsThatAreTooLarge() {
    assertThat(after(postponed(Verdict.TOO_LARGE), 1))
        .containsExactly(new News.Alarm(Verdict.TOO_LARGE, true));
    assertThat(after(postponed(Verdict.TOO_LARGE), 1))
        .containsExactly(new News.Alarm(Verdict.TOO_LARGE, false));
  }

  private List<News> after(SmtpOutcome outcome, int sender) {
    return rest.after(outcome, sender, nanos.get());
  }

  private static SmtpOutcome postponed(Verdict verdict) {
    return new Postponed(verdict, "words");
  }

  private void pass(Duration duration) {
    nanos.addAndGet(duration.toNanos());
  }
}
