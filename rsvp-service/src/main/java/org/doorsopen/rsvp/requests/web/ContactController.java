package org.doorsopen.rsvp.requests.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.doorsopen.rsvp.access.RsvpAccess;
import org.doorsopen.rsvp.requests.ContactCorrection;
import org.doorsopen.rsvp.requests.ContactCorrections;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes corrections of names and languages. */
@RestController
@Tag(name = "RSVPs")
class ContactController {

  private final RsvpAccess access;
  private final ContactCorrections corrections;

  ContactController(RsvpAccess access, ContactCorrections corrections) {
    this.access = access;
    this.corrections = corrections;
  }

  @PutMapping("/api/rsvps/{rsvpId}/contact")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Corrects the name, and the language of mails; needs the token of a mail",
      description =
          "Without a locale the language stays as it is. The address cannot be corrected: cancel,"
              + " and ask again with the right one. Mails that are written from now on have the new"
              + " name. 409: the RSVP is over, or has not arrived yet. Safe to repeat.")
  void correct(
      @PathVariable String rsvpId,
      @RequestBody ContactCorrection correction,
      @RequestHeader(required = false) @Nullable String traceparent,
      HttpServletRequest request) {
    corrections.correct(
        access.toConfirm(rsvpId, request), _ -> correction, Traceparent.parse(traceparent));
  }
}
