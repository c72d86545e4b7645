package org.doorsopen.web.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No login leads its browser to another site. */
class LocalPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/desk",
        "/desk/attendees/7?sort=name&page=2",
        "/desk?q=http://example.org//x",
        "/loginless",
        "/desk/%C3%BC",
      })
  void takesPathsOfOurs(String path) {
    assertThat(LocalPath.of(path)).contains(new LocalPath(path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "desk",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "/\t/evil.example",
        "/\n/evil.example",
        "\t//evil.example",
        "/desk\r\nSet-Cookie: a=b",
        "/.//evil.example",
        "/x/..//evil.example",
        "https://evil.example",
        "https:evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        "@evil.example",
        "/desk with spaces",
        "/désk",
        "/\u2028/evil.example",
        "/login",
        "/login?next=/login",
        "/login/",
        "/login;x=1",
        "/logout",
        "?next=/desk",
        "#",
      })
  void takesNothingElse(String given) {
    assertThat(LocalPath.of(given)).isEmpty();
  }

  @Test
  void takesNothingThatIsMissingOrEndless() {
    assertThat(LocalPath.of(null)).isEmpty();
    assertThat(LocalPath.of("/" + "x".repeat(2_000))).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalPath("//evil.example"));
  }
}
