package org.doorsopen.notification.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Unanswered;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A connection to the server. It is opened by the first mail and used for many: for up to a
 * hundred, until it has been idle for ten seconds or the server ends it. It is not safe for use by
 * several threads.
 */
public final class SmtpConnection implements AutoCloseable {

  private static final int MAX_MAILS = 100;
  private static final Duration MAX_IDLE = Duration.ofSeconds(10);
  private static final Duration FIRST_REST = Duration.ofSeconds(1);
  private static final Duration REST_JITTER = Duration.ofMillis(250);
  private static final Duration MAX_REST = Duration.ofSeconds(16);

  private final Session session;
  private final SmtpSettings settings;
  private @Nullable Conversation open;
  private BackOffExecution rests = rests();
  private long restsUntil = System.nanoTime();

  SmtpConnection(Session session, SmtpSettings settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * Hands a mail over. A connection that turns out to have been dropped since the last mail is
   * opened anew, which does not count as a failure: servers hang up on idle clients without a word.
   */
  public SmtpOutcome send(MimeMessage message) {
    boolean used = open != null;
    SmtpOutcome outcome = sendOnce(message);
    boolean dropped = open == null && outcome instanceof Postponed;
    return used && dropped ? sendOnce(message) : outcome;
  }

  /** How long to leave the server alone, because it could not be reached or did not let us in. */
  public Duration rest() {
    return Duration.ofNanos(Math.max(0, restsUntil - System.nanoTime()));
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

  private SmtpOutcome sendOnce(MimeMessage message) {
    Conversation conversation = null;
    try {
      conversation = connected();
      conversation.send(message);
      rests = rests();
      if (conversation.mails == MAX_MAILS) {
        close();
      }
      return new Accepted();
    } catch (MessagingException e) {
      return failed(conversation, e);
    }
  }

  private SmtpOutcome failed(@Nullable Conversation conversation, MessagingException e) {
    boolean shutOut = conversation == null || SmtpFailures.wantsLogin(e);
    boolean answered = SmtpFailures.isAnswered(e);
    if (shutOut || !answered || SmtpFailures.isGoodbye(e)) {
      close();
    }
    if (shutOut) {
      leaveAlone();
    } else {
      rests = rests();
    }
    return conversation != null && conversation.dotSent && !answered
        ? new Unanswered(SmtpFailures.words(e))
        : SmtpFailures.classify(e);
  }

  private void leaveAlone() {
    restsUntil = System.nanoTime() + Duration.ofMillis(rests.nextBackOff()).toNanos();
  }

  /** 1 s, 2 s, 4 s … 16 s, each up to a quarter longer or shorter, within these two. */
  private static BackOffExecution rests() {
    ExponentialBackOff rests = new ExponentialBackOff(FIRST_REST.toMillis(), 2);
    rests.setJitter(REST_JITTER.toMillis());
    rests.setMaxInterval(MAX_REST.toMillis());
    return rests.start();
  }

  private Conversation connected() throws MessagingException {
    if (open != null) {
      return open;
    }
    Conversation fresh = new Conversation(session);
    try {
      fresh.connect(
          settings.host(),
          settings.port(),
          settings.hasLogin() ? settings.user() : null,
          settings.hasLogin() ? settings.password() : null);
    } catch (MessagingException e) {
      fresh.end();
      throw e;
    }
    open = fresh;
    return fresh;
  }

  /** Knows whether the server has seen the end of a mail, and may have accepted it. */
  private static final class Conversation extends SMTPTransport {

    private boolean dotSent;
    private int mails;
    private long lastUse = System.nanoTime();

    Conversation(Session session) {
      super(session, null);
    }

    void send(MimeMessage message) throws MessagingException {
      dotSent = false;
      sendMessage(message, message.getAllRecipients());
      mails++;
      lastUse = System.nanoTime();
    }

    Duration idle() {
      return Duration.ofNanos(System.nanoTime() - lastUse);
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
      dotSent = true;
      super.finishData();
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
