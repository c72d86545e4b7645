package org.doorsopen.notification.delivery;

import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.delivery.MailWriter.Written;
import org.doorsopen.notification.delivery.ServerRest.News;
import org.doorsopen.notification.mails.Batches.Claimant;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.WakeUp;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.smtp.Smtp;
import org.doorsopen.notification.smtp.SmtpConnection;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.jspecify.annotations.Nullable;
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
  private final MailWriter writer;
  private final Pace pace;
  private final ServerRest rest;
  private final Alarms alarms;
  private final WakeUp wakeUp;
  private final DeliveryResults results;
  private final Batch batch;
  private @Nullable Noting lastAcceptance;

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
    this.connection = smtp.connection();
    this.writer = MailWriter.of(mimeMails, smtp, clock);
    this.pace = pace;
    this.rest = rest;
    this.alarms = alarms;
    this.wakeUp = wakeUp;
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
          noteLastAcceptance();
          untilItSucceeds(batch::putBack);
          connection.closeIfIdle();
          Thread.sleep(shorter(pause, MAX_SLEEP));
        } else if (batch.isEmpty() || batch.isStale()) {
          noteLastAcceptance();
          claim();
        } else {
          sendNext();
        }
      }
      noteLastAcceptance();
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

  /**
   * Gives the server all of the next mail but its end, while the acceptance of the last one is
   * noted; its end follows when that is committed. So a crash leaves at most one mail with an
   * unknown result. The mail behind it is written while the server keeps this one.
   */
  private void sendNext() throws InterruptedException {
    Send next = batch.next();
    Written written = writer.write(next);
    long begun = System.nanoTime();
    Optional<SmtpOutcome> result =
        switch (written) {
          case Written.AsMessage(OutgoingMail outgoing, MimeMessage message) ->
              handOver(next.mail(), outgoing, message);
          case Written.NotAtAll(SmtpOutcome instead) -> Optional.of(instead);
        };
    if (result.isEmpty()) {
      results.noteNotAccepted(claimant);
      batch.giveBack(next);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return;
    }
    // Nobody has waited for it where the server did not want the mail up to its end.
    noteLastAcceptance();
    SmtpOutcome outcome = result.get();
    pace.sent();
    if (outcome instanceof SmtpOutcome.Accepted) {
      lastAcceptance = new Noting(next.mail(), results.noteAccepted(claimant, next.mail()));
    } else {
      results.noteNotAccepted(claimant);
      untilItSucceeds(() -> results.settle(claimant, next.mail(), outcome));
    }
    List<News> news = rest.after(outcome, claimant.sender(), begun);
    if (!news.isEmpty()) {
      untilItSucceeds(() -> alarms.tell(news, outcome));
    }
  }

  private Optional<SmtpOutcome> handOver(Mail mail, OutgoingMail outgoing, MimeMessage message) {
    try {
      return connection
          .send(message, this::isStillToGo)
          .map(outcome -> outcome.withoutMailboxOf(outgoing.toAddress()));
    } catch (RuntimeException e) {
      log.error("Mail {} was given up on its way to the server", mail.id(), e);
      connection.close();
      return Optional.of(
          new SmtpOutcome.Unanswered("It was given up: " + e.getClass().getSimpleName()));
    }
  }

  /** The wait for the database counts, and the time that the server takes does not. */
  private boolean isStillToGo() {
    try {
      long begun = System.nanoTime();
      noteLastAcceptance();
      boolean fresh = !Batch.isStale(begun);
      if (fresh) {
        results.expectAnswer(claimant);
        batch.peek().ifPresent(writer::begin);
      }
      return fresh;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private record Noting(Mail mail, Future<Void> result) {}

  private void noteLastAcceptance() throws InterruptedException {
    Noting noting = lastAcceptance;
    if (noting == null) {
      return;
    }
    try {
      noting.result().get();
    } catch (ExecutionException e) {
      log.warn("Sender {} notes an acceptance again: {}", claimant.sender(), e.toString());
      untilItSucceeds(() -> results.settle(claimant, noting.mail(), new SmtpOutcome.Accepted()));
    }
    lastAcceptance = null;
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
