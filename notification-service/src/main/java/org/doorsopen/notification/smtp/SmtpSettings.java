package org.doorsopen.notification.smtp;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails reach their server.
 *
 * @param server host:port
 * @param user empty for no login
 * @param authorities a PEM file of the authorities whose certificates are accepted instead of
 *     Java's; empty for Java's
 * @param hello the name that we introduce ourselves by, a full one; empty for the host of the
 *     public address
 * @param connections that send at the same time, among all processes of this service
 * @param mailsPerMinute among all connections; 0 for no limit
 */
@ConfigurationProperties("doors.smtp")
public record SmtpSettings(
    @DefaultValue("localhost:1025") String server,
    @DefaultValue("") String user,
    @DefaultValue("") String password,
    @DefaultValue("none") Tls tls,
    @DefaultValue("") String authorities,
    @DefaultValue("") String hello,
    @DefaultValue("4") int connections,
    @DefaultValue("0") int mailsPerMinute) {

  private static final int MAX_CONNECTIONS = 8;

  public enum Tls {
    NONE,
    /** TLS is asked for after the greeting; a server without it is sent nothing. */
    STARTTLS,
    /** TLS begins with the first byte, as on port 465. */
    TLS
  }

  /**
   * @throws IllegalArgumentException if a value is out of bounds, or a password would be sent in
   *     plain text
   */
  public SmtpSettings {
    if (!server.matches(".+:\\d{1,5}")) {
      throw new IllegalArgumentException(
          "doors.smtp.server (DOORS_SMTP) must be host:port, and is '%s'".formatted(server));
    }
    if (!hello.isBlank() && !HelloName.isPresentable(hello.strip())) {
      throw new IllegalArgumentException(
          "doors.smtp.hello (DOORS_SMTP_HELLO) must be a full name like mail.example.org, or an"
              + " address like [192.0.2.1], and is '%s'".formatted(hello));
    }
    if (connections < 1 || connections > MAX_CONNECTIONS) {
      throw new IllegalArgumentException(
          "doors.smtp.connections (DOORS_SMTP_CONNECTIONS) must be 1 to %d, and is %d"
              .formatted(MAX_CONNECTIONS, connections));
    }
    if (mailsPerMinute < 0) {
      throw new IllegalArgumentException(
          "doors.smtp.mails-per-minute (DOORS_SMTP_MAILS_PER_MINUTE) must not be negative, and is "
              + mailsPerMinute);
    }
    if (!user.isEmpty() && tls == Tls.NONE && !isLoopback(host(server))) {
      throw new IllegalArgumentException(
          "doors.smtp.user (DOORS_SMTP_USER) needs doors.smtp.tls (DOORS_SMTP_TLS) to be starttls or"
              + " tls, or the network reads the password");
    }
  }

  public String host() {
    return host(server);
  }

  int port() {
    return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
  }

  boolean hasLogin() {
    return !user.isEmpty();
  }

  /**
   * Whether mails, with the links in them, go in clear text to a server that is neither on this
   * machine nor of a name with one label, as those of containers are.
   */
  public boolean isClearTextElsewhere() {
    return tls == Tls.NONE && host().matches(".*[.:].*") && !isLoopback(host());
  }

  private static String host(String server) {
    return server.substring(0, server.lastIndexOf(':'));
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Without the login, so that it may be logged. */
  @Override
  public String toString() {
    return "%s, TLS: %s".formatted(server, tls);
  }
}
