package org.doorsopen.schedule.imports.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered;
import org.doorsopen.schedule.imports.domain.text.TextReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page: first the event that it describes for programs, then its description as any other
 * text, and the text of the whole page where there is no agenda so far. Nothing is loaded.
 */
public final class PageReader {

  /** Said for search engines, tickets and pictures. */
  private static final Set<String> FOR_PROGRAMS =
      Set.of(
          "@type",
          "@context",
          "@id",
          "image",
          "url",
          "eventStatus",
          "eventAttendanceMode",
          "inLanguage",
          "mainEntityOfPage",
          "sameAs",
          "id",
          "thumbnailUrl",
          "logo");

  private final List<String> lines = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();

  private PageReader() {}

  private interface Step {
    void into(Gathered gathered);
  }

  private interface LineStep {
    void into(Gathered gathered, int line);
  }

  public static ReadAnnouncement read(String html, LocalDate today) {
    Document page = Jsoup.parse(html);
    PageReader reader = new PageReader();
    PageEvent event = PageEvent.in(page).orElse(null);
    if (event == null) {
      reader.heading(page);
      reader.text(PageText.of(root(page)));
    } else {
      reader.event(event);
      ReadAnnouncement first = reader.gather(today);
      if (!first.draft().agenda().isEmpty()) {
        return first;
      }
      reader.text(PageText.of(root(page)));
      ReadAnnouncement second = reader.gather(today);
      return second.draft().agenda().isEmpty() ? first : second;
    }
    return reader.gather(today);
  }

  private static Element root(Document page) {
    Element main = page.selectFirst("main, article, [role=main]");
    return main == null ? page.body() : main;
  }

  private ReadAnnouncement gather(LocalDate today) {
    Gathered gathered = new Gathered(lines, today);
    steps.forEach(step -> step.into(gathered));
    return gathered.result();
  }

  private void heading(Document page) {
    Element title = page.selectFirst("meta[property=og:title]");
    if (title != null && !title.attr("content").isBlank() && page.selectFirst("h1") == null) {
      line(
          "og:title",
          title.attr("content"),
          (some, at) -> some.name("title", title.attr("content"), at));
    }
  }

  private void text(List<String> more) {
    int from = lines.size() + 1;
    lines.addAll(more);
    int to = lines.size();
    steps.add(gathered -> TextReader.into(gathered, from, to));
  }

  private void line(String name, @Nullable String value, LineStep step) {
    if (value == null || value.isBlank()) {
      return;
    }
    lines.add(name + ": " + value.replace('\n', ' '));
    int number = lines.size();
    steps.add(gathered -> {
      step.into(gathered, number);
      gathered.absorb(number, name);
    });
  }

  private void event(PageEvent event) {
    line(
        "name",
        plain(event.first("name")),
        (some, at) -> some.name("title", String.valueOf(plain(event.first("name"))), at));
    time("startDate", event.first("startDate"), true);
    time("endDate", event.first("endDate"), false);
    line("doorTime", event.first("doorTime"), (some, at) -> {});
    place(event);
    for (String organizer :
        event.all("organizer.name").isEmpty()
            ? event.all("organizer")
            : event.all("organizer.name")) {
      String url =
          event.all("organizer.name").size() == 1 ? link(event.first("organizer.url")) : null;
      line("organizer", organizer, (some, at) -> some.host(organizer, url, at));
    }
    for (String sponsor : event.all("sponsor.name")) {
      line("sponsor", sponsor, (some, at) -> some.sponsor(sponsor, at));
    }
    capacity(event.first("maximumAttendeeCapacity", "maximumPhysicalAttendeeCapacity"));
    String description = event.first("description");
    if (description != null) {
      text(TextReader.lines(unmarked(description)));
    }
    event.parts().forEach(this::part);
    for (String performer : event.all("performer.name")) {
      text(List.of("", "Speaker: " + performer));
    }
    event
        .properties()
        .forEach((path, values) -> {
          String name = path.contains(".") ? path.substring(0, path.indexOf('.')) : path;
          boolean isRead =
              Set.of(
                      "name",
                      "startDate",
                      "endDate",
                      "doorTime",
                      "location",
                      "organizer",
                      "sponsor",
                      "maximumAttendeeCapacity",
                      "maximumPhysicalAttendeeCapacity",
                      "description",
                      "performer",
                      "offers",
                      "remainingAttendeeCapacity")
                  .contains(name);
          if (!isRead && !FOR_PROGRAMS.contains(name) && !name.startsWith("@")) {
            line(path, String.join(", ", values), (some, at) -> {});
          }
        });
  }

  /** Descriptions are text, or HTML within the text. */
  private static String unmarked(String description) {
    boolean isMarked = description.contains("</") || description.contains("<br");
    return isMarked ? String.join("\n", PageText.of(Jsoup.parse(description).body())) : description;
  }

  private static @Nullable String plain(@Nullable String text) {
    return text == null ? null : Jsoup.parse(text).text();
  }

  private static @Nullable String link(@Nullable String url) {
    return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
  }

  private void time(String name, @Nullable String value, boolean isStart) {
    if (value == null) {
      return;
    }
    LocalDate date = date(value);
    LocalTime time = time(value);
    line(
        name,
        value,
        (some, at) -> {
          if (date != null && isStart) {
            some.day(date, at);
          }
          if (time != null) {
            some.clocks(isStart ? time : null, isStart ? null : time, false, at, 0);
          } else if (date != null && !isStart) {
            some.use(at, "date");
          }
          if (isStart && time != null) {
            zone(value, some, at);
          }
          some.absorb(at, value);
        });
  }

  /** An offset is the clocks' of many zones. */
  private static void zone(String value, Gathered some, int line) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      ZoneId berlin = ZoneId.of("Europe/Berlin");
      boolean isBerlin = berlin.getRules().getOffset(time.toInstant()).equals(time.getOffset());
      String offset = time.getOffset().getId();
      if (isBerlin || offset.equals("Z")) {
        some.zone(isBerlin ? berlin : ZoneId.of("UTC"), line);
        some.doubt("timeZone", line, Reason.ZONE_OF_MANY, offset.equals("Z") ? "UTC" : offset);
      }
    } catch (DateTimeException e) {
      // A local time says nothing of a zone.
    }
  }

  private static @Nullable LocalDate date(String value) {
    try {
      return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable LocalTime time(String value) {
    boolean hasTime = value.length() >= 16 && (value.charAt(10) == 'T' || value.charAt(10) == ' ');
    try {
      return hasTime ? LocalTime.parse(value.substring(11, 16)) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private void place(PageEvent event) {
    String name = event.first("location.name");
    String street = event.first("location.address.streetAddress");
    String town = event.first("location.address.addressLocality");
    String code = event.first("location.address.postalCode");
    String whole = event.first("location.address", "location");
    boolean isOnline = event.all("location.@type").equals(List.of("VirtualLocation"));
    if (name != null && !isOnline) {
      line("location.name", name, (some, at) -> some.name("venue.name", name, at));
    }
    String lower =
        town == null
            ? ""
            : street != null && street.contains(town)
                ? ""
                : (code == null || street != null && street.contains(code) ? "" : code + " ")
                    + town;
    String address =
        street == null
            ? lower.isEmpty() ? whole : lower
            : lower.isEmpty() ? street : street + ", " + lower;
    if (address != null && !address.isBlank() && !address.startsWith("http")) {
      line(
          "location.address",
          address,
          (some, at) -> {
            if (name == null) {
              some.place(address, at);
            } else {
              some.name("venue.address", address, at);
            }
          });
    }
    if (isOnline || event.all("location.@type").contains("VirtualLocation")) {
      String url = link(event.first("location.url"));
      line("location.url", url, (some, at) -> some.name("onlineUrl", String.valueOf(url), at));
    }
  }

  private void capacity(@Nullable String value) {
    line(
        "maximumAttendeeCapacity",
        value,
        (some, at) -> {
          String digits = String.valueOf(value).strip();
          if (!digits.isEmpty()
              && digits.length() <= 6
              && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            some.capacity(Integer.parseInt(digits), at);
            some.absorb(at, digits);
          }
        });
  }

  private void part(PageEvent part) {
    String title = plain(part.first("name"));
    String start = part.first("startDate");
    String end = part.first("endDate");
    LocalTime from = start == null ? null : time(start);
    if (title == null) {
      return;
    }
    String text = part.first("description");
    String people =
        part.all("performer.name").isEmpty()
            ? ""
            : " – " + String.join(", ", part.all("performer.name"));
    line(
        "subEvent",
        (start == null ? "" : start + " ") + title + people,
        (some, at) -> {
          if (from != null) {
            some.item(
                title + people,
                text == null ? null : unmarked(text),
                from,
                end == null ? null : time(end),
                at);
            some.absorb(at, String.valueOf(start));
          }
        });
  }
}
