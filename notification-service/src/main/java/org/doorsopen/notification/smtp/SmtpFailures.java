package org.doorsopen.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a refusal for good from a refusal for now. A reply 5xx to this mail (RFC 5321, section
 * 4.2.1) and an invalid address are refusals for good; a server that does not answer, refuses to
 * greet, or wants a login says nothing about the mail.
 */
public final class SmtpFailures {

  private static final int MAX_LENGTH = 500;
  // An apostrophe in front of the @ may be part of a name: o'neil.
  private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>\":;,]+@[^\\s<>\"':;,]+>?");

  private SmtpFailures() {}

  public static SmtpOutcome classify(Exception failure) {
    Optional<Reply> reply = replyTo(failure);
    if (reply.filter(Reply::isRefusal).isPresent()) {
      return new SmtpOutcome.Refused(withoutAddresses(reply.get().words()));
    }
    if (failure instanceof AddressException) {
      return new SmtpOutcome.Refused("Not an address that mail can be sent to");
    }
    return new SmtpOutcome.Postponed(words(failure));
  }

  /** The server's words, or ours for a server that said nothing. */
  static String words(Exception failure) {
    return withoutAddresses(replyTo(failure).map(Reply::words).orElseGet(() -> deepest(failure)));
  }

  /** Whether the server replied to the mail, and so has not accepted it. */
  static boolean isAnswered(Exception failure) {
    return replyTo(failure).isPresent();
  }

  /** Whether the server is about to hang up (RFC 5321, section 3.8). */
  static boolean isGoodbye(Exception failure) {
    return replyTo(failure).filter(reply -> reply.code() == 421).isPresent();
  }

  /** Whether the server does not let us in at all, or not in this way, whatever the mail. */
  static boolean wantsLogin(Exception failure) {
    return replyTo(failure).filter(Reply::wantsLogin).isPresent();
  }

  private record Reply(int code, String words) {

    boolean isRefusal() {
      return code >= 500 && !wantsLogin();
    }

    /** A login or TLS before it (RFC 4954, section 6; RFC 2554; RFC 3207, section 4). */
    boolean wantsLogin() {
      return switch (code) {
        case 530, 534, 535, 538 -> true;
        default -> false;
      };
    }
  }

  /** The reply to the recipient or, before that, to the mail: the last in the chain. */
  private static Optional<Reply> replyTo(Exception failure) {
    Optional<Reply> last = Optional.empty();
    Deque<Throwable> chain = new ArrayDeque<>();
    chain.add(failure);
    while (!chain.isEmpty()) {
      Throwable link = chain.removeFirst();
      Reply reply =
          switch (link) {
            case SMTPAddressFailedException e -> reply(e.getReturnCode(), e);
            case SMTPSenderFailedException e -> reply(e.getReturnCode(), e);
            case SMTPSendFailedException e -> reply(e.getReturnCode(), e);
            default -> null;
          };
      last = reply == null ? last : Optional.of(reply);
      Throwable next =
          link instanceof MessagingException e ? e.getNextException() : link.getCause();
      if (next != null) {
        chain.add(next);
      }
    }
    return last;
  }

  private static @Nullable Reply reply(int code, Exception e) {
    return code > 0 ? new Reply(code, String.valueOf(e.getMessage())) : null;
  }

  private static String deepest(Throwable failure) {
    Throwable link = failure;
    while (next(link) != null) {
      link = next(link);
    }
    return link.getClass().getSimpleName() + ": " + link.getMessage();
  }

  private static @Nullable Throwable next(Throwable link) {
    return link instanceof MessagingException e && e.getNextException() != null
        ? e.getNextException()
        : link.getCause();
  }

  private static String withoutAddresses(String words) {
    String clean =
        ADDRESS.matcher(words).replaceAll("<address>").replaceAll("\\p{Cntrl}+", " ").strip();
    return clean.length() <= MAX_LENGTH ? clean : clean.substring(0, MAX_LENGTH);
  }
}
