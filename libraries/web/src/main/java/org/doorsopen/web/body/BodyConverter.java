package org.doorsopen.web.body;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Hands bodies to their readers, ahead of Jackson's own converter and whatever the charset. */
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
    return JsonBodies.read(message.getBody().readAllBytes(), reader, message.getHeaders());
  }

  @Override
  public void write(Object value, @Nullable MediaType contentType, HttpOutputMessage message) {
    throw new UnsupportedOperationException("Bodies are only read");
  }
}
