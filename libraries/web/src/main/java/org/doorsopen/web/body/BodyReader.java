package org.doorsopen.web.body;

import org.springframework.http.HttpHeaders;

/**
 * Reads the body of a request as a value. With a bean of this type, controllers take
 * {@code @RequestBody T}, and the API's description shows what the reader asks for: it is run once
 * without a body to find that out.
 *
 * @param <T> of one reader only
 */
@FunctionalInterface
public interface BodyReader<T> {

  /**
   * Asks for every field, wrong or not, and returns what it got. The value is thrown away if any
   * field was rejected, so a constructor has to accept the stand-ins of {@link Fields}.
   *
   * @param headers of the request; a wrong one is rejected like a field
   */
  T read(Fields body, HttpHeaders headers);
}
