package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.doorsopen.notification.delivery.Delivery.Answer;
import org.doorsopen.notification.delivery.Delivery.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends what is due, one mail after the other, over one connection. */
final class Sender {

  private static final Logger log = LoggerFactory.getLogger(Sender.class);

  /** What another process queues rings no bell here. */
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

  private static final Duration LONGEST_SLEEP = Duration.ofMillis(250);

  private final int number;
  private final Delivery delivery;
  private final SmtpConnection connection;
  private final Smtp smtp;
  private final MimeMails mimeMails;
  private final Pace pace;
  private final Bell bell;
  private final Clock clock;
  private @Nullable Answer last;

  Sender(
      int number,
      Delivery delivery,
      Smtp smtp,
      MimeMails mimeMails,
      Pace pace,
      Bell bell,
      Clock clock) {
    this.number = number;
    this.delivery = delivery;
    this.smtp = smtp;
    this.connection = smtp.connection();
    this.mimeMails = mimeMails;
    this.pace = pace;
    this.bell = bell;
    this.clock = clock;
  }

  /**
   * Returns when it is over, and what was accepted is written down. Without a database it waits for
   * it: an acceptance that is not written down makes the mail go out twice.
   *
   * @param isOver whether another process may already be this sender
   * @throws InterruptedException if the process ends before the database is back
   */
  void run(BooleanSupplier isOver) throws InterruptedException {
    try (connection) {
      insistently(() -> delivery.recover(number));
      while (!isOver.getAsBoolean()) {
        Duration pause = longer(pace.pause(), connection.rest());
        if (pause.isPositive()) {
          conclude();
          Thread.sleep(shorter(pause, LONGEST_SLEEP));
        } else {
          insistently(this::sendNext);
        }
      }
    } finally {
      conclude();
    }
  }

  private void sendNext() throws InterruptedException {
    Step step = delivery.next(number, last);
    last = null;
    switch (step) {
      case Step.Send(Mail mail, OutgoingMail outgoing) -> {
        // There may be more than one; whoever is idle looks as well.
        bell.ring();
        last = new Answer(mail, send(outgoing));
        pace.sent();
      }
      case Step.Passed _ -> {}
      case Step.NothingIsDue _ -> {
        connection.closeIfIdle();
        bell.await(LOOKS_EVERY);
      }
    }
  }

  private SmtpOutcome send(OutgoingMail mail) {
    try {
      return connection.send(mimeMails.write(mail, smtp.session(), clock.instant()));
    } catch (MessagingException e) {
      return SmtpFailures.classify(e);
    } catch (RuntimeException e) {
      log.error("Mail {} was given up on its way to the server", mail.id(), e);
      connection.close();
      return new SmtpOutcome.Unanswered("It was given up: " + e.getClass().getSimpleName());
    }
  }

  private void conclude() throws InterruptedException {
    Answer answer = last;
    if (answer != null) {
      insistently(() -> delivery.conclude(answer));
      last = null;
    }
  }

  private interface Work {
    void run() throws InterruptedException;
  }

  private void insistently(Work work) throws InterruptedException {
    while (true) {
      try {
        work.run();
        return;
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
