package org.doorsopen.chaos.inputs;

import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong with an answer, if anything. */
final class Examiner {

  /** Words of answers that were never meant for a client. */
  private static final Pattern INSIDE =
      Pattern.compile("Exception\\b|\\bat org\\.|\\bjava\\.lang\\.|org\\.springframework");

  private Examiner() {}

  /**
   * @param type of the content, or empty
   */
  static Optional<String> fault(int status, String type, boolean retryAfter, String body) {
    if (status >= 500 && status != 503) {
      return Optional.of("answered " + status);
    }
    if (status == 503 && !retryAfter) {
      return Optional.of("answered 503 without Retry-After");
    }
    if (INSIDE.matcher(body).find()) {
      return Optional.of("tells of its inside: " + body);
    }
    return status < 400 ? Optional.empty() : problem(status, type, body);
  }

  private static Optional<String> problem(int status, String type, String body) {
    if (!type.startsWith("application/problem+json")) {
      return type.startsWith("text/html")
          ? Optional.empty()
          : Optional.of("answered %d as '%s': %s".formatted(status, type, body));
    }
    try {
      JsonNode problem = JsonMapper.shared().readTree(body);
      if (problem.path("status").asInt() != status || problem.path("title").asString().isBlank()) {
        return Optional.of("a problem without status or title: " + body);
      }
      return status == 400 ? unnamed(problem) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.of("a problem that is no JSON: " + body);
    }
  }

  /** A 400 names each field, or says of the whole what is wrong with it. */
  private static Optional<String> unnamed(JsonNode problem) {
    JsonNode errors = problem.path("errors");
    boolean namesFields =
        !errors.isEmpty()
            && errors
                .valueStream()
                .allMatch(error ->
                    !error.path("field").asString("").isBlank()
                        && !error.path("message").asString("").isBlank());
    boolean speaksOfTheWhole = !problem.path("detail").asString("").isBlank();
    return namesFields || (errors.isEmpty() && speaksOfTheWhole)
        ? Optional.empty()
        : Optional.of("a 400 that names no field: " + problem);
  }
}
