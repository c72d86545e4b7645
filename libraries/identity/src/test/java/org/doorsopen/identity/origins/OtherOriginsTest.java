package org.doorsopen.identity.origins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherOriginsTest {

  @ParameterizedTest
  @CsvSource({
    "https://community.example.org, https://community.example.org",
    "https://community.example.org/, https://community.example.org",
    "HTTPS://Community.Example.ORG, https://community.example.org",
    "' https://community.example.org ', https://community.example.org",
    "https://community.example.org:443, https://community.example.org",
    "https://community.example.org:8443, https://community.example.org:8443",
    "http://localhost:3000, http://localhost:3000",
    "http://localhost:80, http://localhost",
    "https://xn--strae-oqa.example, https://xn--strae-oqa.example",
    "http://[::1]:3000, http://[::1]:3000",
  })
  void takesAnOriginAsABrowserWritesIt(String typed, String origin) {
    assertThat(OtherOrigins.of(typed).origins()).containsExactly(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "community.example.org",
        "https://*.example.org",
        "https://community.example.org/page",
        "https://community.example.org?x",
        "https://community.example.org#x",
        "https://user@community.example.org",
        "https://community.example.org:99999",
        "https://straße.example",
        "ftp://community.example.org",
        "file:///home",
        "https://",
        "https://two.example https://three.example",
      })
  void refusesWhatIsNoOrigin(String typed) {
    assertThatThrownBy(() -> OtherOrigins.of("https://one.example," + typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(typed);
  }

  @Test
  void namesNobodyByDefault() {
    assertThat(OtherOrigins.of("")).isEqualTo(OtherOrigins.NONE);
    assertThat(OtherOrigins.of(List.of(" ", ""))).isEqualTo(OtherOrigins.NONE);
    assertThat(OtherOrigins.NONE.isNamed("https://one.example")).isFalse();
    assertThat(OtherOrigins.NONE.isNamed(null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "http://one.example",
        "https://one.example:8443",
        "https://one.example.evil.example",
        "https://evil-one.example",
        "https://one.example,https://two.example",
        "https://www.one.example",
      })
  void takesNoNeighbourForAnOriginThatIsNamed(String other) {
    OtherOrigins named = OtherOrigins.of("https://one.example, https://two.example");

    assertThat(named.isNamed("https://one.example")).isTrue();
    assertThat(named.isNamed("https://two.example")).isTrue();
    assertThat(named.isNamed(other)).isFalse();
  }
}
