package org.doorsopen.chaos.seats.audit;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;

/** Compares the API's answers to organizers and attendees with a replay of the topics. */
public record ReadModel(PlatformFacts facts) {

  private static final Set<String> SEATED = Set.of("CONFIRMED", "WAITLISTED");

  public List<String> differencesFrom(List<MeetupLog> logs) {
    List<String> findings = new ArrayList<>();
    for (URI service : facts.rsvps()) {
      Http organizer = Http.basic(service, facts.organizer());
      for (MeetupLog log : logs) {
        differences(organizer, log).stream()
            .map(difference ->
                "Read model of %s at %s: %s".formatted(log.meetupId(), service, difference))
            .forEach(findings::add);
      }
    }
    return findings;
  }

  private static List<String> differences(Http organizer, MeetupLog log) {
    Replay replay = Replay.of(log);
    List<String> findings = new ArrayList<>();
    String seats = organizer.get("/api/meetups/" + log.meetupId()).body().path("seats").toString();
    String expected =
        "{\"capacity\":%d,\"confirmed\":%d,\"waitlisted\":%d%s}"
            .formatted(
                log.latestCapacity(),
                replay.confirmedSeats(),
                replay.waitlistedParties(),
                replay.kept() == 0 ? "" : ",\"kept\":" + replay.kept());
    if (!seats.equals(expected)) {
      findings.add("%s instead of %s".formatted(seats, expected));
    }
    Map<String, String> told = told(organizer, log.meetupId());
    Map<String, String> replayed = new LinkedHashMap<>();
    replay.standings().forEach((id, standing) -> replayed.put(id, line(replay, id, standing)));
    // As lists: they are in the order of the first decisions, both.
    if (!List.copyOf(told.entrySet()).equals(List.copyOf(replayed.entrySet()))) {
      replayed.forEach((id, line) -> {
        if (!line.equals(told.get(id))) {
          findings.add("%s is %s instead of %s".formatted(id, told.get(id), line));
        }
      });
      if (findings.isEmpty()) {
        findings.add("RSVPs that the log does not know, or another order");
      }
    }
    return findings;
  }

  private static Map<String, String> told(Http organizer, String meetupId) {
    Map<String, String> lines = new LinkedHashMap<>();
    JsonNode body = organizer.get("/api/meetups/%s/rsvps".formatted(meetupId)).body();
    for (JsonNode rsvp : body.path("rsvps")) {
      String state = rsvp.path("status").asString();
      lines.put(
          rsvp.path("rsvpId").asString(),
          "%s %s%s%s"
              .formatted(
                  state,
                  rsvp.path("reason").asString(""),
                  rsvp.path("waitlistPosition").asString(""),
                  SEATED.contains(state) ? ", seats: " + rsvp.path("seats").asString() : ""));
    }
    return lines;
  }

  private static String line(Replay replay, String rsvpId, Standing standing) {
    return switch (standing) {
      case Standing.Ended(String state, String reason) -> "%s %s".formatted(state, reason);
      case Standing.Waiting(int seats, long _) ->
          "WAITLISTED %d, seats: %d".formatted(replay.positionOf(rsvpId), seats);
      case Standing.Confirmed(int seats, int _) -> "CONFIRMED , seats: %d".formatted(seats);
    };
  }
}
