package org.doorsopen.schedule.drafts;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such meetup; answered as 404. */
public final class MeetupNotFound extends ResponseStatusException {

  private MeetupNotFound(String reason) {
    super(HttpStatus.NOT_FOUND, reason);
  }

  public static MeetupNotFound of(UUID meetupId) {
    return new MeetupNotFound("There is no meetup %s.".formatted(meetupId));
  }
}
