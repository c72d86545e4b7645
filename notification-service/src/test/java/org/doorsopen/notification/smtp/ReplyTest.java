package org.doorsopen.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyTest {

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
    assertThat(new Reply(Phase.RECIPIENT, 550, words).words()).isEqualTo(kept);
  }
}
