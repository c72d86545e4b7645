package org.doorsopen.rsvp.attendees.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.doorsopen.rsvp.attendees.Attendee;
import org.doorsopen.rsvp.attendees.Attendees;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes the list as a file for spreadsheets, some rows at a time and without a limit. */
@Component
class CsvFile {

  static final String TYPE = "text/csv;charset=UTF-8";

  private static final List<String> COLUMNS =
      List.of(
          "rsvpId",
          "name",
          "email",
          "status",
          "seats",
          "waitlistPosition",
          "reason",
          "undelivered",
          "cancelledBy",
          "decision",
          "decidedAt");

  private final Attendees attendees;

  CsvFile(Attendees attendees) {
    this.attendees = attendees;
  }

  /** The answer broke off in the middle: its reader has to see that, and so gets no end of it. */
  static final class BrokenOff extends RuntimeException {

    BrokenOff(RuntimeException cause) {
      super("A file broke off in the middle", cause);
    }
  }

  /**
   * @throws BrokenOff if something failed after the first rows
   */
  void write(String meetupId, AttendeeQuery query, HttpServletResponse response) {
    try {
      attendees.each(meetupId, query.filter(), rows -> append(rows, query.separator(), response));
    } catch (RuntimeException e) {
      throw response.getContentType() == null ? e : new BrokenOff(e);
    }
  }

  private static void append(
      List<Attendee> rows, Csv.Separator separator, HttpServletResponse response) {
    try {
      if (response.getContentType() == null) {
        begin(separator, response);
      }
      PrintWriter writer = response.getWriter();
      rows.forEach(row -> writer.append(Csv.row(separator, fields(row))));
      if (writer.checkError()) {
        throw new IOException("The reader is gone");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not before the first rows are read: until then, the answer may still be another one. */
  private static void begin(Csv.Separator separator, HttpServletResponse response)
      throws IOException {
    response.setContentType(TYPE);
    response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rsvps.csv\"");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.getWriter().append(Csv.BYTE_ORDER_MARK).append(Csv.row(separator, COLUMNS));
  }

  private static List<@Nullable Object> fields(Attendee attendee) {
    return Arrays.asList(
        attendee.rsvpId(),
        attendee.name(),
        attendee.email(),
        attendee.status(),
        attendee.seats(),
        attendee.waitlistPosition(),
        attendee.reason(),
        attendee.undelivered() == null ? null : attendee.undelivered().reason(),
        attendee.cancelledBy(),
        attendee.decision(),
        attendee.decidedAt());
  }
}
