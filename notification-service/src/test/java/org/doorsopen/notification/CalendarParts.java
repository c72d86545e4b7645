package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.doorsopen.infrastructure.Mail;

/** Reads the calendars in mails, by a parser that shares nothing with the writer. */
final class CalendarParts {

  private CalendarParts() {}

  /**
   * Asserts that each calendar is valid, stands once in the body and once as an attachment, and has
   * the method that its part names; and that those of one RSVP share a UID and have a rising
   * SEQUENCE.
   */
  static void areGood(List<Mail> mails) {
    int sequence = -1;
    for (Mail mail : mails) {
      List<Part> parts = calendars(mail.message());
      if (!parts.isEmpty()) {
        ICalendar calendar = read(parts);
        var event = calendar.getEvents().getFirst();
        assertThat(event.getUid().getValue())
            .isEqualTo(mail.header("Doors-Rsvp").orElseThrow() + "@doors.example");
        assertThat(event.getSequence().getValue()).isGreaterThan(sequence);
        sequence = event.getSequence().getValue();
      }
    }
  }

  private static ICalendar read(List<Part> parts) {
    assertThat(parts).hasSize(2);
    String text = text(parts.getFirst());
    assertThat(text(parts.getLast())).isEqualTo(text);
    ICalendar calendar = Biweekly.parse(text).first();
    assertThat(calendar.validate(ICalVersion.V2_0).isEmpty())
        .as("%s", calendar.validate(ICalVersion.V2_0))
        .isTrue();
    assertThat(parts)
        .allSatisfy(part ->
            assertThat(new ContentType(part.getContentType()).getParameter("method"))
                .isEqualTo(calendar.getMethod().getValue()));
    return calendar;
  }

  private static String text(Part part) {
    try {
      return new String(part.getInputStream().readAllBytes(), UTF_8);
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Part> calendars(Part part) {
    try {
      List<Part> found = new ArrayList<>();
      if (part.isMimeType("text/calendar")) {
        found.add(part);
      } else if (part.getContent() instanceof Multipart parts) {
        for (int i = 0; i < parts.getCount(); i++) {
          found.addAll(calendars(parts.getBodyPart(i)));
        }
      }
      return found;
    } catch (IOException | MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
