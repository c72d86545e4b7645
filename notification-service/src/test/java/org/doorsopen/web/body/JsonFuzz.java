package org.doorsopen.web.body;

import java.util.List;
import org.doorsopen.web.problems.BadBody;
import org.doorsopen.web.problems.InvalidFields;
import org.springframework.http.HttpHeaders;

/** A body is read, or refused with words for its sender; nothing of it is a failure of ours. */
public final class JsonFuzz {

  private static final int MAX_ERRORS = 100;

  private JsonFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    try {
      JsonBodies.read(data, (body, _) -> readAll(body), HttpHeaders.EMPTY);
    } catch (InvalidFields e) {
      if (e.errors().isEmpty() || e.errors().size() > MAX_ERRORS) {
        throw new AssertionError("refused with %d words".formatted(e.errors().size()));
      }
    } catch (BadBody e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("refused without a word");
      }
    }
  }

  /** A field of each kind. */
  private static List<Object> readAll(Fields body) {
    body.name("name", 1, 100);
    body.bare("email", 1, 254);
    body.optionalText("text", 1_000);
    body.integer("guests", 0, 20);
    body.optionalInstant("at");
    body.optionalUrl("url");
    body.optionalDuration("within");
    body.optionalDurations("leads", 5);
    body.flag("flag");
    return body.objects("a", 10, JsonFuzz::readInner);
  }

  private static Object readInner(Fields inner) {
    return inner.objects("b", 10, JsonFuzz::readInner);
  }
}
