package org.doorsopen.identity.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.util.regex.Pattern;
import org.doorsopen.identity.AttendeeIds;
import org.doorsopen.identity.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "Ada.Lovelace+doors@mail.example.co.uk",
        "o'brien@example.org",
        "a@b.io",
        "x_y-z=1@sub-domain.example.org",
        "ada@my--domain.example"
      })
  void takesWhatPeopleUse(String address) {
    assertThat(EmailAddress.parse(address)).hasValue(new EmailAddress(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ada",
        "@example.org",
        "ada@",
        "ada@example",
        "ada@.org",
        "ada@example..org",
        "ada@-example.org",
        "ada@example-.org",
        "ada@example.123",
        "ada@[127.0.0.1]",
        "ada@127.0.0.1",
        ".ada@example.org",
        "ada.@example.org",
        "a..da@example.org",
        "ada lovelace@example.org",
        "ada@exa mple.org",
        "ada@example.org,bob@example.org",
        "ada@bob@example.org",
        "\"ada\"@example.org",
        "Ada <ada@example.org>",
        "ada@example.org\nBcc: bob@example.org",
        "ädä@example.org",
        "bob%example.com@example.org",
        "example.com!bob@example.org"
      })
  void refusesWhatNoServerWouldTake(String address) {
    assertThat(EmailAddress.parse(address)).isEmpty();
  }

  @Test
  void keepsToTheLengthsOfTheStandard() {
    String label = "d".repeat(63);
    String domain = "%s.%s.%s".formatted(label, label, "d".repeat(61));

    assertThat(EmailAddress.parse("a".repeat(64) + "@example.org")).isPresent();
    assertThat(EmailAddress.parse("a".repeat(65) + "@example.org")).isEmpty();
    assertThat(EmailAddress.parse("ada@" + label + ".org")).isPresent();
    assertThat(EmailAddress.parse("ada@d" + label + ".org")).isEmpty();
    assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain)).isPresent();
    assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain + "d")).isEmpty();
  }

  /** The domain that was typed, or none; never another one, as by the older IDNA 2003. */
  @ParameterizedTest
  @CsvSource({
    "straße.de, xn--strae-oqa.de",
    "STRASSE.de, STRASSE.de",
    "Straße.DE, xn--strae-oqa.de",
    "GROẞ.example, xn--gro-7ka.example",
    "xn--strae-oqa.de, xn--strae-oqa.de",
    "XN--STRAE-OQA.de, XN--STRAE-OQA.de",
    "βόλος.example, xn--nxasmm1c.example",
    "βόλοσ.example, xn--nxasmq6b.example",
    "ΒΌΛΟΣ.example, xn--nxasmq6b.example",
    "نامه\\u200cای.example, xn--mgba3gch31f060k.example",
    "ශ්\\u200dරී.example, xn--10cl1a0b660p.example",
    "müller.example, xn--mller-kva.example",
    "mu\\u0308ller.example, xn--mller-kva.example",
    "bücher。example, xn--bcher-kva.example",
    "bücher．example, xn--bcher-kva.example",
    "bücher｡example, xn--bcher-kva.example",
    "ｅxample.org, example.org",
    "例え.テスト, xn--r8jz45g.xn--zckzah",
    "пример.испытание, xn--e1afmkfd.xn--80akhbyknj4f",
    "דוגמה.טעסט, xn--6dbbec0c.xn--deba0ad",
    "مثال.إختبار, xn--mgbh0fb.xn--kgbechtv"
  })
  void writesToTheDomainThatWasTyped(String domain, String ascii) {
    assertThat(EmailAddress.parse("eva@" + unescaped(domain)))
        .hasValue(new EmailAddress("eva@" + ascii));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "☃.example", // a symbol
        "😀.example",
        "ⓔxample.org", // would become example.org
        "e\\u00adxample.org", // a soft hyphen would vanish
        "ex\\u200bample.org",
        "ex\\u200dample.org", // a joiner that joins nothing
        "ex\\u200cample.org",
        "exa\\ufe0fmple.org",
        "½.example",
        "ℂ.example",
        "ﬁ.example",
        "①.example",
        "İstanbul.example", // i with a dot above, or i?
        "-bücher.example",
        "bücher-.example",
        "bü_cher.example",
        "bü\\u2024cher.example", // a dot that is none
        "bücher..example",
        "ab--ü.example",
        "xn--a.example",
        "xn--.example",
        "\\u0301bücher.example", // begins with a mark
        "אabc.example", // from right to left and from left to right in one label
        "abcא.example",
        "אب\\u0660\\u06f0.example",
        "\\u0640.example",
        "üüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüüü.example"
      })
  void refusesDomainsThatAreNone(String domain) {
    String text = "eva@" + unescaped(domain);

    assertThat(EmailAddress.parse(text)).isEmpty();
    assertThat(EmailAddress.faultOf(text)).startsWith("must be one e-mail address");
  }

  /** Otherwise people who are registered already could register once more. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "Ada@EXAMPLE.org",
        "ada@müller.example",
        "ada@MÜLLER.example",
        "ada@mu\\u0308ller.example",
        "ada@例え.テスト",
        "ada@пример.испытание",
        "ada@דוגמה.טעסט",
        "ada@مثال.إختبار",
        "ada@xn--mller-kva.example"
      })
  void leavesTheIdsOfPeopleWhoWereRegisteredByTheOlderRules(String address) {
    String typed = unescaped(address);
    int at = typed.indexOf('@');
    String before =
        typed.substring(0, at + 1) + IDN.toASCII(typed.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
    AttendeeIds ids = new AttendeeIds(Secrets.of("a secret that is long enough"));

    assertThat(ids.of("m", EmailAddress.parse(typed).orElseThrow().value()))
        .isEqualTo(ids.of("m", before));
  }

  @ParameterizedTest
  @CsvSource({
    "ada\\u00a0@example.org, U+00A0 (no-break space)",
    "a\\u200bda@example.org, U+200B (zero width space)",
    "ada@exam\\ufeffple.org, U+FEFF (zero width no-break space)",
    "ad\\u202ea@example.org, U+202E (right-to-left override)",
    "ädä@example.org, U+00E4 (latin small letter a with diaeresis)",
    "аda@example.org, U+0430 (cyrillic small letter a)",
    "a%b@example.org, U+0025 (percent sign)",
    "a!b@example.org, U+0021 (exclamation mark)",
    "ada@☃.example, U+2603 (snowman)"
  })
  void namesWhatIsRefused(String address, String name) {
    assertThat(EmailAddress.faultOf(unescaped(address))).contains(name);
  }

  /** A character that is not seen is written as an escape here. */
  private static String unescaped(String text) {
    return Pattern.compile("\\\\u([0-9a-f]{4})")
        .matcher(text)
        .replaceAll(escape -> Character.toString(Integer.parseInt(escape.group(1), 16)));
  }

  @Test
  void writesAnInternationalDomainInAscii() {
    assertThat(EmailAddress.parse("ada@müller.example"))
        .hasValue(new EmailAddress("ada@xn--mller-kva.example"));
  }
}
