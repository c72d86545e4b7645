package org.doorsopen.notification.smtp;

import jakarta.mail.Session;
import jakarta.mail.util.StreamProvider;
import java.io.IOException;
import java.io.InputStream;
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
import org.eclipse.angus.mail.util.MailStreamProvider;

/** The SMTP server as the settings describe it; every wait for it has a timeout. */
public class Smtp {

  private static final String CONNECT_MILLIS = "10000";
  // An answer that we no longer wait for may be an acceptance, and then the mail is repeated.
  private static final String ANSWER_MILLIS = "30000";

  static {
    // Without this, each part of each mail looks through every jar for a class that is always the
    // same.
    System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
  }

  private final SmtpSettings settings;
  private final Session session;
  private final HelloName helloName;

  /**
   * @param returnPath the address to which the server returns mails that it cannot deliver
   * @param publicHost of the address at which people reach the platform
   */
  public Smtp(SmtpSettings settings, String returnPath, String publicHost) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings, returnPath));
    String senderDomain = returnPath.substring(returnPath.lastIndexOf('@') + 1);
    this.helloName = HelloName.of(settings.hello(), publicHost, senderDomain);
  }

  public Session session() {
    return session;
  }

  /** A connection that is not open yet, for use by one thread. */
  public SmtpConnection connection() {
    return new SmtpConnection(session, settings, helloName);
  }

  private static Properties properties(SmtpSettings settings, String returnPath) {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.from", returnPath);
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
    try (InputStream pem = Files.newInputStream(authorities)) {
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
