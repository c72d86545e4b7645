package org.doorsopen.rsvp.erasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.erasure.Erasure;
import org.doorsopen.rsvp.erasure.ErasureRequests;
import org.doorsopen.rsvp.erasure.Erasures;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets attendees be erased, by a token of their RSVP, and see what became of it. */
@RestController
@RequestMapping("/api/rsvps/{rsvpId}")
@Tag(name = "RSVPs")
class ErasureController {

  private final RsvpAccess access;
  private final ErasureRequests requests;
  private final Erasures erasures;

  ErasureController(RsvpAccess access, ErasureRequests requests, Erasures erasures) {
    this.access = access;
    this.requests = requests;
    this.erasures = erasures;
  }

  record OfOneRsvp(List<Erasure> erasures) {}

  @PostMapping("/erasure")
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
    requests.request(
        access.showsErasureToken(rsvpId, request)
            ? access.toErase(rsvpId, request)
            : access.toAct(rsvpId, request),
        Traceparent.parse(traceparent));
  }

  @GetMapping("/erasures")
  @Operation(
      summary = "Erasures of this RSVP that were asked for, and each service's receipt",
      description =
          "A receipt says since when a service holds neither name nor address of this RSVP.")
  OfOneRsvp erasures(@PathVariable String rsvpId, HttpServletRequest request) {
    return new OfOneRsvp(erasures.of(access.toSee(rsvpId, request).rsvp().rsvpId()));
  }
}
