package org.doorsopen.rsvp.erasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.erasure.ErasureRequests;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets attendees be erased, by a token of their RSVP. */
@RestController
@Tag(name = "RSVPs")
class ErasureController {

  private final RsvpAccess access;
  private final ErasureRequests erasures;

  ErasureController(RsvpAccess access, ErasureRequests erasures) {
    this.access = access;
    this.erasures = erasures;
  }

  @PostMapping("/api/rsvps/{rsvpId}/erasure")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Asks for the erasure of everything with the address of this RSVP",
      description =
          "With the token of the link in a mail, a fresh mail is sent with a link that is good for"
              + " an hour. With the token of that link, every RSVP with the same address, of any"
              + " meetup, is cancelled, and name and address are erased. With the token of the 202"
              + " answer, which is given for any address, this RSVP is cancelled, and erased with"
              + " other ended ones. Safe to repeat; after a 503, repeat it with the same token.")
  void erase(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    erasures.request(
        access.showsErasureToken(rsvpId, request)
            ? access.toErase(rsvpId, request)
            : access.toAct(rsvpId, request),
        Traceparent.parse(traceparent));
  }
}
