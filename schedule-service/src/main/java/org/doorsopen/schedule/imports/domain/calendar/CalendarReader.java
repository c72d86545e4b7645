package org.doorsopen.schedule.imports.domain.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered;
import org.doorsopen.schedule.imports.domain.text.TextReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first event of a calendar as a meetup, and events that lie within it as its agenda. Its
 * description is read as any other text. What only programs need, such as the stamp of a record, is
 * no line of the result.
 */
public final class CalendarReader {

  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "UID",
          "DTSTAMP",
          "CREATED",
          "LAST-MODIFIED",
          "SEQUENCE",
          "TRANSP",
          "CLASS",
          "PRIORITY",
          "STATUS",
          "X-ALT-DESC",
          "CATEGORIES",
          "ACTION",
          "TRIGGER",
          "BEGIN",
          "END");

  private final List<String> lines = new ArrayList<>();
  private final List<Runnable> steps = new ArrayList<>();
  private @Nullable Gathered gathered;

  private CalendarReader() {}

  /** Nothing if there is no event in it. */
  public static Optional<ReadAnnouncement> read(String calendar, LocalDate today) {
    List<ContentLine> all = ContentLine.in(calendar);
    List<List<ContentLine>> events = events(all);
    if (events.isEmpty()) {
      return Optional.empty();
    }
    ZoneId usual =
        all.stream()
            .filter(line -> line.name().equals("X-WR-TIMEZONE"))
            .map(line -> CalendarTime.zone(line.value().strip()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> zoneOfTable(all));
    CalendarReader reader = new CalendarReader();
    List<ContentLine> whole = widest(events, usual);
    reader.meetup(whole, usual);
    for (List<ContentLine> event : events) {
      if (event != whole) {
        reader.other(event, whole, usual);
      }
    }
    return Optional.of(reader.gather(today));
  }

  private static @Nullable ZoneId zoneOfTable(List<ContentLine> all) {
    return all.stream()
        .filter(line -> line.name().equals("TZID"))
        .map(line -> CalendarTime.zone(line.value().strip()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static List<List<ContentLine>> events(List<ContentLine> all) {
    var events = new ArrayList<List<ContentLine>>();
    List<ContentLine> event = null;
    int alarms = 0;
    for (ContentLine line : all) {
      String value = line.value().strip().toUpperCase(Locale.ROOT);
      if (line.name().equals("BEGIN") && value.equals("VEVENT")) {
        event = new ArrayList<>();
      } else if (line.name().equals("END") && value.equals("VEVENT") && event != null) {
        events.add(event);
        event = null;
      } else if (line.name().equals("BEGIN")) {
        alarms++;
      } else if (line.name().equals("END")) {
        alarms = Math.max(0, alarms - 1);
      } else if (event != null && !(alarms > 1)) {
        event.add(line);
      }
    }
    return events;
  }

  /** The first event that all others lie in, or else the first. */
  private static List<ContentLine> widest(List<List<ContentLine>> events, @Nullable ZoneId usual) {
    for (List<ContentLine> event : events) {
      if (events.stream().allMatch(other -> other == event || lies(other, event, usual))) {
        return event;
      }
    }
    return events.getFirst();
  }

  private static boolean lies(
      List<ContentLine> inner, List<ContentLine> outer, @Nullable ZoneId usual) {
    CalendarTime from = time(inner, "DTSTART", usual);
    CalendarTime start = time(outer, "DTSTART", usual);
    CalendarTime end = time(outer, "DTEND", usual);
    if (from == null || start == null || from.time() == null || !from.date().equals(start.date())) {
      return false;
    }
    LocalTime begins = start.time();
    LocalTime ends = end == null ? null : end.time();
    return begins == null
        || !from.time().isBefore(begins)
            && ends != null
            && (ends.isBefore(begins) || !from.time().isAfter(ends));
  }

  private static @Nullable CalendarTime time(
      List<ContentLine> event, String name, @Nullable ZoneId usual) {
    return event.stream()
        .filter(line -> line.name().equals(name))
        .map(line -> CalendarTime.of(line, usual))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ReadAnnouncement gather(LocalDate today) {
    gathered = new Gathered(lines, today);
    steps.forEach(Runnable::run);
    return gathered.result();
  }

  private Gathered into() {
    if (gathered == null) {
      throw new IllegalStateException("Lines are counted before they are read");
    }
    return gathered;
  }

  private interface Step {
    void into(Gathered gathered, int line);
  }

  private void line(String name, String value, Step step) {
    lines.add(name + ": " + value.replace('\n', ' '));
    int number = lines.size();
    steps.add(() -> {
      step.into(into(), number);
      if (!value.isBlank()) {
        into().absorb(number, name);
      }
    });
  }

  private void meetup(List<ContentLine> event, @Nullable ZoneId usual) {
    for (ContentLine line : event) {
      String text = line.text().strip();
      if (FOR_PROGRAMS.contains(line.name()) && !text.equals("CANCELLED") || text.isEmpty()) {
        continue;
      }
      switch (line.name()) {
        case "SUMMARY" -> line("SUMMARY", text, (some, at) -> some.name("title", text, at));
        case "DTSTART" -> start(line, usual);
        case "DTEND" -> end(line, usual);
        case "DURATION" -> duration(event, text, usual);
        case "LOCATION" -> location(text);
        case "URL" -> line("URL", text, (some, at) -> {});
        case "CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL" ->
            line(line.name(), text, (some, at) -> some.name("onlineUrl", text, at));
        case "ORGANIZER" -> organizer(line);
        case "DESCRIPTION" -> description(text);
        default -> {
          if (!line.name().startsWith("X-")) {
            line(line.name(), text, (some, at) -> {});
          }
        }
      }
    }
  }

  private void start(ContentLine line, @Nullable ZoneId usual) {
    CalendarTime time = CalendarTime.of(line, usual);
    String tzid = line.parameter("TZID");
    String shown = line.value() + (tzid == null ? "" : " " + tzid);
    line(
        "DTSTART",
        shown,
        (some, at) -> {
          if (time == null) {
            return;
          }
          some.day(time.date(), at);
          some.absorb(at, shown);
          if (time.time() != null) {
            some.clocks(time.time(), null, false, at, 0);
          }
          ZoneId zone = time.zone();
          if (zone != null) {
            some.zone(zone, at);
          } else if (line.value().strip().endsWith("Z")) {
            some.zone(ZoneId.of("UTC"), at);
            some.doubt("timeZone", at, Reason.ZONE_OF_MANY, "UTC");
          }
        });
  }

  private void end(ContentLine line, @Nullable ZoneId usual) {
    CalendarTime time = CalendarTime.of(line, usual);
    line(
        "DTEND",
        line.value(),
        (some, at) -> {
          if (time != null && time.time() != null) {
            some.clocks(null, time.time(), false, at, 0);
          } else if (time != null) {
            some.use(at, "date");
          }
          some.absorb(at, line.value());
        });
  }

  private void duration(List<ContentLine> event, String text, @Nullable ZoneId usual) {
    CalendarTime start = time(event, "DTSTART", usual);
    line(
        "DURATION",
        text,
        (some, at) -> {
          try {
            Duration duration = Duration.parse(text);
            LocalTime time = start == null ? null : start.time();
            if (time != null) {
              some.clocks(null, time.plus(duration), false, at, 0);
              some.absorb(at, text);
            }
          } catch (DateTimeException e) {
            // It stays as it is, among what was not understood.
          }
        });
  }

  private void location(String text) {
    line(
        "LOCATION",
        text,
        (some, at) -> {
          if (text.startsWith("http")) {
            some.name("onlineUrl", text, at);
          } else {
            some.place(text.replace("\n", ", "), at);
          }
        });
  }

  private void organizer(ContentLine line) {
    String name = line.parameter("CN");
    if (name != null && !name.isBlank() && name.indexOf('@') < 0) {
      line("ORGANIZER", name, (some, at) -> some.host(name, null, at));
    }
  }

  private void description(String text) {
    int from = lines.size() + 1;
    lines.addAll(TextReader.lines(text));
    int to = lines.size();
    steps.add(() -> TextReader.into(into(), from, to));
  }

  private void other(List<ContentLine> event, List<ContentLine> whole, @Nullable ZoneId usual) {
    String title =
        event.stream()
            .filter(line -> line.name().equals("SUMMARY"))
            .map(ContentLine::text)
            .findFirst()
            .orElse("")
            .strip();
    String text =
        event.stream()
            .filter(line -> line.name().equals("DESCRIPTION"))
            .map(ContentLine::text)
            .findFirst()
            .orElse("")
            .strip();
    CalendarTime from = time(event, "DTSTART", usual);
    CalendarTime to = time(event, "DTEND", usual);
    LocalTime begins = from == null ? null : from.time();
    boolean isItem = lies(event, whole, usual) && begins != null && !title.isEmpty();
    String shown =
        (from == null ? "" : from.date() + " " + (begins == null ? "" : begins + " ")) + title;
    line(
        "VEVENT",
        shown + (isItem && !text.isEmpty() ? " – " + text : ""),
        (some, at) -> {
          if (isItem && begins != null) {
            some.item(
                title, text.isEmpty() ? null : text, begins, to == null ? null : to.time(), at);
            some.absorb(at, String.valueOf(from));
          }
        });
  }
}
