package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpSettings.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;
import org.subethamail.smtp.server.SessionHandler;

/** Against a real SMTP server, whose certificate is made here and says "localhost". */
class SmtpConnectionTest {

  private static final String USER = "doors@example.org";
  private static final String PASSWORD = "a password";

  @TempDir static Path temp;
  private static Path authorities;
  private static SSLContext tls;

  private final List<String> sessions = new CopyOnWriteArrayList<>();
  private final List<String> ended = new CopyOnWriteArrayList<>();
  private SMTPServer server;
  private SmtpConnection connection;

  @BeforeAll
  static void makeACertificate() throws Exception {
    Path store = temp.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "EC",
                "-dname",
                "CN=mail",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .inheritIO()
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    tls = SSLContext.getInstance("TLS");
    tls.init(managers.getKeyManagers(), null, null);
    authorities = temp.resolve("authorities.pem");
    String pem = Base64.getMimeEncoder().encodeToString(keys.getCertificate("mail").getEncoded());
    Files.writeString(
        authorities, "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
  }

  @AfterEach
  void stop() {
    connection.close();
    server.stop();
  }

  @Test
  void asksForTlsAndLogsInWithin() {
    server(builder -> withLogin(builder.enableTLS().requireTLS().startTlsSocketFactory(tls)));
    connection("localhost", USER, PASSWORD, Tls.STARTTLS, authorities.toString());

    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    assertThat(sessions).hasSize(1);
  }

  @Test
  void speaksTlsFromTheFirstByteWhereItIsToldTo() {
    server(builder -> withLogin(builder.serverSocketFactory(tls)));
    connection("localhost", USER, PASSWORD, Tls.TLS, authorities.toString());

    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
  }

  @Test
  void sendsNothingWithoutTheTlsThatItWasToldToUse() {
    server(builder -> builder);
    connection("localhost", "", "", Tls.STARTTLS, authorities.toString());

    assertThat(postponed()).contains("STARTTLS is required");
    assertThat(sessions).isEmpty();
  }

  @Test
  void sendsNothingToAServerOfAnotherName() {
    server(builder -> builder.enableTLS().startTlsSocketFactory(tls));
    connection("127.0.0.1", "", "", Tls.STARTTLS, authorities.toString());

    assertThat(postponed()).contains("No subject alternative names matching IP address");
    assertThat(sessions).isEmpty();
  }

  @Test
  void sendsNothingToAServerThatNobodyVouchesFor() {
    server(builder -> builder.enableTLS().startTlsSocketFactory(tls));
    connection("localhost", "", "", Tls.STARTTLS, "");

    assertThat(postponed()).contains("unable to find valid certification path");
    assertThat(sessions).isEmpty();
  }

  @Test
  void waitsWhereTheLoginIsRefusedAndSaysNothingOfIt() {
    server(builder -> withLogin(builder.enableTLS().startTlsSocketFactory(tls)));
    connection("localhost", USER, "a wrong one", Tls.STARTTLS, authorities.toString());

    assertThat(postponed()).contains("535").doesNotContain("wrong one").doesNotContain("@");
  }

  @Test
  void saysNothingOfTheMailWhereALoginIsWantedOnlyForIt() {
    server(SmtpConnectionTest::withLogin);
    connection("localhost", "", "", Tls.NONE, "");

    assertThat(postponed()).startsWith("530");
  }

  @Test
  void usesOneConnectionForManyMailsButNotForEver() {
    server(builder -> builder);
    connection("localhost", "", "", Tls.NONE, "");

    for (int i = 0; i < 101; i++) {
      assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    }

    assertThat(sessions.stream().distinct()).hasSize(2);
    assertThat(sessions.subList(0, 100)).containsOnly(sessions.getFirst());
  }

  @Test
  void noticesThatAnIdleConnectionWasDropped() {
    server(builder -> builder.connectionTimeout(1, TimeUnit.SECONDS));
    connection("localhost", "", "", Tls.NONE, "");
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());

    await().until(() -> ended.size() == 1);

    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    assertThat(sessions.stream().distinct()).hasSize(2);
  }

  @Test
  void endsNoMailThatIsHeldBack() {
    server(builder -> builder);
    connection("localhost", "", "", Tls.NONE, "");

    assertThat(connection.send(aMail(), () -> false)).isEmpty();
    assertThat(sessions).isEmpty();

    assertThat(connection.send(aMail(), () -> true)).contains(new Accepted());
    assertThat(sessions).hasSize(1);
  }

  @Test
  void saysThatAServerIsDown() {
    server(builder -> builder);
    server.stop();
    connection("localhost", "", "", Tls.NONE, "");

    assertThat(connection.send(aMail()))
        .extracting(outcome -> ((Postponed) outcome).verdict())
        .isEqualTo(Verdict.UNREACHABLE);
  }

  @Test
  void tellsNobodyThePassword() {
    server(builder -> builder);
    connection("localhost", "", "", Tls.NONE, "");

    assertThat(settings("localhost", USER, PASSWORD, Tls.TLS, "").toString())
        .doesNotContain(PASSWORD, USER);
    assertThatThrownBy(() -> settings("192.0.2.1", USER, PASSWORD, Tls.NONE, ""))
        .hasMessageContaining("DOORS_SMTP_TLS");
  }

  private String postponed() {
    SmtpOutcome outcome = connection.send(aMail());
    assertThat(outcome).isInstanceOf(Postponed.class);
    assertThat(((Postponed) outcome).verdict()).isEqualTo(Verdict.OUR_SIDE);
    return ((Postponed) outcome).words();
  }

  private void server(UnaryOperator<SMTPServer.Builder> settings) {
    server =
        settings
            .apply(
                SMTPServer.port(0)
                    .sessionHandler(new Ends())
                    .messageHandler((session, _, _, _) -> sessions.add(session.getSessionId())))
            .build();
    server.start();
  }

  private static SMTPServer.Builder withLogin(SMTPServer.Builder builder) {
    return builder
        .requireAuth()
        .authenticationHandlerFactory(
            new EasyAuthenticationHandlerFactory((user, password, _) -> {
              if (!user.equals(USER) || !password.equals(PASSWORD)) {
                throw new LoginFailedException();
              }
            }));
  }

  private void connection(String host, String user, String password, Tls security, String pem) {
    connection =
        new Smtp(
                settings(host, user, password, security, pem),
                "doors@doors.example",
                "meetups.doors.example")
            .connection();
  }

  private SmtpSettings settings(
      String host, String user, String password, Tls security, String pem) {
    String address = host + ":" + server.getPortAllocated();
    return new SmtpSettings(address, user, password, security, pem, "", 1, 0);
  }

  private static MimeMessage aMail() {
    try {
      MimeMessage message = new MimeMessage((jakarta.mail.Session) null);
      message.setFrom("doors@doors.example");
      message.setRecipients(MimeMessage.RecipientType.TO, "ada@example.org");
      message.setText("See you there.");
      message.saveChanges();
      return message;
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Ends implements SessionHandler {

    @Override
    public SessionAcceptance accept(Session session) {
      return SessionAcceptance.success();
    }

    @Override
    public void onSessionEnd(Session session) {
      ended.add(session.getSessionId());
    }
  }
}
