package org.doorsopen.rsvp.erasure;

import java.util.ArrayList;
import java.util.List;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.springframework.stereotype.Service;

/** Erases everything of one address. That its owner wants it is for callers to make sure of. */
@Service
public class AddressErasure {

  private final Contacts contacts;
  private final RsvpRequests requests;

  AddressErasure(Contacts contacts, RsvpRequests requests) {
    this.contacts = contacts;
    this.requests = requests;
  }

  /** Cancels and erases this RSVP and all that share its address. Safe to repeat. */
  public void eraseAllOf(RsvpKey rsvp, Traceparent trace) {
    List<RsvpKey> rsvps = new ArrayList<>(contacts.sharingTheAddressOf(rsvp.rsvpId()));
    rsvps.add(rsvp); // last, as RsvpRequests wants it
    requests.erase(rsvps, trace);
  }
}
