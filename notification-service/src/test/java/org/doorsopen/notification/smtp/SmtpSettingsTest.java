package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorsopen.notification.smtp.SmtpSettings.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A wrong setting is named as people set it, with how to mend it. */
class SmtpSettingsTest {

  @Test
  void namesAServerWithoutAPort() {
    assertThatThrownBy(() -> settings("mail.example.org", "", 4, 0))
        .hasMessage("doors.smtp.server (DOORS_SMTP) must be host:port, and is 'mail.example.org'");
  }

  @Test
  void namesTooManyConnections() {
    assertThatThrownBy(() -> settings("localhost:25", "", 9, 0))
        .hasMessage("doors.smtp.connections (DOORS_SMTP_CONNECTIONS) must be 1 to 8, and is 9");
  }

  @Test
  void namesANegativeLimit() {
    assertThatThrownBy(() -> settings("localhost:25", "", 4, -1))
        .hasMessage(
            "doors.smtp.mails-per-minute (DOORS_SMTP_MAILS_PER_MINUTE) must not be negative,"
                + " and is -1");
  }

  @Test
  void sendsNoPasswordInPlainTextOverANetwork() {
    assertThatThrownBy(() -> settings("192.0.2.1:25", "ada", 4, 0))
        .hasMessageStartingWith("doors.smtp.user (DOORS_SMTP_USER) needs doors.smtp.tls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "a1b2c3d4e5f6", "doors", "mail.example.org.", "a b.example"})
  void namesANameThatServersDoNotTake(String name) {
    assertThatThrownBy(() -> new SmtpSettings("localhost:25", "", "", Tls.NONE, "", name, 4, 0))
        .hasMessageStartingWith("doors.smtp.hello (DOORS_SMTP_HELLO) must be a full name")
        .hasMessageEndingWith("and is '" + name + "'");
  }

  @ParameterizedTest
  @CsvSource({
    "mail.example.org:25, NONE, true",
    "192.0.2.1:25, NONE, true",
    "[2001:db8::1]:25, NONE, true",
    "mail.example.org:587, STARTTLS, false",
    "mail.example.org:465, TLS, false",
    "localhost:1025, NONE, false",
    "127.0.0.1:1025, NONE, false",
    "mail:1025, NONE, false"
  })
  void knowsWhereMailsGoInClearTextOverANetwork(String server, Tls tls, boolean clear) {
    assertThat(new SmtpSettings(server, "", "", tls, "", "", 4, 0).isClearTextElsewhere())
        .isEqualTo(clear);
  }

  private static SmtpSettings settings(String server, String user, int connections, int limit) {
    return new SmtpSettings(server, user, "", Tls.NONE, "", "", connections, limit);
  }
}
