package org.doorsopen.notification.delivery;

import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.doorsopen.notification.MailSettings;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.stereotype.Component;

/** The SMTP server as the settings describe it; no wait for it is without an end. */
@Component
class Smtp {

  private static final String CONNECT_MILLIS = "10000";
  // An answer that we no longer wait for may be an acceptance, and then the mail is repeated.
  private static final String ANSWER_MILLIS = "30000";

  static {
    // Else each part of each mail looks through every jar for a class that is always the same.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final SmtpSettings settings;
  private final Session session;

  Smtp(SmtpSettings settings, MailSettings mails) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, mails));
  }

  Session session() {
    return session;
  }

  /** Not open yet; for one thread. */
  SmtpConnection connection() {
    return new SmtpConnection(session, settings);
  }

  private static Properties properties(SmtpSettings settings, MailSettings mails) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.from", mails.sender().getAddress());
    properties.put("mail.smtp.socketFactory", new PromptSockets());
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
    properties.put("mail.smtp.executor.writetimeout", new WriteLimits());
    properties.setProperty("mail.smtp.auth", Boolean.toString(settings.hasLogin()));
    switch (settings.tls()) {
      case NONE -> {}
      case STARTTLS -> {
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.setProperty("mail.smtp.ssl.enable", "true");
    }
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    if (!settings.authorities().isEmpty()) {
      properties.put("mail.smtp.ssl.socketFactory", trusting(Path.of(settings.authorities())));
    }
    return properties;
  }

  private static SSLSocketFactory trusting(Path authorities) {
    try (var pem = Files.newInputStream(authorities)) {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
        trusted.setCertificateEntry("authority-" + trusted.size(), each);
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context.getSocketFactory();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "DOORS_SMTP_AUTHORITIES cannot be read: " + e.getMessage(), e);
    }
  }
}
