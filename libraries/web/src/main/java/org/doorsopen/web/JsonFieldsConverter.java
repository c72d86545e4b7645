package org.doorsopen.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a body as RFC 8259 wants it: UTF-8 to the letter, one value, no name twice. Jackson alone
 * would let overlong encodings pass and keep the last of two equal names.
 */
final class JsonFieldsConverter implements HttpMessageConverter<JsonFields> {

  // Ahead of Jackson's own converter for all that it would take, whatever charset is claimed.
  private static final List<MediaType> JSON =
      List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

  private final JsonMapper json =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return type == JsonFields.class
        && mediaType != null
        && JSON.stream().anyMatch(json -> json.includes(mediaType));
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return JSON;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes(Class<?> type) {
    return type == JsonFields.class ? getSupportedMediaTypes() : List.of();
  }

  @Override
  public JsonFields read(Class<? extends JsonFields> type, HttpInputMessage message)
      throws IOException {
    String text = decode(message.getBody().readAllBytes());
    if (text.isBlank()) {
      throw new BadBody("The body is empty; send a JSON object: { … }.");
    }
    try {
      return JsonFields.of(json.readTree(text));
    } catch (JacksonException e) {
      throw new BadBody(explain(e));
    }
  }

  @Override
  public void write(JsonFields fields, @Nullable MediaType contentType, HttpOutputMessage message) {
    throw new UnsupportedOperationException("JsonFields are only read");
  }

  private static String decode(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadBody("The body is not valid UTF-8.");
    }
  }

  private static String explain(JacksonException e) {
    String reason =
        e.getOriginalMessage()
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst(" \\(start marker at.*", "");
    var at = e.getLocation();
    return at == null || at.getLineNr() < 1
        ? "The body is not valid JSON: %s".formatted(reason)
        : "The body is not valid JSON at line %d, column %d: %s"
            .formatted(at.getLineNr(), at.getColumnNr(), reason);
  }
}
