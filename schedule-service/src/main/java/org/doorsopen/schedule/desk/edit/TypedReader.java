package org.doorsopen.schedule.desk.edit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.schedule.desk.edit.LocalClock.Time;
import org.doorsopen.schedule.desk.edit.TypedMeetups.Reminders;
import org.doorsopen.schedule.drafts.MeetupReader;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.web.body.JsonBodies;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the form by the reader of the API: it is written as the JSON that a program would send, so
 * that every rule is in one place and every error has the name that it has there.
 */
@Component
class TypedReader {

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");
  private static final List<String> TEXTS =
      List.of("title", "summary", "description", "timeZone", "onlineUrl", "codeOfConductUrl");
  private static final Set<String> NUMBERS =
      Set.of("capacity", "maxGuests", "waitlistCapacity", "reservedSeats");
  private static final List<String> TIMES =
      List.of("startsAt", "endsAt", "rsvpOpensAt", "rsvpClosesAt", "promotionsEndAt");
  private static final List<String> TEXTS_OF_ITEMS =
      List.of("id", "kind", "title", "abstract", "slidesUrl", "recordingUrl");

  private final MeetupReader reader;

  TypedReader(MeetupReader reader) {
    this.reader = reader;
  }

  /**
   * @throws org.doorsopen.web.problems.InvalidFields with every wrong field, by the API's names
   */
  Meetup read(Typed typed) {
    return JsonBodies.read(json(typed).toString().getBytes(UTF_8), reader, HttpHeaders.EMPTY);
  }

  private static ObjectNode json(Typed typed) {
    LocalClock clock = LocalClock.of(typed);
    ObjectNode json = texts(typed, TEXTS);
    NUMBERS.forEach(name -> number(json, name, typed.text(name).strip()));
    TIMES.forEach(name -> time(json, name, typed, clock));
    if (Stream.of("venue.name", "venue.address", "venue.url").anyMatch(typed::has)) {
      ObjectNode venue = json.putObject("venue");
      for (String name : List.of("name", "address", "url")) {
        venue.put(name, typed.text("venue." + name));
      }
    }
    if (typed.has("confirmWithin")) {
      json.put("confirmWithin", duration(typed.text("confirmWithin")));
    }
    reminders(json, typed);
    entries(json, "hosts", typed.list("hosts"), List.of("name", "url"));
    entries(json, "sponsors", typed.list("sponsors"), List.of("name", "contribution", "url"));
    ArrayNode agenda = json.putArray("agenda");
    typed.list("agenda").forEach(item -> agenda.add(item(item, clock)));
    return json;
  }

  private static ObjectNode item(Typed item, LocalClock clock) {
    ObjectNode json = texts(item, TEXTS_OF_ITEMS);
    time(json, "startsAt", item, clock);
    time(json, "endsAt", item, clock);
    entries(json, "speakers", item.list("speakers"), List.of("name", "role", "organization"));
    return json;
  }

  private static void entries(
      ObjectNode json, String name, List<Typed> entries, List<String> texts) {
    ArrayNode list = json.putArray(name);
    entries.forEach(entry -> list.add(texts(entry, texts)));
  }

  private static ObjectNode texts(Typed typed, List<String> names) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String name : names) {
      if (typed.has(name)) {
        json.put(name, typed.text(name));
      }
    }
    return json;
  }

  private static void number(ObjectNode json, String name, String text) {
    if (NUMBER.matcher(text).matches()) {
      json.put(name, Integer.parseInt(text));
    } else if (!text.isEmpty()) {
      json.put(name, text);
    }
  }

  /** What is no time stays as it is, and is refused; its words are {@link WrongWords}’. */
  private static void time(ObjectNode json, String name, Typed typed, LocalClock clock) {
    if (!typed.has(name)) {
      return;
    }
    json.put(
        name,
        switch (clock.read(typed, name)) {
          case Time.At(Instant instant, ZoneOffset offset) -> instant.atOffset(offset).toString();
          // Its date is that of the start, which is refused itself.
          case Time.Unreadable() when clock.start() == null && isClock(typed.text(name)) ->
              Instant.EPOCH.plus(Duration.ofDays(20_000)).toString();
          case Time.Unreadable() -> typed.text(name);
          case Time.Skipped _, Time.Twice _ -> typed.text(name);
        });
  }

  private static boolean isClock(String text) {
    return text.strip().matches("[0-9]{1,2}[:.][0-9]{2}.{0,13}");
  }

  private static void reminders(ObjectNode json, Typed typed) {
    String kind = typed.text(TypedMeetups.REMINDERS_KIND);
    if (!kind.equals(Reminders.OWN.name()) && typed.has("reminders")) {
      // Two answers to one question: the reader refuses this, instead of one being forgotten.
      json.putArray("reminders").add("");
    } else if (kind.equals(Reminders.NONE.name())) {
      json.putArray("reminders");
    } else if (kind.equals(Reminders.OWN.name())) {
      ArrayNode list = json.putArray("reminders");
      for (String text : typed.text("reminders").split("[,;\\n]")) {
        list.add(duration(text));
      }
    }
  }

  private static String duration(String text) {
    Duration duration = Durations.read(text);
    return duration == null ? text.strip() : duration.toString();
  }
}
