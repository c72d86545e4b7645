package org.doorsopen.chaos.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExaminerTest {

  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | application/json | {}
          304 | '' | ''
          404 | text/html;charset=UTF-8 | <html>
          404 | application/problem+json | {"status":404,"title":"Not Found"}
          400 | application/problem+json | {"status":400,"title":"x","detail":"The body is empty."}
          400 | application/problem+json | {"status":400,"title":"x","errors":[{"field":"name","message":"must not be blank"}]}
          """)
  void findsNothingInAnAnswerAsItShouldBe(int status, String type, String body) {
    assertThat(Examiner.fault(status, type, false, body == null ? "" : body)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          500 | application/problem+json | {"status":500,"title":"x"} | answered 500
          503 | application/problem+json | {"status":503,"title":"x"} | without Retry-After
          404 | application/json | {"status":404} | answered 404 as
          404 | application/problem+json | {"status":400,"title":"x"} | without status or title
          404 | application/problem+json | {"status":404} | without status or title
          404 | application/problem+json | <html> | no JSON
          400 | application/problem+json | {"status":400,"title":"x"} | names no field
          400 | application/problem+json | {"status":400,"title":"x","errors":[{"field":"","message":"y"}]} | names no field
          400 | application/problem+json | {"status":400,"title":"java.lang.String"} | its inside
          200 | application/json | NullPointerException | its inside
          """)
  void findsWhatIsWrong(int status, String type, String body, String fault) {
    assertThat(Examiner.fault(status, type, false, body)).get().asString().contains(fault);
  }

  @Test
  void letsAServiceBeAwayThatSaysWhenToComeAgain() {
    assertThat(Examiner.fault(503, PROBLEM, true, "{\"status\":503,\"title\":\"x\"}")).isEmpty();
  }
}
