package org.doorsopen.web.body;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a form by the reader of the JSON body that asks for the same, so that both are validated in
 * one place and their errors have the same names.
 */
public final class FormBodies {

  /**
   * A number that fits into an int: a longer one is out of every range, and is told so as a text.
   */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

  private FormBodies() {}

  /**
   * @param form what was typed, by the names that the API has; an empty field is a missing one
   * @param numbers the names of the fields that are numbers in JSON
   * @throws org.doorsopen.web.problems.InvalidFields with every wrong field
   */
  public static <T> T read(
      Map<String, String> form, Set<String> numbers, BodyReader<T> reader, HttpHeaders headers) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    form.forEach((name, typed) -> {
      String text = typed.strip();
      if (numbers.contains(name) && NUMBER.matcher(text).matches()) {
        body.put(name, Integer.parseInt(text));
      } else if (!text.isEmpty()) {
        body.put(name, typed);
      }
    });
    JsonFields fields = JsonFields.of(body);
    T value = reader.read(fields, headers);
    fields.check();
    return value;
  }
}
