package org.doorsopen.rsvp.exports.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.exports.DataExports;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Lets attendees have sent to their mailbox what is held about its address. */
@RestController
@Tag(name = "RSVPs")
class ExportController {

  private final RsvpAccess access;
  private final DataExports exports;

  ExportController(RsvpAccess access, DataExports exports) {
    this.access = access;
    this.exports = exports;
  }

  @PostMapping("/api/rsvps/{rsvpId}/export")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Asks for everything that is held about the address of this RSVP",
      description =
          "With the token of the link in a mail, a mail is sent to the address, with what each"
              + " service holds, in words and as JSON; at most one an hour. The answer tells"
              + " nothing of it. Other tokens are not good for that.")
  void export(
      @PathVariable String rsvpId,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    exports.request(access.toConfirm(rsvpId, request).rsvp(), Traceparent.parse(traceparent));
  }
}
