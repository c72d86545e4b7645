package org.doorsopen.schedule.drafts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.springframework.web.server.ResponseStatusException;

/** A header If-Match is read or refused with 400, in a time that goes with its length. */
public final class EntityTagFuzz {

  private EntityTagFuzz() {}

  /** Called by Jazzer. */
  public static void fuzzerTestOneInput(byte[] data) {
    // As Tomcat reads headers.
    String header = new String(data, ISO_8859_1);
    try {
      IfMatch.optional(header);
    } catch (ResponseStatusException e) {
      if (e.getStatusCode().value() != 400) {
        throw new AssertionError("refused with " + e.getStatusCode());
      }
    }
  }
}
