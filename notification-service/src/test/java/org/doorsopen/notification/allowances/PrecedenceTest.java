package org.doorsopen.notification.allowances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PrecedenceTest {

  private static final Instant THEN = Instant.parse("2024-03-01T12:00:00Z");

  /** A stranger who types an address into the form causes these, as often as they like. */
  @ParameterizedTest
  @EnumSource(names = {"RSVP_DECLINED", "ALREADY_REGISTERED", "PARTY_UNCHANGED"})
  void isTheLowestForAnswersToAnybody(MailKind kind) {
    assertThat(of(kind, MailFacts.NONE, false)).isEqualTo(Precedence.ANSWER);
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SEAT_CONFIRMED", "SEAT_WAITLISTED", "CONFIRMATION_AWAITED", "PARTY_CHANGED"})
  void isHigherForSeats(MailKind kind) {
    assertThat(of(kind, MailFacts.NONE, false)).isEqualTo(Precedence.SEAT);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SEAT_PROMOTED",
        "WAITLIST_CLOSED",
        "SCHEDULE_CHANGED",
        "MEETUP_CANCELLED",
        "REMINDER",
        "ERASURE_LINK",
        "DATA_EXPORT"
      })
  void isTheHighestForMailsThatNoStrangerCauses(MailKind kind) {
    assertThat(of(kind, MailFacts.NONE, false)).isEqualTo(Precedence.EVENING);
  }

  /** The token of the answer cancels as well, so that anybody may cause a mail about the end. */
  @ParameterizedTest
  @CsvSource({
    "ATTENDEE,  false, ANSWER",
    "ATTENDEE,  true,  SEAT",
    "UNKNOWN,   false, ANSWER",
    "ORGANIZER, false, EVENING",
    "ORGANIZER, true,  EVENING"
  })
  void dependsOnTheSeatThatIsCancelled(
      MailFacts.Reason reason, boolean knowsOfSeat, Precedence expected) {
    assertThat(of(MailKind.RSVP_CANCELLED, MailFacts.reason(reason), knowsOfSeat))
        .isEqualTo(expected);
  }

  private static Precedence of(MailKind kind, MailFacts facts, boolean knowsOfSeat) {
    Mail mail =
        new Mail(
            new UUID(1, 1),
            1,
            "1",
            "m",
            kind,
            1,
            facts,
            MailStatus.QUEUED,
            Mail.Tries.NONE,
            new Mail.Times(THEN, THEN, null, null, null),
            new Cause("seats", 0, 0, null));
    return Precedence.of(mail, knowsOfSeat);
  }
}
