package org.doorsopen.infrastructure.embedded;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import org.doorsopen.infrastructure.Inbox;
import org.doorsopen.infrastructure.MailServer;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.RememberedPorts;
import org.doorsopen.infrastructure.process.StartFailure;

/**
 * GreenMail in our own process; all mail lands in one account, for whichever address it is. It is
 * kept in the memory of the process that holds the platform, so only the newest mails are kept.
 */
final class EmbeddedMail {
  private static final String HOST = "127.0.0.1";
  private static final String USER = "doors";
  private static final long READY_WITHIN_MILLIS = 10_000;
  private static final int MAX_MAILS = 2_000;

  private final int smtpPort;
  private final int imapPort;
  private final String password;
  private final int most;
  private final GreenMail greenMail;

  EmbeddedMail(DataFolder folder, RememberedPorts ports) {
    this(folder, ports, MAX_MAILS);
  }

  /**
   * @param most mails that are kept; beyond that, the oldest tenth is deleted at once
   */
  EmbeddedMail(DataFolder folder, RememberedPorts ports, int most) {
    this.most = most;
    this.smtpPort = ports.take("smtp");
    this.imapPort = ports.take("imap");
    this.password = folder.secret("mailbox-password");
    this.greenMail =
        new GreenMail(
            new ServerSetup[] {
              setup(smtpPort, ServerSetup.PROTOCOL_SMTP), setup(imapPort, ServerSetup.PROTOCOL_IMAP)
            });
  }

  MailServer mailServer() {
    return MailServer.ours(
        "%s:%d".formatted(HOST, smtpPort), Inbox.imap(HOST, imapPort, USER, password));
  }

  public String address() {
    return "SMTP %s:%d, IMAP %s:%d".formatted(HOST, smtpPort, HOST, imapPort);
  }

  public void start() {
    try {
      GreenMailUser user = greenMail.setUser("doors@localhost", USER, password);
      greenMail
          .getUserManager()
          .setMessageDeliveryHandler((message, address) -> {
            makeRoom(user);
            return user;
          });
      greenMail.start();
    } catch (RuntimeException e) {
      throw new StartFailure("The mail server cannot start: " + e.getMessage(), e);
    }
  }

  public void stop() {
    greenMail.stop();
  }

  private synchronized void makeRoom(GreenMailUser user) throws MessagingException {
    try {
      MailFolder inbox = greenMail.getManagers().getImapHostManager().getInbox(user);
      if (inbox.getMessageCount() >= most) {
        inbox.getMessages().stream()
            .limit(Math.max(1, most / 10))
            .forEach(mail -> mail.setFlag(Flags.Flag.DELETED, true));
        inbox.expunge();
      }
    } catch (FolderException e) {
      throw new MessagingException("The oldest mails cannot be deleted", e);
    }
  }

  private static ServerSetup setup(int port, String protocol) {
    ServerSetup setup = new ServerSetup(port, HOST, protocol);
    setup.setServerStartupTimeout(READY_WITHIN_MILLIS);
    return setup;
  }
}
