package org.doorsopen.notification.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Properties;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.delivery.SmtpOutcome.Accepted;
import org.springframework.stereotype.Component;

/** Hands mails to the SMTP server, each on a connection of its own, no wait without an end. */
@Component
class Smtp {

  private static final String CONNECT_MILLIS = "10000";
  // An answer that we no longer wait for may be an acceptance, and then the mail is repeated.
  private static final String ANSWER_MILLIS = "30000";

  private final MimeMails mimeMails;
  private final Clock clock;
  private final Session session;

  Smtp(NotificationSettings settings, MimeMails mimeMails, Clock clock) {
    this.mimeMails = mimeMails;
    this.clock = clock;
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", settings.smtpHost());
    properties.setProperty("mail.smtp.port", Integer.toString(settings.smtpPort()));
    properties.setProperty("mail.smtp.from", settings.sender().getAddress());
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    this.session = Session.getInstance(properties);
  }

  SmtpOutcome send(OutgoingMail mail) {
    try {
      MimeMessage message = mimeMails.write(mail, session, clock.instant());
      try (Transport transport = session.getTransport()) {
        transport.connect();
        transport.sendMessage(message, message.getAllRecipients());
        return new Accepted();
      }
    } catch (MessagingException e) {
      return SmtpFailures.classify(e);
    }
  }
}
