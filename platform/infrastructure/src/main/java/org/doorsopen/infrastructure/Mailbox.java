package org.doorsopen.infrastructure;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the inbox that holds everybody's mail, over the network, so that it works from any process
 * and with any maker. Only mails that are new to this object are fetched.
 */
public final class Mailbox {
  private final Inbox inbox;
  private final Reader reader;
  private final List<Mail> received = new ArrayList<>();

  /** Reads the inbox; remembers which mails it has given. */
  interface Reader {

    /** As they came over the wire, in the order they came. */
    List<byte[]> newMails() throws MessagingException, IOException;

    void deleteAll() throws MessagingException, IOException;
  }

  public Mailbox(Inbox inbox) {
    this.inbox = inbox;
    this.reader =
        inbox.address().getScheme().equals(Inbox.IMAP)
            ? new ImapReader(inbox.address())
            : new MailpitReader(inbox.address());
  }

  /**
   * All mails since the server started or since {@link #clear}, in the order they came.
   *
   * @throws IllegalStateException if the server cannot be read
   */
  public synchronized List<Mail> mails() {
    try {
      for (byte[] raw : reader.newMails()) {
        received.add(Mail.of(new MimeMessage(null, new ByteArrayInputStream(raw))));
      }
      return List.copyOf(received);
    } catch (MessagingException | IOException e) {
      throw unreadable(e);
    }
  }

  /** Deletes every mail on the server. */
  public synchronized void clear() {
    try {
      reader.deleteAll();
      received.clear();
    } catch (MessagingException | IOException e) {
      throw unreadable(e);
    }
  }

  private IllegalStateException unreadable(Exception cause) {
    return new IllegalStateException("The mailbox %s cannot be read".formatted(inbox), cause);
  }
}
