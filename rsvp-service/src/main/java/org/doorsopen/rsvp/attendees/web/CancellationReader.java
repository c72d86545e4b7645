package org.doorsopen.rsvp.attendees.web;

import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads the cancellation of somebody else's RSVP. */
@Component
final class CancellationReader implements BodyReader<CancellationReader.Cancellation> {

  static final String WORDS = "words";
  static final int MAX_WORDS = 1_000;

  /**
   * @param words for the person; null for none
   */
  record Cancellation(@Nullable String words) {}

  @Override
  public Cancellation read(Fields body, HttpHeaders headers) {
    return new Cancellation(body.optionalText(WORDS, MAX_WORDS));
  }
}
