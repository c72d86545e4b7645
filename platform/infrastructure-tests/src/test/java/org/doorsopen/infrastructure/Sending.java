package org.doorsopen.infrastructure;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Mails as a client sends them. */
public final class Sending {

  private Sending() {}

  /**
   * @param smtp the server's host:port
   */
  public static void send(String smtp, String recipient, String subject) throws MessagingException {
    Properties settings = new Properties();
    settings.put("mail.smtp.host", smtp.split(":")[0]);
    settings.put("mail.smtp.port", smtp.split(":")[1]);
    MimeMessage message = new MimeMessage(Session.getInstance(settings));
    message.setFrom("doors@example.org");
    message.setRecipients(RecipientType.TO, recipient);
    message.setSubject(subject, "UTF-8");
    message.setHeader("Doors-Kind", "TEST");
    message.setText("See you there.", "UTF-8");
    Transport.send(message);
  }
}
