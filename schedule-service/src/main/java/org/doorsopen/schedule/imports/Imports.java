package org.doorsopen.schedule.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.calendar.CalendarReader;
import org.doorsopen.schedule.imports.domain.text.TextReader;
import org.doorsopen.schedule.imports.html.PageReader;
import org.doorsopen.web.problems.BadBody;
import org.springframework.stereotype.Component;

/**
 * Reads what organizers bring along by the reader of its form. Nothing is kept, and nothing is
 * fetched.
 */
@Component
class Imports {

  /** An announcement has a hundred or two; what is longer is a dump of something else. */
  static final int MAX_LINES = 2_000;

  private final InstantSource clock;

  Imports(InstantSource clock) {
    this.clock = clock;
  }

  /** The forms that are read. */
  enum Form {
    TEXT,
    CALENDAR,
    PAGE
  }

  /**
   * @throws BadBody if it is not valid UTF-8, says nothing, has more than {@link #MAX_LINES} lines,
   *     or is a calendar without an event
   */
  ReadAnnouncement read(byte[] body, Form form) {
    return read(decoded(body), form);
  }

  /** As {@link #read(byte[], Form)}. */
  ReadAnnouncement read(String given, Form form) {
    String text = given.startsWith("\uFEFF") ? given.substring(1) : given;
    if (text.isBlank()) {
      throw new BadBody("The body is empty; send an announcement, a calendar or a page.");
    }
    if (text.lines().limit(MAX_LINES + 1L).count() > MAX_LINES) {
      throw new BadBody("The body has more than %d lines.".formatted(MAX_LINES));
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return switch (form) {
      case TEXT -> TextReader.read(text, today);
      case CALENDAR ->
          CalendarReader.read(text, today)
              .orElseThrow(() -> new BadBody("There is no event (VEVENT) in the calendar."));
      case PAGE -> PageReader.read(text, today);
    };
  }

  /** The form of a text that somebody pasted, whatever it is called. */
  static Form formOf(String text) {
    String head =
        text.substring(0, Math.min(text.length(), 2_000)).stripLeading().toLowerCase(Locale.ROOT);
    if (head.startsWith("begin:vcalendar")) {
      return Form.CALENDAR;
    }
    boolean isPage = head.startsWith("<!doctype html") || head.startsWith("<html");
    return isPage ? Form.PAGE : Form.TEXT;
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new BadBody("The body is not valid UTF-8; save it as UTF-8, and send it again.");
    }
  }
}
