package org.doorsopen.web.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.doorsopen.web.problems.BadBody;
import org.doorsopen.web.problems.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class JsonBodiesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e77777777777777777777",
        "-1E+77777777777777777777",
        "1.5e-77777777777777777777",
        "1e2147483647",
        "1e-2147483648",
        "1e2147483648",
        "0e99999999999",
        "1e400",
        "-0.0",
        "99999999999999999999999999999999999999"
      })
  void refusesNumbersOfEverySizeWhereverTheyStand(String number) {
    for (String body :
        new String[] {
          "{\"guests\": %s}", "{\"other\": %s}", "{\"name\": {\"a\": [%s]}}", "[[%s]]", "%s", "[%s["
        }) {
      assertThatThrownBy(() -> read(body.formatted(number)))
          .isInstanceOfAny(BadBody.class, InvalidFields.class);
    }
  }

  @Test
  void refusesNumbersThatAreLongerThanAnybodyNeeds() {
    assertThatThrownBy(() -> read("{\"guests\": %s}".formatted("9".repeat(501))))
        .isInstanceOf(BadBody.class);
  }

  @Test
  void takesANumberWithinItsBounds() {
    assertThat(read("{\"name\": \"Ada\", \"guests\": 3}")).isEqualTo(3);
  }

  private static int read(String json) {
    return JsonBodies.read(
        json.getBytes(UTF_8),
        (body, _) -> {
          body.line("name", 1, 100);
          return body.integer("guests", 0, 20);
        },
        new HttpHeaders());
  }
}
