package org.doorsopen.web.problems;

import java.util.List;
import java.util.stream.Collectors;

/** The request has wrong fields; answered as 400 with all of them in {@code errors}. */
public final class InvalidFields extends RuntimeException {

  private final transient List<FieldError> errors;

  public InvalidFields(List<FieldError> errors) {
    super(
        errors.stream()
            .map(error -> error.field() + " " + error.message())
            .collect(Collectors.joining("; ")),
        null,
        false,
        false);
    this.errors = List.copyOf(errors);
  }

  /** A single wrong field, for example a query parameter. */
  public static InvalidFields of(String field, String message) {
    return new InvalidFields(List.of(new FieldError(field, message)));
  }

  /** In the order in which they were found. */
  public List<FieldError> errors() {
    return errors;
  }
}
