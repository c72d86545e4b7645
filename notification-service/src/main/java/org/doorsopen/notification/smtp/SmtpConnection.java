package org.doorsopen.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Unanswered;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * A connection to the server. It is opened by the first mail and used for many: for up to a
 * hundred, until it has been idle for ten seconds or the server ends it. It is not safe for use by
 * several threads.
 */
public final class SmtpConnection implements AutoCloseable {

  private static final int MAX_MAILS = 100;
  private static final Duration MAX_IDLE = Duration.ofSeconds(10);

  private final Session session;
  private final SmtpSettings settings;
  private final HelloName helloName;
  private @Nullable Conversation open;

  SmtpConnection(Session session, SmtpSettings settings, HelloName helloName) {
    this.session = session;
    this.settings = settings;
    this.helloName = helloName;
  }

  /**
   * Hands a mail over. A connection that turns out to have been dropped since the last mail is
   * opened anew, which does not count as a failure: servers hang up on idle clients without a word,
   * or with a goodbye.
   */
  public SmtpOutcome send(MimeMessage message) {
    return send(message, () -> true).orElseThrow();
  }

  /**
   * As {@link #send(MimeMessage)}, unless the check holds the mail back.
   *
   * @param check asked when the server has all of the mail but its end, without which it must not
   *     accept it; it may take as long as the server waits, which is minutes (RFC 5321, section
   *     4.5.3.2)
   * @return empty if the mail was held back; the connection is ended then
   */
  public Optional<SmtpOutcome> send(MimeMessage message, BooleanSupplier check) {
    Conversation used = open;
    Optional<SmtpOutcome> outcome = sendOnce(message, check);
    return used != null && used.wasDropped() && outcome.orElse(null) instanceof Postponed
        ? sendOnce(message, check)
        : outcome;
  }

  public void closeIfIdle() {
    if (open != null && open.idle().compareTo(MAX_IDLE) > 0) {
      close();
    }
  }

  @Override
  public void close() {
    if (open != null) {
      open.end();
      open = null;
    }
  }

  private Optional<SmtpOutcome> sendOnce(MimeMessage message, BooleanSupplier check) {
    Conversation conversation = open == null ? new Conversation(session) : open;
    try {
      if (open == null) {
        connect(conversation);
        open = conversation;
      }
      conversation.send(message, check);
      if (conversation.mails == MAX_MAILS) {
        close();
      }
      return Optional.of(new Accepted());
    } catch (MessagingException e) {
      if (e.getNextException() instanceof HeldBackException) {
        // The library has ended it: the server would take another command for a part of the mail.
        open = null;
        return Optional.empty();
      }
      return Optional.of(failed(conversation, e));
    }
  }

  private SmtpOutcome failed(Conversation conversation, MessagingException e) {
    if (!conversation.canGoOn()) {
      conversation.end();
      open = null;
    }
    Reply reply = conversation.reply;
    if (conversation.phase == Phase.END_OF_DATA) {
      return reply == null || reply.code() < 200
          ? new Unanswered(SmtpFailures.words(reply, e))
          : atTheEnd(reply, e);
    }
    return SmtpFailures.outcome(reply, conversation.phase, e);
  }

  private static SmtpOutcome atTheEnd(Reply reply, MessagingException e) {
    if (reply.isAcceptance()) {
      // Not the 250 that the library wants, but it has the mail.
      return new Accepted();
    }
    boolean refused = reply.isTransient() || reply.isPermanent();
    return refused
        ? SmtpFailures.outcome(reply, Phase.END_OF_DATA, e)
        : new Unanswered(reply.words());
  }

  private void connect(Conversation fresh) throws MessagingException {
    fresh.setLocalHost(helloName.towards(settings.host(), settings.port()));
    fresh.connect(
        settings.host(),
        settings.port(),
        settings.hasLogin() ? settings.user() : null,
        settings.hasLogin() ? settings.password() : null);
  }

  private static final class HeldBackException extends IOException {}

  /**
   * Remembers the last command about a mail, and the reply to it. The library does not say what was
   * answered where the server hangs up right behind its reply.
   */
  private static final class Conversation extends SMTPTransport {

    private BooleanSupplier check = () -> true;
    private Phase phase = Phase.GREETING;
    private Phase asked = Phase.GREETING;
    private @Nullable Reply reply;
    private boolean connected;
    private int mails;
    private long lastUse = System.nanoTime();

    Conversation(Session session) {
      super(session, null);
    }

    void send(MimeMessage message, BooleanSupplier check) throws MessagingException {
      this.check = check;
      phase = Phase.SENDER;
      reply = null;
      sendMessage(message, message.getAllRecipients());
      mails++;
      lastUse = System.nanoTime();
    }

    Duration idle() {
      return Duration.ofNanos(System.nanoTime() - lastUse);
    }

    /** The library ends it by itself where even RSET fails; its own question would be a command. */
    @Override
    protected void setConnected(boolean connected) {
      this.connected = connected;
      super.setConnected(connected);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
      asked = Phase.of(command, phase);
      if (asked != Phase.ASIDE) {
        phase = asked;
        reply = null;
      }
      super.sendCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
      Phase answered = asked;
      int code = super.readServerResponse();
      if (answered != Phase.ASIDE) {
        Reply read = new Reply(answered, code, getLastServerResponse());
        reply = read.isThere() ? read : null;
      }
      return code;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      if (!check.getAsBoolean()) {
        throw new HeldBackException();
      }
      super.finishData();
    }

    /** Whether it waits for the next mail. */
    boolean canGoOn() {
      return reply != null
          && reply.code() > 0
          && !reply.isGoodbye()
          && !phase.isBeforeMail()
          && connected;
    }

    /** Whether it ended when a mail was begun: it had been idle. */
    boolean wasDropped() {
      return phase == Phase.SENDER && (reply == null || SmtpFailures.isPlainGoodbye(reply));
    }

    void end() {
      try {
        close();
      } catch (MessagingException e) {
        // The connection had ended already.
      }
    }
  }
}
