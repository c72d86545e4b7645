package org.doorsopen.infrastructure;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Opens a connection for each call. */
final class ImapReader implements Mailbox.Reader {
  private static final int MAX_CONNECTIONS = 5;

  private final Session session;
  private final URLName address;
  private long lastUid;

  ImapReader(URI address) {
    this.address = new URLName(address.toString());
    Properties settings = new Properties();
    settings.put("mail.imap.partialfetch", "false");
    settings.put("mail.imap.connectiontimeout", "5000");
    settings.put("mail.imap.timeout", "30000");
    settings.put("mail.imap.socketFactory", new QuickSockets());
    this.session = Session.getInstance(settings);
  }

  @Override
  public List<byte[]> newMails() throws MessagingException, IOException {
    List<byte[]> mails = new ArrayList<>();
    inbox(Folder.READ_ONLY, folder -> fetchNew(folder, mails));
    return mails;
  }

  @Override
  public void deleteAll() throws MessagingException, IOException {
    inbox(
        Folder.READ_WRITE,
        folder -> {
          fetchNew(folder, new ArrayList<>());
          folder.setFlags(folder.getMessages(), new Flags(Flags.Flag.DELETED), true);
          folder.expunge();
        });
  }

  private void fetchNew(Folder folder, List<byte[]> mails) throws MessagingException, IOException {
    UIDFolder uids = (UIDFolder) folder;
    // "n:*" always holds the last message, also when its number is below n (RFC 3501, 6.4.8).
    for (Message message : uids.getMessagesByUID(lastUid + 1, UIDFolder.LASTUID)) {
      long uid = uids.getUID(message);
      if (uid > lastUid) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        mails.add(bytes.toByteArray());
        lastUid = uid;
      }
    }
  }

  /**
   * GreenMail ends a connection on which it was about to answer when a mail came in. What was done
   * over it is done, and the work goes on over another.
   */
  private void inbox(int mode, Work work) throws MessagingException, IOException {
    for (int connections = 1; ; connections++) {
      try {
        inboxOnce(mode, work);
        return;
      } catch (FolderClosedException | StoreClosedException e) {
        if (connections == MAX_CONNECTIONS) {
          throw e;
        }
      }
    }
  }

  private void inboxOnce(int mode, Work work) throws MessagingException, IOException {
    try (Store store = session.getStore(address)) {
      store.connect();
      try (Folder folder = store.getFolder("INBOX")) {
        folder.open(mode);
        work.on(folder);
      }
    }
  }

  /** Goes on where it was when it is done again. */
  private interface Work {
    void on(Folder folder) throws MessagingException, IOException;
  }
}
