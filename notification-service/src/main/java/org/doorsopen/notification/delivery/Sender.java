package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.delivery.ServerRest.News;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.WakeUp;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.smtp.Smtp;
import org.doorsopen.notification.smtp.SmtpConnection;
import org.doorsopen.notification.smtp.SmtpFailures;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.Verdict;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends mails that are due, one after the other, over one connection. */
final class Sender {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** No sender here is woken by mails that another process queues. */
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  private static final Duration MAX_SLEEP = Duration.ofMillis(250);

  private final Claimant claimant;
  private final SmtpConnection connection;
  private final Smtp smtp;
  private final MimeMails mimeMails;
  private final Pace pace;
  private final ServerRest rest;
  private final Alarms alarms;
  private final WakeUp wakeUp;
  private final InstantSource clock;
  private final DeliveryResults results;
  private final Batch batch;

  Sender(
      int number,
      Claiming claiming,
      DeliveryResults results,
      Smtp smtp,
      MimeMails mimeMails,
      Pace pace,
      ServerRest rest,
      Alarms alarms,
      WakeUp wakeUp,
      InstantSource clock) {
    this.claimant = Claimant.of(number);
    this.smtp = smtp;
    this.connection = smtp.connection();
    this.mimeMails = mimeMails;
    this.pace = pace;
    this.rest = rest;
    this.alarms = alarms;
    this.wakeUp = wakeUp;
    this.clock = clock;
    this.results = results;
    this.batch = new Batch(claimant, claiming, results);
  }

  /** Tells a sender when to stop. */
  @FunctionalInterface
  interface StopSignal {

    boolean isGiven();
  }

  /**
   * Returns after the signal to stop, once every acceptance is written down. If the database is
   * away it waits for it, because an acceptance that is not written down makes the mail go out
   * twice.
   *
   * @throws InterruptedException if the process ends before the database is back
   */
  void run(StopSignal stop) throws InterruptedException {
    try (connection) {
      untilItSucceeds(() -> results.recover(claimant));
      while (!stop.isGiven()) {
        Duration pause = longer(pace.pause(), rest.pause(claimant.sender()));
        if (pause.isPositive()) {
          untilItSucceeds(batch::putBack);
          connection.closeIfIdle();
          Thread.sleep(shorter(pause, MAX_SLEEP));
        } else if (batch.isEmpty() || batch.isStale()) {
          claim();
        } else {
          sendNext();
        }
      }
      untilItSucceeds(batch::putBack);
    }
  }

  /** A rate-limited sender claims one mail at a time, and so does one that tries the server. */
  private void claim() throws InterruptedException {
    boolean single = pace.isLimited() || rest.isResting();
    int due = untilItSucceeds(single ? batch::fillWithOne : batch::fill);
    if (due == 0) {
      connection.closeIfIdle();
      wakeUp.await(LOOKS_EVERY);
    } else if (!batch.isEmpty()) {
      // There may be more; a sender that is idle looks as well.
      wakeUp.now();
    }
  }

  private void sendNext() throws InterruptedException {
    Send next = batch.next();
    long begun = System.nanoTime();
    SmtpOutcome outcome = send(next);
    pace.sent();
    untilItSucceeds(() -> results.settle(claimant, next.mail(), outcome));
    List<News> news = rest.after(outcome, claimant.sender(), begun);
    if (!news.isEmpty()) {
      untilItSucceeds(() -> alarms.tell(news, outcome));
    }
  }

  private SmtpOutcome send(Send next) {
    OutgoingMail outgoing;
    MimeMessage message;
    try {
      outgoing = next.outgoing().get();
      message = mimeMails.write(outgoing, smtp.session(), clock.instant());
    } catch (MessagingException e) {
      return SmtpFailures.unwritable(e);
    } catch (RuntimeException e) {
      return new SmtpOutcome.Postponed(Verdict.UNKNOWN, DeliveryResults.unwritten(next.mail(), e));
    }
    try {
      return connection.send(message).withoutMailboxOf(outgoing.toAddress());
    } catch (RuntimeException e) {
      log.error("Mail {} was given up on its way to the server", next.mail().id(), e);
      connection.close();
      return new SmtpOutcome.Unanswered("It was given up: " + e.getClass().getSimpleName());
    }
  }

  private void untilItSucceeds(Runnable work) throws InterruptedException {
    untilItSucceeds(() -> {
      work.run();
      return work;
    });
  }

  private <T> T untilItSucceeds(Supplier<T> work) throws InterruptedException {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        log.warn("Sender {} waits for the database: {}", claimant.sender(), e.toString());
        Thread.sleep(LOOKS_EVERY);
      }
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
