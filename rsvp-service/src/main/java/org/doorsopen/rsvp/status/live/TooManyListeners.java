package org.doorsopen.rsvp.status.live;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 429: so many listen from the client's address that others would find no place. */
final class TooManyListeners extends ResponseStatusException {

  private final Duration retryAfter;

  TooManyListeners(Duration retryAfter) {
    super(HttpStatus.TOO_MANY_REQUESTS, "Too many clients listen from your address.");
    this.retryAfter = retryAfter;
  }

  @Override
  public HttpHeaders getHeaders() {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
    return headers;
  }
}
