package org.doorsopen.launcher.demo;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Change;
import org.doorsopen.launcher.demo.Organizer.Published;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;

/** Tells the story to a person: the steps, where each person stands, and which mails followed. */
final class Narrator {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Console console;
  private int step;

  Narrator(Console console) {
    this.console = console;
  }

  void opening(PlatformFacts facts, Evening evening) {
    console.say("An evening in Berlin, on " + facts.frontDoor());
    console.say("Mails: " + evening.letters().source());
  }

  void step(String what) {
    step++;
    console.say("");
    console.say("%d. %s".formatted(step, what));
  }

  void say(String text, Object... values) {
    console.say("   " + text.formatted(values));
  }

  void meetup(JsonNode meetup) {
    say("%s", meetup.path("title").asString());
    ZonedDateTime starts =
        Instant.parse(meetup.path("startsAt").asString()).atZone(BerlinEvening.ZONE);
    JsonNode venue = meetup.path("venue");
    say("%s, at %s, %s", DAY.format(starts), text(venue, "name"), text(venue, "address"));
    for (JsonNode item : meetup.path("agenda")) {
      say("  %-13s %s%s", times(item), text(item, "title"), speakers(item));
    }
    for (JsonNode sponsor : meetup.path("sponsors")) {
      say("  %s by %s", text(sponsor, "contribution"), text(sponsor, "name"));
    }
  }

  /**
   * @param meetup as published, which has the titles of the changed items
   */
  void published(Published published, JsonNode meetup) {
    say("Published as version %d:", published.version());
    for (Change change : published.changes()) {
      say("  %s: %s → %s", named(change, meetup), value(change.before()), value(change.now()));
    }
  }

  void outcome(Guest guest, Status status, Letter letter) {
    say("%-18s %-14s ✉ %s", guest.name(), standing(status), letter.subject());
  }

  void seats(JsonNode meetup) {
    JsonNode seats = meetup.path("seats");
    say(
        "Seats: %d, taken: %d, waiting: %d.",
        seats.path("capacity").asInt(),
        seats.path("confirmed").asInt(),
        seats.path("waitlisted").asInt());
  }

  void closing(PlatformFacts facts, Evening evening) {
    step("So everybody got, mail by mail");
    for (Guest guest : evening.guests()) {
      List<String> kinds = evening.lettersTo(guest).map(Letter::kind).toList();
      say("%-18s %-14s %s", guest.name(), standing(guest.status()), String.join(", ", kinds));
    }
    console.say("");
    console.say("To be opened in a browser:");
    console.say("");
    address("the coming meetups", facts.frontDoor() + "/");
    evening.seated().stream().findFirst().ifPresent(guest -> page(evening, guest, "has a seat"));
    page(evening, evening.guests().getLast(), "waits");
    address("the organizers' desk", facts.frontDoor() + "/desk");
    say("  %s", facts.organizer().replaceFirst(":", " / "));
  }

  private void page(Evening evening, Guest guest, String standing) {
    address("%s, who %s".formatted(guest.name(), standing), evening.pageOf(guest).toString());
  }

  private void address(String what, String address) {
    say("%s:", what);
    say("  %s", address);
  }

  // Paths name agenda items by id: "agenda[7f3].startsAt".
  private static String named(Change change, JsonNode meetup) {
    for (JsonNode item : meetup.path("agenda")) {
      String prefix = "agenda[%s].".formatted(text(item, "id"));
      if (change.path().startsWith(prefix)) {
        return "“%s” %s".formatted(text(item, "title"), change.path().substring(prefix.length()));
      }
    }
    return change.path();
  }

  private static String value(JsonNode value) {
    String text = value.isValueNode() ? value.asString("nothing") : value.toString();
    try {
      return TIME.format(Instant.parse(text).atZone(BerlinEvening.ZONE));
    } catch (DateTimeParseException e) {
      return text;
    }
  }

  private static String standing(Status status) {
    return status.waitlistPosition() > 0
        ? "%s %d".formatted(status.state(), status.waitlistPosition())
        : status.state();
  }

  private static String times(JsonNode item) {
    String from = time(item, "startsAt");
    return item.path("endsAt").isString() ? from + " – " + time(item, "endsAt") : from;
  }

  private static String time(JsonNode item, String field) {
    LocalTime time =
        Instant.parse(item.path(field).asString()).atZone(BerlinEvening.ZONE).toLocalTime();
    return TIME.format(time);
  }

  private static String speakers(JsonNode item) {
    List<String> speakers = new ArrayList<>();
    for (JsonNode speaker : item.path("speakers")) {
      speakers.add(
          " · %s (%s, %s)"
              .formatted(
                  text(speaker, "name"), text(speaker, "role"), text(speaker, "organization")));
    }
    return String.join("", speakers);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asString("");
  }
}
