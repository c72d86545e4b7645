package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.doorsopen.rsvp.requests.SeatGrants;
import org.doorsopen.rsvp.requests.SeatGrants.Added;
import org.doorsopen.rsvp.requests.SeatGrants.Wish;
import org.doorsopen.rsvp.requests.web.NewRsvpReader;
import org.doorsopen.rsvp.status.Reason;
import org.doorsopen.rsvp.status.RsvpHistory;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.web.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Takes wishes to give seats by hand from organizers' programs; seat allocation decides them. */
@RestController
@RequestMapping("/api")
@Tag(name = "Organizers")
class SeatGrantsController {

  private static final Logger log = LoggerFactory.getLogger(SeatGrantsController.class);

  private final Meetups meetups;
  private final SeatGrants grants;
  private final RsvpStatuses statuses;
  private final RsvpHistory history;

  SeatGrantsController(
      Meetups meetups, SeatGrants grants, RsvpStatuses statuses, RsvpHistory history) {
    this.meetups = meetups;
    this.grants = grants;
    this.statuses = statuses;
    this.history = history;
  }

  /** Where a wish stands. */
  enum Status {
    REQUESTED,
    GRANTED,
    DECLINED
  }

  record GrantAccepted(String grantId, String rsvpId, String meetupId, Status status) {}

  /**
   * @param status REQUESTED if no answer was read yet
   * @param reason why there are no seats; null unless DECLINED
   */
  record Grant(String grantId, Status status, @Nullable Reason reason) {}

  @PostMapping("/rsvps/{rsvpId}/grants")
  @Operation(
      summary = "Gives an RSVP its seats by hand, which waits or was declined",
      description =
          "Past the waitlist, also before RSVPs open and after they have closed, but never more"
              + " seats than there are. With reserved, kept seats are used first. The organizer's"
              + " name and the reason are recorded. The decision is where Location points, and the"
              + " person gets a mail if it is a seat.")
  @ApiResponse(responseCode = "202", description = "It was asked", useReturnTypeSchema = true)
  @Parameter(
      name = NewRsvpReader.IDEMPOTENCY_KEY,
      in = ParameterIn.HEADER,
      schema = @Schema(type = "string", minLength = 16, maxLength = 200),
      description = "The same wish with the same key counts once.")
  ResponseEntity<GrantAccepted> give(
      @PathVariable String rsvpId,
      @RequestBody GrantWish grant,
      @RequestHeader(required = false) @Nullable String traceparent,
      Principal organizer) {
    RsvpKey rsvp = statuses.known(rsvpId);
    Wish wish = grant.of(Organizers.recordedName(organizer));
    String grantId = grants.give(rsvp, wish, Traceparent.parse(traceparent));
    log.info("{} wants {} to have seats", wish.organizer(), rsvp.rsvpId());
    return accepted(rsvp, grantId);
  }

  @PostMapping("/meetups/{meetupId}/grants")
  @Operation(
      summary = "Adds a person by hand, who need not confirm the address",
      description =
          "As for an RSVP that is there. 503 means that the outcome is unknown; the same request"
              + " with the same Idempotency-Key makes a retry safe. 422: the key came before with"
              + " other details, and nothing has changed. 409: the RSVP of this key has ended;"
              + " another key asks again.")
  @ApiResponse(responseCode = "202", description = "It was asked", useReturnTypeSchema = true)
  @Parameter(
      name = NewRsvpReader.IDEMPOTENCY_KEY,
      in = ParameterIn.HEADER,
      schema = @Schema(type = "string", minLength = 16, maxLength = 200),
      description = "The same person with the same key is added once.")
  ResponseEntity<GrantAccepted> add(
      @PathVariable String meetupId,
      @RequestBody GrantWish.OfAPerson grant,
      @RequestHeader(required = false) @Nullable String traceparent,
      Principal organizer) {
    if (!meetups.isPublished(meetupId)) {
      throw new UnknownMeetup();
    }
    Wish wish = grant.wish().of(Organizers.recordedName(organizer));
    Added added = grants.add(meetupId, grant.person(), wish, Traceparent.parse(traceparent));
    log.info("{} wants to add {}", wish.organizer(), added.rsvp().rsvpId());
    return accepted(added.rsvp(), added.grantId());
  }

  @GetMapping("/rsvps/{rsvpId}/grants/{grantId}")
  @Operation(summary = "What was decided about seats by hand")
  Grant grant(@PathVariable String rsvpId, @PathVariable String grantId) {
    String canonical = canonical(grantId);
    return statuses
        .find(canonical(rsvpId))
        .flatMap(rsvp -> history.answerTo(rsvp, canonical))
        .map(answer ->
            new Grant(
                canonical, answer.granted() ? Status.GRANTED : Status.DECLINED, answer.reason()))
        .orElse(new Grant(canonical, Status.REQUESTED, null));
  }

  private static String canonical(String id) {
    return RsvpAccess.canonical(id)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such grant."));
  }

  private static ResponseEntity<GrantAccepted> accepted(RsvpKey rsvp, String grantId) {
    return ResponseEntity.accepted()
        .location(URI.create("/api/rsvps/%s/grants/%s".formatted(rsvp.rsvpId(), grantId)))
        .body(new GrantAccepted(grantId, rsvp.rsvpId(), rsvp.meetupId(), Status.REQUESTED));
  }
}
