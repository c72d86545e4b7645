package org.doorsopen.rsvp.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 404: there is no such RSVP, or the read model has not read it yet. */
public final class UnknownRsvp extends ResponseStatusException {

  public UnknownRsvp() {
    super(HttpStatus.NOT_FOUND, "There is no such RSVP.");
  }
}
