package org.doorsopen.rsvp.meetups;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 404: no meetup that takes place is announced. */
public final class NoMeetupAhead extends ResponseStatusException {

  public NoMeetupAhead() {
    super(HttpStatus.NOT_FOUND, "No meetup is announced at the moment.");
  }
}
