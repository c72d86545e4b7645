package org.doorsopen.rsvp.attendees.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.attendees.Attendees;
import org.doorsopen.rsvp.meetups.Meetups;
import org.doorsopen.rsvp.meetups.UnknownMeetup;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the RSVPs of a meetup for organizers: as JSON, or as CSV if that is asked for. */
@RestController
@RequestMapping("/api/meetups/{meetupId}/rsvps")
@Tag(name = "Organizers")
class AttendeesController {

  private final Attendees attendees;
  private final CsvFile file;
  private final Meetups meetups;

  AttendeesController(Attendees attendees, CsvFile file, Meetups meetups) {
    this.attendees = attendees;
    this.file = file;
    this.meetups = meetups;
  }

  record Rsvps(List<Attendee> rsvps) {}

  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "The RSVPs that were decided, in the order of the first decisions",
      description =
          "All of them, or those that the parameters mean. As CSV there may be any number: the file"
              + " is written while it is read.")
  @Parameter(
      name = AttendeeQuery.STATUS,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"confirmed", "waitlisted", "declined", "cancelled"}))
  @Parameter(
      name = AttendeeQuery.TYPED,
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", maxLength = 200),
      description = "Words, each of which is in the name, without case and accents, or the address")
  @Parameter(
      name = AttendeeQuery.MAILS,
      in = ParameterIn.QUERY,
      schema = @Schema(type = "string", allowableValues = AttendeeQuery.UNREACHED),
      description = "Those alone whose mails reach nobody")
  Rsvps json(
      @PathVariable String meetupId,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters) {
    AttendeeQuery query = AttendeeQuery.read(parameters);
    checkKnown(meetupId);
    return new Rsvps(attendees.all(meetupId, query.filter()));
  }

  @GetMapping(produces = CsvFile.TYPE)
  @ApiResponse(
      responseCode = "200",
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
  @Parameter(
      name = AttendeeQuery.SEPARATOR,
      in = ParameterIn.QUERY,
      schema =
          @Schema(
              type = "string",
              allowableValues = {"comma", "semicolon"}),
      description = "Of the CSV; a comma unless another one is asked for")
  void csv(
      @PathVariable String meetupId,
      @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
      HttpServletResponse response) {
    AttendeeQuery query = AttendeeQuery.read(parameters);
    checkKnown(meetupId);
    file.write(meetupId, query, response);
  }

  /** Left to the server, which ends the connection. */
  @ExceptionHandler
  void on(CsvFile.BrokenOff failure) {
    throw failure;
  }

  private void checkKnown(String meetupId) {
    if (!meetups.isPublished(meetupId)) {
      throw new UnknownMeetup();
    }
  }
}
