package org.doorsopen.rsvp.erasure.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.doorsopen.rsvp.erasure.Erasing;
import org.doorsopen.rsvp.erasure.Erasure;
import org.doorsopen.rsvp.erasure.Erasures;
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

/** Lets organizers erase on somebody's behalf, and shows them the receipts. */
@RestController
@RequestMapping("/api/erasures")
@Tag(name = "Organizers")
class ErasuresController {

  private static final Logger log = LoggerFactory.getLogger(ErasuresController.class);
  private static final int MAX_LISTED = 100;

  private final Erasing erasing;
  private final Erasures erasures;

  ErasuresController(Erasing erasing, Erasures erasures) {
    this.erasing = erasing;
    this.erasures = erasures;
  }

  /**
   * @param rsvps how many had this address
   */
  record Asked(String erasureId, int rsvps) {}

  record Latest(List<Erasure> erasures) {}

  @PostMapping
  @Operation(
      summary = "Cancels and erases every RSVP with an address, on somebody's behalf",
      description =
          "The organizer's name is recorded with it, and the address is not."
              + " Safe to repeat; after a 503, repeat it. An erasure of no RSVP leaves no trace.")
  @ApiResponse(responseCode = "202", description = "It was asked", useReturnTypeSchema = true)
  ResponseEntity<Asked> erase(
      @RequestBody Wanted wanted,
      @RequestHeader(required = false) @Nullable String traceparent,
      Principal organizer) {
    String name = Organizers.recordedName(organizer);
    Erasing.Done done = erasing.allOf(wanted.address(), name, Traceparent.parse(traceparent));
    log.info("{} has asked to erase {} RSVPs: {}", name, done.rsvps(), done.erasureId());
    return ResponseEntity.accepted()
        .location(URI.create("/api/erasures/" + done.erasureId()))
        .body(new Asked(done.erasureId(), done.rsvps()));
  }

  @GetMapping
  @Operation(summary = "The latest erasures that were asked for, by attendees as well")
  Latest latest() {
    return new Latest(erasures.latest(MAX_LISTED));
  }

  @GetMapping("/{erasureId}")
  @Operation(summary = "An erasure, and each service's receipt")
  Erasure erasure(@PathVariable String erasureId) {
    return erasures
        .find(erasureId)
        .orElseThrow(
            () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such erasure."));
  }
}
