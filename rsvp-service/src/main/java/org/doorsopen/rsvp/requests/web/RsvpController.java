package org.doorsopen.rsvp.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.Principal;
import java.util.Objects;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.cancellations.OrganizerCancellations;
import org.doorsopen.rsvp.rates.AddressRates;
import org.doorsopen.rsvp.requests.Agreement;
import org.doorsopen.rsvp.requests.GuestsWish;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.rsvp.requests.PartyRequests;
import org.doorsopen.rsvp.requests.RsvpRequests;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.organizers.Organizers;
import org.doorsopen.web.problems.Unavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes requests for seats and cancellations. Answers come when Kafka has acknowledged the request;
 * the decision follows later.
 */
@RestController
@RequestMapping("/api")
@Tag(name = "RSVPs")
class RsvpController {

  private static final Logger log = LoggerFactory.getLogger(RsvpController.class);

  private final RsvpRequests requests;
  private final RsvpAccess access;
  private final RsvpTokens tokens;
  private final RsvpStatuses statuses;
  private final AddressRates rates;
  private final GuestLimit guestLimit;
  private final Agreements agreements;
  private final PartyRequests changes;
  private final OrganizerCancellations cancellations;

  RsvpController(
      RsvpRequests requests,
      RsvpAccess access,
      RsvpTokens tokens,
      RsvpStatuses statuses,
      AddressRates rates,
      GuestLimit guestLimit,
      Agreements agreements,
      PartyRequests changes,
      OrganizerCancellations cancellations) {
    this.requests = requests;
    this.access = access;
    this.tokens = tokens;
    this.statuses = statuses;
    this.rates = rates;
    this.guestLimit = guestLimit;
    this.agreements = agreements;
    this.changes = changes;
    this.cancellations = cancellations;
  }

  record Accepted(String rsvpId, String token, String meetupId, RsvpStatus.State status) {}

  @PostMapping("/meetups/{meetupId}/rsvps")
  @Operation(
      summary = "Asks for seats; the decision follows by e-mail and in the status",
      description =
          "503 means that the outcome is unknown; the same request with the same Idempotency-Key"
              + " makes a retry safe. 422: the key came before with other details, and nothing has"
              + " changed. 409: the RSVP of this key has ended; another key asks again. agreedTo"
              + " records that the person keeps to the code of conduct at the address that the"
              + " meetup has.")
  @ApiResponse(responseCode = "202", description = "It was asked", useReturnTypeSchema = true)
  @Parameter(
      name = NewRsvpReader.IDEMPOTENCY_KEY,
      in = ParameterIn.HEADER,
      schema = @Schema(type = "string", minLength = 16, maxLength = 200),
      description =
          "Unguessable, for example a random UUID: the same request with the same key gets the"
              + " same RSVP and its token.")
  ResponseEntity<Accepted> request(
      @PathVariable String meetupId,
      @RequestBody NewRsvp rsvp,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
      HttpServletRequest request) {
    guestLimit.check(meetupId, rsvp.guests());
    Agreement agreement = agreements.check(meetupId, rsvp.agreedTo());
    rates.count(request.getRemoteAddr(), rsvp.email());
    Traceparent trace = Traceparent.parse(headers.getFirst("traceparent"));
    RsvpKey key = requested(meetupId, rsvp, agreement, trace, request);
    String token = tokens.issue(key.meetupId(), key.rsvpId());
    return ResponseEntity.accepted()
        .location(URI.create("/api/rsvps/" + key.rsvpId()))
        .body(new Accepted(key.rsvpId(), token, key.meetupId(), RsvpStatus.State.REQUESTED));
  }

  private RsvpKey requested(
      String meetupId,
      NewRsvp rsvp,
      @Nullable Agreement agreement,
      Traceparent trace,
      HttpServletRequest request) {
    try {
      return requests.request(meetupId, rsvp, agreement, trace);
    } catch (Unavailable e) {
      rates.giveBack(request.getRemoteAddr(), rsvp.email());
      throw e;
    }
  }

  @DeleteMapping("/rsvps/{rsvpId}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Cancels an RSVP; needs its token, or the organizer's login")
  void cancel(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    Traceparent trace = Traceparent.parse(traceparent);
    if (request.isUserInRole("ORGANIZER")) {
      RsvpKey rsvp = statuses.known(rsvpId);
      String organizer = Organizers.recordedName(organizer(request));
      requests.cancel(rsvp, organizer, trace);
      log.info("{} has cancelled {}", organizer, rsvp.rsvpId());
      cancellations.add(rsvp, organizer);
    } else {
      AccessGrant grant = access.toAct(rsvpId, request);
      if (grant.confirmsTheAddress()) {
        requests.confirmAddress(grant.rsvp(), trace);
      }
      requests.cancel(grant.rsvp(), trace);
    }
  }

  @PostMapping("/rsvps/{rsvpId}/confirmation")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Confirms the address of an RSVP; needs the token of a mail",
      description =
          "Where the meetup asks for it, a seat whose address is not confirmed in time goes to the"
              + " next party. From then on the token of the 202 answer only shows. Safe to repeat.")
  void confirm(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    AccessGrant grant = access.toConfirm(rsvpId, request);
    requests.confirmAddress(grant.rsvp(), Traceparent.parse(traceparent));
  }

  record ChangeAccepted(String changeId, PartyChange.Status status) {}

  @PostMapping("/rsvps/{rsvpId}/changes")
  @Operation(
      summary = "Asks for another number of guests; needs the RSVP's token",
      description =
          "Fewer guests are granted at once. More are, while RSVPs are open, where the meetup admits"
              + " so many and seats are free that nobody waits for; otherwise everything stays as it"
              + " is. On the waitlist fewer keep the place, and more go to its end. The decision"
              + " follows by e-mail and where Location points. 409: the RSVP is over. The token of"
              + " the 202 answer is good for it until the address is confirmed.")
  @ApiResponse(responseCode = "202", description = "It was asked", useReturnTypeSchema = true)
  @Parameter(
      name = NewRsvpReader.IDEMPOTENCY_KEY,
      in = ParameterIn.HEADER,
      schema = @Schema(type = "string", minLength = 16, maxLength = 200),
      description = "The same number of guests with the same key counts once.")
  ResponseEntity<ChangeAccepted> change(
      @PathVariable String rsvpId,
      @RequestBody GuestsWish wish,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers,
      HttpServletRequest request) {
    AccessGrant grant = access.toAct(rsvpId, request);
    RsvpKey rsvp = grant.rsvp();
    if (statuses.of(rsvp).toldToAnybody().isOver()) {
      throw new ResponseStatusException(
          HttpStatus.CONFLICT, "The RSVP is over, and nothing of it can be changed.");
    }
    String changeId = changes.ask(grant, wish, Traceparent.parse(headers.getFirst("traceparent")));
    return ResponseEntity.accepted()
        .location(URI.create("/api/rsvps/%s/changes/%s".formatted(rsvp.rsvpId(), changeId)))
        .body(new ChangeAccepted(changeId, PartyChange.Status.REQUESTED));
  }

  private static Principal organizer(HttpServletRequest request) {
    return Objects.requireNonNull(request.getUserPrincipal());
  }
}
