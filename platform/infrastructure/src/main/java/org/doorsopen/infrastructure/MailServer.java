package org.doorsopen.infrastructure;

import java.util.Optional;

/** Takes mail to anybody; the mail can be read if the server is our own. */
public final class MailServer {
  private final String smtp;
  private final Optional<Inbox> inbox;
  private final Optional<Mailbox> mailbox;

  private MailServer(String smtp, Optional<Inbox> inbox) {
    this.smtp = smtp;
    this.inbox = inbox;
    this.mailbox = inbox.map(Mailbox::new);
  }

  public static MailServer ours(String smtp, Inbox inbox) {
    return new MailServer(smtp, Optional.of(inbox));
  }

  public static MailServer outside(String smtp) {
    return new MailServer(smtp, Optional.empty());
  }

  /** {@code host:port}. */
  public String smtp() {
    return smtp;
  }

  /** Where the mail can be read; empty if the server is outside. */
  public Optional<Inbox> inbox() {
    return inbox;
  }

  /**
   * Always the same reader of the inbox.
   *
   * @throws IllegalStateException if the server is outside, where nobody can read it
   */
  public Mailbox mailbox() {
    return mailbox.orElseThrow(
        () -> new IllegalStateException("Mail goes to " + smtp + ", out of sight"));
  }
}
