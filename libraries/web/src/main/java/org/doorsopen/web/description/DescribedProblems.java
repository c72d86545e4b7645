package org.doorsopen.web.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds to each operation the problems (RFC 9457) that every route of its kind may answer, and the
 * schema of a problem to those that an operation declares itself.
 */
final class DescribedProblems implements OpenApiCustomizer {

  private static final String PROBLEM = "Problem";
  private static final Set<HttpMethod> SAFE_METHODS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final BiPredicate<String, String> isPublic;

  /**
   * @param isPublic whether a method and a path need no login
   */
  DescribedProblems(BiPredicate<String, String> isPublic) {
    this.isPublic = isPublic;
  }

  @Override
  public void customise(OpenAPI description) {
    if (description.getPaths() == null) {
      return;
    }
    description.getComponents().addSchemas(PROBLEM, problem());
    description.getComponents().addSchemas("FieldError", fieldError());
    description
        .getPaths()
        .forEach((path, item) ->
            item.readOperationsMap()
                .forEach((method, operation) -> complete(operation, method, path)));
  }

  private void complete(Operation operation, HttpMethod method, String path) {
    ApiResponses responses = operation.getResponses();
    general(operation, method, path)
        .forEach((status, meaning) -> {
          if (!responses.containsKey(status)) {
            responses.addApiResponse(status, new ApiResponse().description(meaning));
          }
        });
    responses.forEach((status, response) -> {
      if (status.startsWith("4") || status.startsWith("5")) {
        response.content(
            new Content()
                .addMediaType(
                    "application/problem+json", new MediaType().schema(reference(PROBLEM))));
      }
    });
  }

  private Map<String, String> general(Operation operation, HttpMethod method, String path) {
    Map<String, String> problems = new TreeMap<>();
    problems.put("400", "The request is malformed; wrong fields are all named in errors");
    if (operation.getRequestBody() != null) {
      problems.put("413", "The body is too large");
      problems.put("415", "The body is not JSON");
    }
    if (path.contains("{")) {
      problems.put("404", "There is nothing at this address");
    }
    if (!isPublic.test(method.name(), path)) {
      problems.put("401", "The organizer's login is missing or wrong");
    }
    if (!SAFE_METHODS.contains(method)) {
      problems.put("403", "A page of another site made a browser send the request");
    }
    problems.put("500", "Something failed here and was logged");
    problems.put("503", "Kafka or the database does not answer; Retry-After says when to repeat");
    return problems;
  }

  private static Schema<?> problem() {
    return schema("object")
        .addProperty("title", schema("string"))
        .addProperty("status", schema("integer"))
        .addProperty("detail", schema("string"))
        .addProperty("instance", schema("string"))
        .addProperty("errors", schema("array").items(reference("FieldError")))
        .addRequiredItem("title")
        .addRequiredItem("status");
  }

  private static Schema<?> fieldError() {
    return schema("object")
        .addProperty("field", schema("string").description("A path, such as agenda[2].startsAt"))
        .addProperty("message", schema("string").description("How to mend it"))
        .addRequiredItem("field")
        .addRequiredItem("message");
  }

  private static Schema<?> schema(String type) {
    Schema<?> schema = new Schema<>(SpecVersion.V31);
    schema.addType(type);
    return schema;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>(SpecVersion.V31).$ref("#/components/schemas/" + name);
  }
}
