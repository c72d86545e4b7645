package org.doorsopen.rsvp.meetups;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 404: the meetup was never published, or the read model has not read it yet. */
public final class UnknownMeetup extends ResponseStatusException {

  public UnknownMeetup() {
    super(HttpStatus.NOT_FOUND, "There is no such meetup.");
  }
}
