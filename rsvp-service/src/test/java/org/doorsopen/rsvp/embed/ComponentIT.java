package org.doorsopen.rsvp.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@RsvpService
class ComponentIT {

  private static final String PATH = "/embed/doors-meetup.js";

  @Autowired private RunningService service;

  @Test
  void isForEveryPageAndKeptForAWhile() {
    Answer script = service.browser().get(PATH, "Origin", "https://anybody.example");

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Type"))
        .isEqualToIgnoringCase("text/javascript;charset=UTF-8");
    assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(script.headers().allValues("Cross-Origin-Resource-Policy"))
        .containsExactly("cross-origin");
    assertThat(script.headers().allValues("Cache-Control"))
        .containsExactly(
            "public, max-age=3600, stale-while-revalidate=604800, stale-if-error=604800");
    assertThat(script.body()).contains("customElements.define(\"doors-meetup\"", "Gäste");
    assertThat(service.browser().get(PATH, "If-None-Match", script.header("ETag")).status())
        .isEqualTo(304);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip                  | gzip
          gzip, deflate, br     | gzip
          gzip;q=0              | ''
          br                    | ''
          """)
  void isZippedForThoseThatTakeIt(String accepted, String encoding) {
    Answer script = service.browser().get(PATH, "Accept-Encoding", accepted);

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Content-Encoding")).isEqualTo(encoding);
    assertThat(script.header("Vary")).containsIgnoringCase("Accept-Encoding");
  }
}
