package org.doorsopen.notification.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.EOFException;
import java.net.SocketException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells what came of a mail that was not accepted: what a reply says is in the {@link ReplyTable},
 * and a server that does not answer, does not offer what we need or shows a wrong certificate says
 * nothing about the mail.
 */
public final class SmtpFailures {

  private SmtpFailures() {}

  /** For a mail that could not be put together. */
  public static SmtpOutcome unwritable(MessagingException failure) {
    return failure instanceof AddressException
        ? new SmtpOutcome.Refused(Verdict.ADDRESS, "Not an address that mail can be sent to")
        : new SmtpOutcome.Postponed(Verdict.UNKNOWN, words(null, failure));
  }

  /**
   * @param reply to the last command; null if there was none
   * @param phase of the last command
   */
  static SmtpOutcome outcome(@Nullable Reply reply, Phase phase, MessagingException failure) {
    if (reply != null && (reply.isTransient() || reply.isPermanent())) {
      return SmtpOutcome.of(ReplyTable.verdict(reply), reply.words());
    }
    if (failure instanceof AuthenticationFailedException || isAboutTls(phase, reply, failure)) {
      return new SmtpOutcome.Postponed(Verdict.OUR_SIDE, words(null, failure));
    }
    // After the go-ahead for its content nothing is answered until the end.
    boolean unheard = reply == null || reply.code() == 354 || phase.isBeforeMail();
    return unheard
        ? new SmtpOutcome.Postponed(Verdict.UNREACHABLE, words(null, failure))
        : new SmtpOutcome.Postponed(Verdict.UNKNOWN, reply.words());
  }

  /** A server that does not offer TLS, or not with a certificate that we may believe. */
  private static boolean isAboutTls(Phase phase, @Nullable Reply reply, Exception failure) {
    boolean notOffered = phase == Phase.HELLO && reply != null && reply.isAcceptance();
    Throwable deepest = deepest(failure);
    boolean lost = deepest instanceof EOFException || deepest instanceof SocketException;
    return notOffered || (isTls(failure) && !lost);
  }

  private static boolean isTls(Throwable failure) {
    for (Throwable link = failure; link != null; link = next(link)) {
      if (link instanceof SSLException) {
        return true;
      }
    }
    return false;
  }

  /** A goodbye without a reason to wait: the server ends what was idle, or itself. */
  static boolean isPlainGoodbye(Reply reply) {
    if (!reply.isGoodbye()) {
      return false;
    }
    Verdict verdict = ReplyTable.verdict(reply);
    return verdict == Verdict.UNREACHABLE || verdict == Verdict.TEMPORARY;
  }

  /** The server's words, or ours for a server that said nothing; without addresses. */
  static String words(@Nullable Reply reply, Exception failure) {
    if (reply != null) {
      return reply.words();
    }
    Throwable deepest = deepest(failure);
    return Reply.words(deepest.getClass().getSimpleName() + ": " + deepest.getMessage());
  }

  private static Throwable deepest(Throwable failure) {
    Throwable link = failure;
    for (Throwable next = next(link); next != null; next = next(link)) {
      link = next;
    }
    return link;
  }

  private static @Nullable Throwable next(Throwable link) {
    return link instanceof MessagingException e && e.getNextException() != null
        ? e.getNextException()
        : link.getCause();
  }
}
