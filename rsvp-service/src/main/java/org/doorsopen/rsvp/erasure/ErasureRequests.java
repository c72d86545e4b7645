package org.doorsopen.rsvp.erasure;

import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.springframework.stereotype.Service;

/** Does what the holder of a token may have done who wants to be erased. */
@Service
public class ErasureRequests {

  private final Erasing erasing;
  private final RsvpRequests requests;

  ErasureRequests(Erasing erasing, RsvpRequests requests) {
    this.erasing = erasing;
    this.requests = requests;
  }

  /**
   * By the token of an erasure, everything of the address is erased. By that of a mail, which may
   * have been forwarded, a fresh mail with such a token is asked for. By that of the answer the
   * RSVP is cancelled, and its address is told: it may be somebody else's. Its contact is erased
   * with those of other ended RSVPs.
   */
  public void request(AccessGrant grant, Traceparent trace) {
    switch (grant.purpose()) {
      case ERASURE -> erasing.allOfTheAddressOf(grant.rsvp(), trace);
      case MAIL -> {
        requests.confirmAddress(grant.rsvp(), trace);
        requests.askForErasureLink(grant.rsvp(), trace);
      }
      case ANSWER -> requests.cancel(grant.rsvp(), trace);
      case CALENDAR, CHECK_IN ->
          throw new IllegalArgumentException("A token of a calendar or of the door asks nothing.");
    }
  }
}
