package org.doorsopen.schedule.messages;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is no such message of that meetup; answered as 404. */
final class MessageNotFound extends ResponseStatusException {
  MessageNotFound() {
    super(HttpStatus.NOT_FOUND, "There is no such message.");
  }
}
