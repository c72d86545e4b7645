package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Delivery.Send;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, one mail after the other, over one connection. */
final class Sender {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** What another process queues rings no bell here. */
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

  private final int number;
  private final SmtpConnection connection;
  private final Smtp smtp;
  private final MimeMails mimeMails;
  private final Pace pace;
  private final Bell bell;
  private final Clock clock;
  private final Hand hand;

  Sender(
      int number,
      Delivery delivery,
      Smtp smtp,
      MimeMails mimeMails,
      Pace pace,
      Bell bell,
      Clock clock) {
    this.number = number;
    this.smtp = smtp;
    this.connection = smtp.connection();
    this.mimeMails = mimeMails;
    this.pace = pace;
    this.bell = bell;
    this.clock = clock;
    this.hand = new Hand(number, delivery);
  }

  /** How long it may go on. */
  @FunctionalInterface
  interface Shift {

    boolean isOver();
  }

  /**
   * Returns when the shift is over, and what was accepted is written down. Without a database it
   * waits for it: an acceptance that is not written down makes the mail go out twice.
   *
   * @throws InterruptedException if the process ends before the database is back
   */
  void run(Shift shift) throws InterruptedException {
    try (connection) {
      insistently(hand::recover);
      while (!shift.isOver()) {
        Duration pause = longer(pace.pause(), connection.rest());
        if (pause.isPositive()) {
          insistently(hand::putBack);
          Thread.sleep(shorter(pause, LONGEST_SLEEP));
        } else if (hand.isEmpty() || hand.isStale()) {
          claim();
        } else {
          sendNext();
        }
      }
      insistently(hand::putBack);
    }
  }

  /** Who has to pause between mails claims each when it is its turn. */
  private void claim() throws InterruptedException {
    int due = insistently(pace.isLimited() ? hand::fillWithOne : hand::fill);
    if (due == 0) {
      connection.closeIfIdle();
      bell.await(LOOKS_EVERY);
    } else if (!hand.isEmpty()) {
      // There may be more; whoever is idle looks as well.
      bell.ring();
    }
  }

  private void sendNext() throws InterruptedException {
    Send next = hand.next();
    SmtpOutcome outcome = send(next);
    pace.sent();
    insistently(() -> hand.settle(next, outcome));
  }

  private SmtpOutcome send(Send next) {
    OutgoingMail outgoing;
    MimeMessage message;
    try {
      outgoing = next.outgoing().get();
      message = mimeMails.write(outgoing, smtp.session(), clock.instant());
    } catch (MessagingException e) {
      return SmtpFailures.classify(e);
    } catch (RuntimeException e) {
      return new SmtpOutcome.Postponed(Outcomes.unwritten(next.mail(), e));
    }
    try {
      return connection.send(message).withoutMailboxOf(outgoing.toAddress());
    } catch (RuntimeException e) {
      log.error("Mail {} was given up on its way to the server", next.mail().id(), e);
      connection.close();
      return new SmtpOutcome.Unanswered("It was given up: " + e.getClass().getSimpleName());
    }
  }

  private void insistently(Runnable work) throws InterruptedException {
    insistently(() -> {
      work.run();
      return work;
    });
  }

  private <T> T insistently(Supplier<T> work) throws InterruptedException {
    while (true) {
      try {
        return work.get();
      } catch (RuntimeException e) {
        log.warn("Sender {} waits for the database: {}", number, e.toString());
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
