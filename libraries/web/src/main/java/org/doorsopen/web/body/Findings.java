package org.doorsopen.web.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;

/** Collects the wrong fields of one body, over all the objects in it. */
final class Findings {

  private static final int MAX_SHOWN = 100;

  private final Map<String, String> messages = new LinkedHashMap<>();
  private final List<JsonFields> read = new ArrayList<>();

  void read(JsonFields fields) {
    read.add(fields);
  }

  void reject(String path, String message) {
    messages.putIfAbsent(path, message);
  }

  boolean isRejected(String path) {
    return messages.containsKey(path);
  }

  void check() {
    read.forEach(JsonFields::rejectUnknownFields);
    if (!messages.isEmpty()) {
      throw new InvalidFields(
          messages.entrySet().stream()
              .limit(MAX_SHOWN)
              .map(entry -> new FieldError(entry.getKey(), entry.getValue()))
              .toList());
    }
  }
}
