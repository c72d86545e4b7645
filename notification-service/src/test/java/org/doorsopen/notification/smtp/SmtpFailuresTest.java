package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import org.doorsopen.notification.smtp.SmtpOutcome.Postponed;
import org.doorsopen.notification.smtp.SmtpOutcome.Refused;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpFailuresTest {

  private static final Address[] NOBODY = {};

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          550 <mary.o'neil@x.org>: unknown    | 550 <address>: unknown
          550 mary@x.org ... User unknown     | 550 <address> ... User unknown
          550 'mary@x.org' rejected           | 550 <address>' rejected
          550 a@x.org,b@x.org; c@x.org        | 550 <address>,<address>; <address>
          550 No such user here               | 550 No such user here
          """)
  void keepsTheServersWordsWithoutAddresses(String words, String kept) {
    assertThat(SmtpFailures.words(reply(550, words))).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {530, 534, 535, 538})
  void saysNothingOfTheMailWhereTheServerWantsALogin(int code) {
    assertThat(SmtpFailures.classify(reply(code, "Login!"))).isEqualTo(new Postponed("Login!"));
  }

  @Test
  void tellsARefusalForGoodFromOneForNow() {
    assertThat(SmtpFailures.classify(reply(554, "Spam"))).isEqualTo(new Refused("Spam"));
    assertThat(SmtpFailures.classify(reply(451, "Later"))).isEqualTo(new Postponed("Later"));
  }

  private static MessagingException reply(int code, String words) {
    return new SMTPSendFailedException("MAIL", code, words, null, NOBODY, NOBODY, NOBODY);
  }
}
