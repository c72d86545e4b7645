package org.doorsopen.schedule.drafts;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such meetup; answered with 404. */
public final class MeetupNotFound extends ResponseStatusException {

  public MeetupNotFound() {
    super(HttpStatus.NOT_FOUND, "There is no such meetup.");
  }
}
