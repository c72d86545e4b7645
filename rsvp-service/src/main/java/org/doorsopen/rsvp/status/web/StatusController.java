package org.doorsopen.rsvp.status.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.UnaryOperator;
import org.doorsopen.rsvp.access.AccessGrant;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.rates.RsvpRates;
import org.doorsopen.rsvp.status.PartyChange;
import org.doorsopen.rsvp.status.PartyChanges;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.rsvp.status.RsvpStatuses;
import org.doorsopen.rsvp.status.live.LiveStatuses;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Says how an RSVP stands to the holder of its token: once, or as Server-Sent Events for as long as
 * the client listens.
 */
@RestController
@RequestMapping("/api/rsvps/{rsvpId}")
@Tag(name = "RSVPs")
class StatusController {

  private final RsvpAccess access;
  private final RsvpStatuses statuses;
  private final PartyChanges changes;
  private final LiveStatuses live;
  private final RsvpRates rates;

  StatusController(
      RsvpAccess access,
      RsvpStatuses statuses,
      PartyChanges changes,
      LiveStatuses live,
      RsvpRates rates) {
    this.access = access;
    this.statuses = statuses;
    this.changes = changes;
    this.live = live;
    this.rates = rates;
  }

  @GetMapping
  @Operation(summary = "How an RSVP stands; needs its token as Bearer")
  RsvpStatus status(@PathVariable String rsvpId, HttpServletRequest request) {
    AccessGrant grant = access.toSee(rsvpId, request);
    return toldTo(grant).apply(statuses.of(grant.rsvp()));
  }

  @GetMapping("/events")
  @Operation(
      summary =
          "The same as Server-Sent Events named status: at once, and whenever it changes;"
              + " needs the token as Bearer or ?token=")
  void events(
      @PathVariable String rsvpId, HttpServletRequest request, HttpServletResponse response) {
    AccessGrant grant = access.toSeeByLink(rsvpId, request);
    RsvpKey key = grant.rsvp();
    if (HttpMethod.HEAD.matches(request.getMethod())) {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      return; // no body is written, so nothing would ever notice that the client is gone
    }
    rates.countListening(key.rsvpId());
    live.stream(key, toldTo(grant), request, response);
  }

  @GetMapping("/changes/{changeId}")
  @Operation(
      summary = "What was decided about another number of guests; needs the RSVP's token as Bearer")
  PartyChange change(
      @PathVariable String rsvpId, @PathVariable String changeId, HttpServletRequest request) {
    AccessGrant grant = access.toSee(rsvpId, request);
    String canonical =
        RsvpAccess.canonical(changeId)
            .orElseThrow(() ->
                new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such change."));
    return changes.of(grant.rsvp().rsvpId(), canonical);
  }

  private static UnaryOperator<RsvpStatus> toldTo(AccessGrant grant) {
    return grant.fromMail() ? UnaryOperator.identity() : RsvpStatus::toldToAnybody;
  }
}
