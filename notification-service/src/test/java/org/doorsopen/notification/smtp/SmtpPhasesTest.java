package org.doorsopen.notification.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.doorsopen.notification.smtp.SmtpOutcome.Accepted;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Refused;
import org.doorsopen.notification.smtp.SmtpOutcome.Unanswered;
import org.doorsopen.notification.smtp.SmtpSettings.Tls;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A server's replies to each command of a real conversation, and the places where it hangs up. */
class SmtpPhasesTest {

  private static final String HANGS_UP = "";

  private final Map<Phase, String> replies = new ConcurrentHashMap<>();
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private ServerSocket listening;
  private SmtpConnection connection;

  @BeforeEach
  void listen() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
    connection = connection("", "", Tls.NONE);
  }

  @AfterEach
  void stop() throws IOException {
    connection.close();
    listening.close();
  }

  @Test
  void tellsTheServerAFullName() {
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    assertThat(commands.getFirst()).isEqualTo("EHLO meetups.doors.example");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GREETING    | 554 No SMTP service here           | OUR_SIDE
          GREETING    | 421 4.7.0 Too many connections     | RATE
          GREETING    | 421 Not now                        | UNREACHABLE
          GREETING    | Hello                              | UNREACHABLE
          HELLO       | 504 5.5.2 need a full name         | OUR_SIDE
          HELLO       | 421 Not now                        | UNREACHABLE
          SENDER      | 550 5.7.1 Sender address rejected  | OUR_SIDE
          SENDER      | 451 4.3.0 Later                    | TEMPORARY
          SENDER      | 250-                               | UNREACHABLE
          SENDER      | 299 Perhaps                        | UNKNOWN
          RECIPIENT   | 550 5.4.5 Daily quota exceeded     | QUOTA
          RECIPIENT   | 504 5.5.2 Helo command rejected: need fully-qualified hostname | OUR_SIDE
          RECIPIENT   | 450 4.7.1 Greylisted               | TEMPORARY
          RECIPIENT   | 421 4.7.0 Too many mails           | RATE
          RECIPIENT   | OK                                 | UNKNOWN
          RECIPIENT   | 999 OK                             | UNKNOWN
          DATA        | 451 4.3.0 Later                    | TEMPORARY
          DATA        | 250 What?                          | UNKNOWN
          END_OF_DATA | 452 4.3.1 Insufficient resources   | RATE
          END_OF_DATA | 552 5.3.4 Too big                  | TOO_LARGE
          END_OF_DATA | 550-5.7.26 Sender is               | OUR_SIDE
          """)
  void postponesWhatIsNotForGoodAboutTheMail(Phase phase, String reply, Verdict verdict) {
    replies.put(phase, reply.endsWith("is") ? reply + "\r\n550 5.7.26 unauthenticated." : reply);

    assertThat(connection.send(aMail()))
        .isInstanceOfSatisfying(
            Postponed.class, postponed -> assertThat(postponed.verdict()).isEqualTo(verdict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RECIPIENT   | 550 5.1.1 No such user      | ADDRESS
          RECIPIENT   | 550                         | ADDRESS
          DATA        | 554 No                      | MAIL
          END_OF_DATA | 554 5.7.1 Spam              | MAIL
          END_OF_DATA | 550 5.1.1 No such user      | ADDRESS
          """)
  void givesUpWhatIsRefusedForGood(Phase phase, String reply, Verdict verdict) {
    replies.put(phase, reply);

    assertThat(connection.send(aMail())).isEqualTo(new Refused(verdict, reply));
    replies.clear();
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    assertThat(commands.stream().filter(command -> command.startsWith("EHLO"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 5.7.1 Spam", "550 5.1.1 No such user"})
  void hearsARefusalAlsoWhereTheServerHangsUpBehindIt(String reply) {
    replies.put(Phase.END_OF_DATA, reply);
    replies.put(Phase.ASIDE, HANGS_UP);

    assertThat(connection.send(aMail())).isInstanceOf(Refused.class);
    replies.clear();
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @CsvSource({"GREETING", "HELLO", "SENDER", "RECIPIENT", "DATA"})
  void knowsThatAMailWasNotTakenWhereTheServerHangsUpBeforeItsEnd(Phase phase) {
    replies.put(phase, HANGS_UP);

    assertThat(connection.send(aMail()))
        .isInstanceOfSatisfying(
            Postponed.class,
            postponed -> assertThat(postponed.verdict()).isEqualTo(Verdict.UNREACHABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {HANGS_UP, "OK", "1", "354 Go on", "999 Nonsense", "000 Nothing"})
  void doesNotKnowWhetherAMailWasTakenWhereItsEndIsNotAnswered(String reply) {
    replies.put(Phase.END_OF_DATA, reply);

    assertThat(connection.send(aMail())).isInstanceOf(Unanswered.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"250", "251 Forwarded", "252 Perhaps", "200 Fine", "250-Queued\r\n250 as 1"})
  void takesEveryAcceptanceForOne(String reply) {
    replies.put(Phase.END_OF_DATA, reply);

    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {HANGS_UP, "421 4.4.2 Idle for too long", "421 Bye"})
  void triesAtOnceOnANewConnectionWhereAnIdleOneHasEnded(String goodbye) {
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    replies.put(Phase.SENDER, goodbye);
    commands.clear();

    connection.send(aMail());

    assertThat(commands.stream().filter(command -> command.startsWith("EHLO"))).hasSize(1);
  }

  @Test
  void doesNotComeBackAtOnceWhereItWasTooFast() {
    assertThat(connection.send(aMail())).isEqualTo(new Accepted());
    replies.put(Phase.SENDER, "421 4.7.0 Too many mails, slow down");
    commands.clear();

    assertThat(connection.send(aMail())).isInstanceOf(Postponed.class);

    assertThat(commands).noneMatch(command -> command.startsWith("EHLO"));
  }

  @Test
  void waitsWhereTheLoginIsRefused() {
    connection = connection("ada", "secret", Tls.NONE);
    replies.put(Phase.LOGIN, "535 5.7.8 Authentication credentials invalid");

    assertThat(connection.send(aMail()))
        .isEqualTo(new Postponed(Verdict.OUR_SIDE, "535 5.7.8 Authentication credentials invalid"));
  }

  @Test
  void waitsWhereTheServerHasNoTlsForNow() {
    connection = connection("", "", Tls.STARTTLS);
    replies.put(Phase.STARTTLS, "454 4.7.0 TLS not available");

    assertThat(connection.send(aMail()))
        .isEqualTo(new Postponed(Verdict.UNREACHABLE, "454 4.7.0 TLS not available"));
  }

  private SmtpConnection connection(String user, String password, Tls tls) {
    String server = "127.0.0.1:" + listening.getLocalPort();
    return new Smtp(
            new SmtpSettings(server, user, password, tls, "", "", 1, 0),
            "doors@doors.example",
            "meetups.doors.example")
        .connection();
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket client = listening.accept()) {
        converse(client);
      } catch (IOException e) {
        // The client, or the test, has ended.
      }
    }
  }

  private void converse(Socket client) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
    Phase phase = Phase.GREETING;
    while (answer(client, phase)) {
      String line = lines.readLine();
      if (line == null || line.equals("QUIT")) {
        return;
      }
      commands.add(line);
      boolean content = phase == Phase.DATA && !replies.containsKey(Phase.DATA);
      for (; content && line != null && !line.equals("."); line = lines.readLine()) {}
      phase = content ? Phase.END_OF_DATA : Phase.of(line, phase);
    }
  }

  private boolean answer(Socket client, Phase phase) throws IOException {
    String reply = replies.getOrDefault(phase, usual(phase));
    if (!reply.isEmpty()) {
      client.getOutputStream().write((reply + "\r\n").getBytes(UTF_8));
    }
    return !reply.isEmpty() && !reply.toLowerCase(Locale.ROOT).endsWith("-");
  }

  private static String usual(Phase phase) {
    return switch (phase) {
      case GREETING -> "220 mail.example ESMTP";
      case HELLO -> "250-mail.example\r\n250-STARTTLS\r\n250 AUTH PLAIN";
      case STARTTLS -> "220 Go ahead";
      case LOGIN -> "235 Welcome";
      case DATA -> "354 Go ahead";
      case SENDER, RECIPIENT, END_OF_DATA, ASIDE -> "250 OK";
    };
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
}
