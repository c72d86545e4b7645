package org.doorsopen.rsvp.access;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers 401, and does not say whether the token was missing, was wrong, has ended, or belongs
 * that does not exist.
 */
public final class WrongToken extends ResponseStatusException {

  WrongToken() {
    super(HttpStatus.UNAUTHORIZED, "The token is missing, wrong, or too old.");
  }

  /** The challenge of RFC 6750, section 3. */
  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return headers;
  }
}
