package org.doorsopen.rsvp.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada@example.org",
        "Ada.Lovelace+doors@mail.example.co.uk",
        "o'brien@example.org",
        "a@b.io",
        "x_y-z=1@sub-domain.example.org"
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
        "ädä@example.org"
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

  @Test
  void writesAnInternationalDomainInAscii() {
    assertThat(EmailAddress.parse("ada@müller.example"))
        .hasValue(new EmailAddress("ada@xn--mller-kva.example"));
  }
}
