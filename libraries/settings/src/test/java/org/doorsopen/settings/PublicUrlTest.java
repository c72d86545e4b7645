package org.doorsopen.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicUrlTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://meetups.example.org",
        "HTTP://Meetups.example.org:8080",
        "http://192.168.1.7:8080",
        "http://127.0.0.1.example.org",
        "http://localhost.example.org",
        "http://[2001:db8::1]"
      })
  void knowsWhatGoesOverTheNetworkInClearText(String url) {
    assertThat(PublicUrl.at(URI.create(url)).isClearTextElsewhere()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://meetups.example.org",
        "HTTPS://meetups.example.org",
        "http://localhost:8080",
        "http://doors.localhost",
        "http://127.0.0.1:8080",
        "http://127.1.2.3",
        "http://[::1]:8080"
      })
  void knowsWhatDoesNot(String url) {
    assertThat(PublicUrl.at(URI.create(url)).isClearTextElsewhere()).isFalse();
  }

  @Test
  void answersToItsHostAndToTheDomain() {
    assertThat(new PublicUrl(URI.create("https://a.example"), "b.example").hosts())
        .containsExactly("a.example", "b.example");
    assertThat(new PublicUrl(null, null).hosts()).containsExactly("localhost");
  }
}
