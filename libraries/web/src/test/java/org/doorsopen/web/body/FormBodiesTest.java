package org.doorsopen.web.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.doorsopen.web.problems.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class FormBodiesTest {

  private record Party(String name, int guests) {}

  private static final BodyReader<Party> READER =
      (body, _) -> {
        String name = body.line("name", 1, 10);
        Integer guests = body.optionalInteger("guests", 0, 5);
        return new Party(name, guests == null ? 0 : guests);
      };

  @ParameterizedTest
  @CsvSource({"3, 3", "' 3 ', 3", "0, 0", "'', 0", "'  ', 0"})
  void readsWhatWasTypedAsTheValuesThatTheApiTakes(String typed, int guests) {
    assertThat(read(Map.of("name", "Ada", "guests", typed))).isEqualTo(new Party("Ada", guests));
  }

  @Test
  void keepsATextThatLooksLikeANumber() {
    assertThat(read(Map.of("name", "42"))).isEqualTo(new Party("42", 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"6", "-1", "two", "1.5", "1e0", "99999999999999999999", "٣"})
  void rejectsANumberThatIsNoneByItsName(String guests) {
    assertThatThrownBy(() -> read(Map.of("name", "Ada", "guests", guests)))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            invalid ->
                assertThat(invalid.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.field()).isEqualTo("guests")));
  }

  @Test
  void tellsEveryWrongFieldAtOnce() {
    assertThatThrownBy(() -> read(Map.of("name", " ", "guests", "9")))
        .isInstanceOfSatisfying(
            InvalidFields.class,
            invalid ->
                assertThat(invalid.errors())
                    .extracting("field")
                    .containsExactlyInAnyOrder("name", "guests"));
  }

  private static Party read(Map<String, String> form) {
    return FormBodies.read(form, Set.of("guests"), READER, new HttpHeaders());
  }
}
