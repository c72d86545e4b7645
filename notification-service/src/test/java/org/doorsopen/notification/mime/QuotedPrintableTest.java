package org.doorsopen.notification.mime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedPrintableTest {

  /** Read by the decoder of Jakarta Mail. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Grüße = 1 + 1",
        "a line\nanother \r\n\tand\t\rthe last with a space ",
        ".\n..\n\n\n",
        "A long line whose end stands beyond the seventy-sixth octet and so has to be broken twice,"
            + " at least, somewhere in the middle of ÄÖÜ and 漢字 and 🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈🎈",
        "0123456789012345678901234567890123456789012345678901234567890123456789012345 \n",
        "\u0000\u001f\u007f"
      })
  void isReadAsItWasWritten(String text) throws Exception {
    byte[] encoded = QuotedPrintable.of(text);

    assertThat(new String(encoded, US_ASCII).split("\r\n"))
        .allSatisfy(line ->
            assertThat(line).hasSizeLessThanOrEqualTo(76).doesNotEndWith(" ").matches("[ -~]*"));
    byte[] decoded =
        MimeUtility.decode(new ByteArrayInputStream(encoded), "quoted-printable").readAllBytes();
    assertThat(new String(decoded, UTF_8)).isEqualTo(text.replaceAll("\r\n|\r|\n", "\r\n"));
  }
}
