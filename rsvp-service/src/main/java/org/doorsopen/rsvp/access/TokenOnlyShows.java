package org.doorsopen.rsvp.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Answers 403 to a token that is right and shows the RSVP, and may not change it. */
public final class TokenOnlyShows extends ResponseStatusException {

  TokenOnlyShows() {
    super(
        HttpStatus.FORBIDDEN,
        "This token only shows the RSVP. The link in an e-mail about it does more.");
  }
}
