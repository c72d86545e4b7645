package org.doorsopen.notification.delivery;

import jakarta.mail.internet.MimeMessage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.doorsopen.notification.delivery.Claiming.Send;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.notification.smtp.SmtpOutcome;

/**
 * A mail that is written by whichever comes first: a thread of its own, or the sender that needs
 * it. Nothing is handed over here, so a mail that is written and then put back does no harm.
 */
record Writing(Send send, FutureTask<Written> task) {

  /** What came of writing a mail. */
  sealed interface Written {

    record Message(OutgoingMail mail, MimeMessage message) implements Written {}

    /** The mail cannot be written; the server has not heard of it. */
    record Failure(SmtpOutcome outcome) implements Written {}
  }

  /**
   * @param write throws nothing
   */
  static Writing of(Send send, Function<Send, Written> write) {
    return new Writing(send, new FutureTask<>(() -> write.apply(send)));
  }

  /** Begins in a thread of its own. */
  void start() {
    Thread.startVirtualThread(task);
  }

  /**
   * Writes the mail unless that has begun elsewhere. An interrupt is kept for later: a mail that is
   * neither handed over nor put back would count as one that may have reached the server.
   */
  Written result() {
    task.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
