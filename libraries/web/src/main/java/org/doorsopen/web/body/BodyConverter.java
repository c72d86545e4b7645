package org.doorsopen.web.body;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.doorsopen.web.problems.OtherCharset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/**
 * Hands bodies to their readers, ahead of Jackson's own converter. Those in another charset than
 * UTF-8 are not read, and said to be so.
 */
final class BodyConverter implements HttpMessageConverter<Object> {

  private static final List<MediaType> JSON =
      List.of(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));

  private final Map<Class<?>, BodyReader<?>> readers;

  BodyConverter(Map<Class<?>, BodyReader<?>> readers) {
    this.readers = Map.copyOf(readers);
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
    return readers.containsKey(type)
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
    return readers.containsKey(type) ? JSON : List.of();
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    BodyReader<?> reader = readers.get(type);
    if (reader == null) {
      throw new IllegalArgumentException("No reader of " + type);
    }
    requireUtf8(message.getHeaders());
    return JsonBodies.read(message.getBody().readAllBytes(), reader, message.getHeaders());
  }

  @Override
  public void write(Object value, @Nullable MediaType contentType, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Bodies are only read");
  }

  private static void requireUtf8(HttpHeaders headers) {
    MediaType type = headers.getContentType();
    Charset charset = type == null ? null : type.getCharset();
    if (charset != null && !charset.equals(UTF_8) && !charset.equals(US_ASCII)) {
      throw new OtherCharset(charset.name());
    }
  }
}
