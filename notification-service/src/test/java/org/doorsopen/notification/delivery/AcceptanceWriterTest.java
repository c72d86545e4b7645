package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.junit.jupiter.api.Test;

class AcceptanceWriterTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final BlockingQueue<List<Mail>> commits = new LinkedBlockingQueue<>();
  private final Claimant one = Claimant.of(1);
  private final Claimant another = Claimant.of(2);
  private final Mail mail = mail(1);
  private final Mail anotherMail = mail(2);

  @Test
  void writesThoseTogetherThatTheServerIsAboutToAnswer() throws Exception {
    try (AcceptanceWriter writer = new AcceptanceWriter(commits::add, LONG)) {
      writer.expect(one);
      writer.expect(another);

      writer.write(one, mail);
      Future<Void> last = writer.write(another, anotherMail);

      last.get(10, TimeUnit.SECONDS);
      assertThat(commits).containsExactly(List.of(mail, anotherMail));
    }
  }

  @Test
  void waitsForNobodyWhereNothingIsExpected() throws Exception {
    try (AcceptanceWriter writer = new AcceptanceWriter(commits::add, LONG)) {
      writer.write(one, mail).get(10, TimeUnit.SECONDS);
      writer.write(one, anotherMail).get(10, TimeUnit.SECONDS);

      assertThat(commits).containsExactly(List.of(mail), List.of(anotherMail));
    }
  }

  @Test
  void waitsNoLongerForAMailThatIsRefused() throws Exception {
    try (AcceptanceWriter writer = new AcceptanceWriter(commits::add, LONG)) {
      writer.expect(one);
      writer.expect(another);

      Future<Void> written = writer.write(one, mail);
      writer.expectNoMore(another);

      written.get(10, TimeUnit.SECONDS);
      assertThat(commits).containsExactly(List.of(mail));
    }
  }

  @Test
  void waitsNoLongerThanAMomentForAServerThatTakesItsTime() throws Exception {
    try (AcceptanceWriter writer = new AcceptanceWriter(commits::add, SHORT)) {
      writer.expect(one);
      writer.expect(another);

      writer.write(one, mail).get(10, TimeUnit.SECONDS);

      assertThat(commits).containsExactly(List.of(mail));
    }
  }

  @Test
  void goesOnAfterAFailureOfWhichItsSendersHear() throws Exception {
    RuntimeException away = new IllegalStateException("away");
    try (AcceptanceWriter writer =
        new AcceptanceWriter(
            mails -> {
              if (mails.contains(mail)) {
                throw away;
              }
              commits.add(mails);
            },
            LONG)) {
      Future<Void> failed = writer.write(one, mail);
      assertThatThrownBy(() -> failed.get(10, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCause(away);

      writer.write(one, anotherMail).get(10, TimeUnit.SECONDS);
      assertThat(commits).containsExactly(List.of(anotherMail));
    }
  }

  static Mail mail(int number) {
    return new Mail(
        new UUID(0, number),
        number,
        Integer.toString(number),
        "m",
        MailKind.SEAT_CONFIRMED,
        1,
        MailFacts.NONE,
        MailStatus.QUEUED,
        Mail.Tries.NONE,
        new Mail.Times(Instant.EPOCH, Instant.EPOCH, null, null, null),
        new Cause("seats", 0, 0, null));
  }
}
