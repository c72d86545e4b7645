package org.doorsopen.rsvp.erasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.contacts.Contacts;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets attendees cancel and erase with the token of their RSVP. */
@RestController
@Tag(name = "RSVPs")
class ErasureController {

  private final RsvpAccess access;
  private final Contacts contacts;
  private final RsvpRequests requests;

  ErasureController(RsvpAccess access, Contacts contacts, RsvpRequests requests) {
    this.access = access;
    this.contacts = contacts;
    this.requests = requests;
  }

  @PostMapping("/api/rsvps/{rsvpId}/erasure")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Cancels and erases this RSVP; with a token from a mail, all RSVPs of its address",
      description =
          "With the token of the link in a mail, every RSVP with the same address, of any meetup,"
              + " is cancelled, and name and address are erased. With the token of the 202 answer"
              + " it is this RSVP only, because that token is given for any address."
              + " Safe to repeat; after a 503, repeat it with the same token.")
  void erase(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    AccessGrant grant = access.grant(rsvpId, request);
    List<RsvpKey> rsvps = new ArrayList<>();
    if (grant.fromMail()) {
      rsvps.addAll(contacts.sharingTheAddressOf(grant.rsvp().rsvpId()));
    }
    rsvps.add(grant.rsvp()); // last, as RsvpRequests wants it
    requests.erase(rsvps, Traceparent.parse(traceparent));
  }
}
