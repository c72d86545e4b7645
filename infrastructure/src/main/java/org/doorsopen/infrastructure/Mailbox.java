package org.doorsopen.infrastructure;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.doorsopen.infrastructure.MailServer.Imap;

/**
 * Reads the account that holds everybody's mail, over IMAP, so that it works from any process and
 * with any maker. One connection for each call; only mails that are new to this object are fetched.
 */
public final class Mailbox {
  private final Imap account;
  private final Session session;
  private final List<Mail> received = new ArrayList<>();
  private long lastUid;

  public Mailbox(Imap account) {
    this.account = account;
    Properties settings = new Properties();
    settings.put("mail.imap.partialfetch", "false");
    settings.put("mail.imap.connectiontimeout", "5000");
    settings.put("mail.imap.timeout", "30000");
    this.session = Session.getInstance(settings);
  }

  /**
   * All mails since the server started or since {@link #clear}, in the order they came.
   *
   * @throws IllegalStateException if the server cannot be read
   */
  public synchronized List<Mail> mails() {
    inbox(Folder.READ_ONLY, this::fetchNew);
    return List.copyOf(received);
  }

  /** Deletes every mail on the server. */
  public synchronized void clear() {
    inbox(
        Folder.READ_WRITE,
        folder -> {
          fetchNew(folder);
          folder.setFlags(folder.getMessages(), new Flags(Flags.Flag.DELETED), true);
          folder.expunge();
        });
    received.clear();
  }

  private void fetchNew(Folder folder) throws MessagingException, IOException {
    UIDFolder uids = (UIDFolder) folder;
    // "n:*" always holds the last message, also when its number is below n (RFC 3501, 6.4.8).
    for (Message message : uids.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID)) {
      long uid = uids.getUID(message);
      if (uid > lastUid) {
        received.add(Mail.of(copyOf(message)));
        lastUid = uid;
      }
    }
  }

  private MimeMessage copyOf(Message message) throws MessagingException, IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
  }

  private void inbox(int mode, Work work) {
    try (Store store = session.getStore("imap")) {
      store.connect(account.host(), account.port(), account.user(), account.password());
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(mode);
        work.on(folder);
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("The mailbox %s cannot be read".formatted(account), e);
    }
  }

  private interface Work {
    void on(Folder folder) throws MessagingException, IOException;
  }
}
