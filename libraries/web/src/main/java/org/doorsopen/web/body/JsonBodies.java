package org.doorsopen.web.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.doorsopen.web.problems.BadBody;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads bodies as RFC 8259 wants them: UTF-8 to the letter, one value, no name twice. Jackson alone
 * would let overlong encodings pass and keep the last of two equal names.
 */
public final class JsonBodies {

  /** A schedule with all that it may have is a fifth as broad, and a third as deep. */
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(16)
          .maxTokenCount(20_000)
          .maxNameLength(200)
          .maxNumberLength(500)
          .build();

  private static final JsonMapper JSON =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private JsonBodies() {}

  /**
   * @throws org.doorsopen.web.problems.InvalidFields with every wrong field of the body and of the
   *     headers
   * @throws BadBody if the body is no JSON object
   */
  public static <T> T read(byte[] body, BodyReader<T> reader, HttpHeaders headers) {
    JsonFields fields = fields(withoutMark(decode(body)));
    T value = reader.read(fields, headers);
    fields.check();
    return value;
  }

  private static JsonFields fields(String text) {
    if (text.isBlank()) {
      throw new BadBody("The body is empty; send a JSON object: { … }.");
    }
    try {
      return JsonFields.of(JSON.readTree(text));
    } catch (JacksonException e) {
      throw new BadBody(explain(e));
    } catch (NumberFormatException e) {
      // Jackson lets it through from an exponent that has too many digits itself.
      throw new BadBody("The body has a number that is out of all bounds.");
    }
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadBody("The body is not valid UTF-8.");
    }
  }

  /** A byte order mark is none of the text (RFC 8259, section 8.1). */
  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static String explain(JacksonException e) {
    String reason =
        e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst(" \\(start marker at.*", "");
    TokenStreamLocation at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? "The body is not valid JSON: %s".formatted(reason)
        : "The body is not valid JSON at line %d, column %d: %s"
            .formatted(at.getLineNr(), at.getColumnNr(), reason);
  }
}
