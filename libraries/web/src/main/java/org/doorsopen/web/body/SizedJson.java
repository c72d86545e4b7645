package org.doorsopen.web.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers with JSON whose length is said. Spring flushes an answer before it has ended, so that it
 * would go out in chunks: in two pieces, each of which costs the server, a front door and the
 * client. What is long goes out in chunks still, so that it need not fit the heap.
 */
public final class SizedJson extends JacksonJsonHttpMessageConverter {

  private static final int MAX_BYTES = 64 * 1024;
  private static final int USUAL_BYTES = 2 * 1024;

  public SizedJson(JsonMapper json) {
    super(json);
  }

  @Override
  protected void writeInternal(
      Object value,
      ResolvableType type,
      HttpOutputMessage message,
      @Nullable Map<String, Object> hints)
      throws IOException {
    Sized sized = new Sized(message);
    super.writeInternal(value, type, sized, hints);
    sized.end();
  }

  private static final class Sized extends OutputStream implements HttpOutputMessage {

    private final HttpOutputMessage message;
    private final ByteArrayOutputStream first = new ByteArrayOutputStream(USUAL_BYTES);
    private @Nullable OutputStream rest;

    Sized(HttpOutputMessage message) {
      this.message = message;
    }

    @Override
    public HttpHeaders getHeaders() {
      return message.getHeaders();
    }

    @Override
    public OutputStream getBody() {
      return this;
    }

    @Override
    public void write(int oneByte) throws IOException {
      write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (rest == null && first.size() + length > MAX_BYTES) {
        rest = message.getBody();
        first.writeTo(rest);
      }
      (rest == null ? first : rest).write(bytes, offset, length);
    }

    void end() throws IOException {
      if (rest == null) {
        message.getHeaders().setContentLength(first.size());
        first.writeTo(message.getBody());
      }
    }
  }
}
