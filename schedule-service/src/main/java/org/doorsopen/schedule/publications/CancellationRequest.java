package org.doorsopen.schedule.publications;

import org.doorsopen.schedule.publications.Publishing.Announcement;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** An organizer's words about a cancellation. */
record CancellationRequest(@Nullable String note) {

  @Component
  static final class Reader implements BodyReader<CancellationRequest> {
    @Override
    public CancellationRequest read(Fields body, HttpHeaders headers) {
      return new CancellationRequest(body.optionalText("note", Announcement.MAX_NOTE));
    }
  }
}
