package org.doorsopen.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.delivery.Writing.Written;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.MailStatus;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WritingTest {

  private static final Written WRITTEN =
      new Written.Failure(new SmtpOutcome.Postponed("It is as good as any"));

  private final AtomicInteger times = new AtomicInteger();
  private final CountDownLatch mayEnd = new CountDownLatch(1);

  @Test
  void isWrittenByTheSenderThatNeedsItIfNobodyHasBegun() {
    Writing writing = Writing.of(aMail(), _ -> written());

    assertThat(writing.result()).isSameAs(WRITTEN);
    writing.start();
    assertThat(writing.result()).isSameAs(WRITTEN);
    assertThat(times).hasValue(1);
  }

  @Test
  void isWrittenOnceThoughTheSenderNeedsItBeforeItIsDone() throws InterruptedException {
    Writing writing = Writing.of(aMail(), _ -> slowly());
    writing.start();
    await().until(() -> times.get() == 1);
    AtomicReference<Written> result = new AtomicReference<>();
    Thread sender = Thread.ofPlatform().start(() -> result.set(writing.result()));

    await().until(() -> sender.getState() == Thread.State.WAITING);
    mayEnd.countDown();
    sender.join(Duration.ofSeconds(30));

    assertThat(result).hasValue(WRITTEN);
    assertThat(times).hasValue(1);
  }

  @Test
  void isAwaitedByASenderThatIsInterruptedWhichIsToldAfterwards() throws InterruptedException {
    Writing writing = Writing.of(aMail(), _ -> slowly());
    writing.start();
    await().until(() -> times.get() == 1);
    AtomicReference<Written> result = new AtomicReference<>();
    AtomicBoolean told = new AtomicBoolean();
    Thread sender =
        Thread.ofPlatform()
            .start(() -> {
              result.set(writing.result());
              told.set(Thread.currentThread().isInterrupted());
            });

    await().until(() -> sender.getState() == Thread.State.WAITING);
    sender.interrupt();
    mayEnd.countDown();
    sender.join(Duration.ofSeconds(30));

    assertThat(result).hasValue(WRITTEN);
    assertThat(told).isTrue();
  }

  private static Send aMail() {
    Instant then = Instant.parse("2024-03-01T12:00:00Z");
    Mail mail =
        new Mail(
            new UUID(1, 1),
            1,
            "rsvp",
            "meetup",
            MailKind.SEAT_CONFIRMED,
            1,
            MailFacts.NONE,
            MailStatus.QUEUED,
            0,
            0,
            then,
            then,
            null,
            null,
            null,
            new Cause("seats", 0, 0, null));
    return new Send(
        mail,
        () -> {
          throw new IllegalStateException("It is written by the function");
        });
  }

  private Written written() {
    times.incrementAndGet();
    return WRITTEN;
  }

  private Written slowly() {
    Written written = written();
    try {
      mayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return written;
  }
}
