package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists the RSVPs of a meetup for organizers: as JSON, or as CSV if that is asked for. */
@RestController
@RequestMapping("/api/meetups/{meetupId}/rsvps")
@Tag(name = "Organizers")
class AttendeesController {

  private static final String CSV = "text/csv;charset=UTF-8";

  private final Attendees attendees;
  private final Meetups meetups;

  AttendeesController(Attendees attendees, Meetups meetups) {
    this.attendees = attendees;
    this.meetups = meetups;
  }

  record Rsvps(List<Attendee> rsvps) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(summary = "Every RSVP that was decided, in the order of the first decisions")
  Rsvps json(@PathVariable String meetupId) {
    return new Rsvps(of(meetupId));
  }

  @GetMapping(produces = CSV)
  ResponseEntity<String> csv(@PathVariable String meetupId) {
    StringBuilder csv = new StringBuilder(Csv.BYTE_ORDER_MARK);
    csv.append(
        Csv.row(
            "rsvpId",
            "name",
            "email",
            "status",
            "seats",
            "waitlistPosition",
            "reason",
            "undelivered",
            "cancelledBy"));
    for (Attendee attendee : of(meetupId)) {
      csv.append(
          Csv.row(
              attendee.rsvpId(),
              attendee.name(),
              attendee.email(),
              attendee.status(),
              attendee.seats(),
              attendee.waitlistPosition(),
              attendee.reason(),
              attendee.undelivered() == null ? null : attendee.undelivered().reason(),
              attendee.cancelledBy()));
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(CSV))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rsvps.csv\"")
        .body(csv.toString());
  }

  private List<Attendee> of(String meetupId) {
    if (meetups.find(meetupId).isEmpty()) {
      throw new UnknownMeetup();
    }
    return attendees.of(meetupId);
  }
}
