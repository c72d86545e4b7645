package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.mime.MimeMails;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.smtp.Smtp;
import org.doorsopen.notification.smtp.SmtpFailures;
import org.doorsopen.notification.smtp.SmtpOutcome;
import org.doorsopen.notification.smtp.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Writes the mails of one sender as messages. The next one is written while the server keeps the
 * one before it: that is when this machine has the least to do.
 */
final class MailWriter {

  private final Function<Send, Written> write;
  private @Nullable Ahead ahead;

  MailWriter(Function<Send, Written> write) {
    this.write = write;
  }

  static MailWriter of(MimeMails mimeMails, Smtp smtp, InstantSource clock) {
    return new MailWriter(send -> written(send, mimeMails, smtp, clock));
  }

  /** A mail that is ready to be handed over, or the reason why it is not. */
  sealed interface Written {

    record AsMessage(OutgoingMail outgoing, MimeMessage message) implements Written {}

    record NotAtAll(SmtpOutcome instead) implements Written {}
  }

  private record Ahead(Send send, CompletableFuture<Written> written) {}

  /** Returns at once. The mail is written by the time that {@link #write} is called, or later. */
  void begin(Send send) {
    ahead =
        new Ahead(
            send,
            CompletableFuture.supplyAsync(() -> write.apply(send), Thread::startVirtualThread));
  }

  /** What was begun for another mail is thrown away. */
  Written write(Send send) {
    Ahead begun = ahead;
    ahead = null;
    return begun != null && begun.send().equals(send) ? begun.written().join() : write.apply(send);
  }

  private static Written written(Send send, MimeMails mimeMails, Smtp smtp, InstantSource clock) {
    try {
      OutgoingMail outgoing = send.outgoing().get();
      return new Written.AsMessage(
          outgoing, mimeMails.write(outgoing, smtp.session(), clock.instant()));
    } catch (MessagingException e) {
      return new Written.NotAtAll(SmtpFailures.unwritable(e));
    } catch (RuntimeException e) {
      return new Written.NotAtAll(
          new SmtpOutcome.Postponed(Verdict.UNKNOWN, DeliveryResults.unwritten(send.mail(), e)));
    }
  }
}
