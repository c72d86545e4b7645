package org.doorsopen.rsvp.erasure;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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
      summary = "Cancels every RSVP with the same address and erases the name and the address",
      description = "Safe to repeat; after a 503, repeat it with the same token.")
  void erase(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    RsvpKey addressed = access.byToken(rsvpId, request);
    List<RsvpKey> all = new ArrayList<>(contacts.sharingTheAddressOf(addressed.rsvpId()));
    all.add(addressed); // last, see RsvpRequests
    requests.erase(all, Traceparent.parse(traceparent));
  }
}
