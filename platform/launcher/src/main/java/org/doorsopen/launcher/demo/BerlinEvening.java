package org.doorsopen.launcher.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A real evening of the Kubernetes and Cloud Native community in Berlin, on a coming Wednesday. */
record BerlinEvening(LocalDate date) {
  static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  static final int SEATS = 8;
  static final int SEATS_IN_THE_LARGER_ROOM = 10;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SYSTEMD_TALK =
      "Deploying software and configuration with systemd-sysext and systemd-confext";

  /** The first Wednesday that is four weeks away or more. */
  static BerlinEvening comingAfter(Instant now) {
    LocalDate soonest = LocalDate.ofInstant(now, ZONE).plusWeeks(4);
    return new BerlinEvening(soonest.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY)));
  }

  ObjectNode asAnnounced() {
    ObjectNode meetup =
        JSON.objectNode()
            .put("title", "Kubernetes & Cloud Native Berlin Meetup")
            .put("summary", "Two talks, pizza and neighbours from the industry in Berlin Mitte.")
            .put("description", "An evening organized together with the Mercedes-Benz.io team.")
            .put("timeZone", ZONE.getId())
            .put("startsAt", at("18:00"))
            .put("endsAt", at("21:30"))
            .put("capacity", SEATS);
    meetup
        .putArray("hosts")
        .add(named("Kubernetes & Cloud Native Berlin"))
        .add(named("Mercedes-Benz.io"));
    meetup.set("venue", venue("Mercedes-Benz.io"));
    meetup
        .putArray("sponsors")
        .add(named("Fiberplane").put("contribution", "Pizzas"))
        .add(named("Mercedes-Benz.io").put("contribution", "Beverages"));
    meetup.set("agenda", agenda("19:45", "20:15"));
    return meetup;
  }

  /** Kai Lüke's talk starts a quarter of an hour later. */
  ObjectNode withTheTalkMoved() {
    ObjectNode meetup = asAnnounced();
    meetup.set("agenda", agenda("20:00", "20:30"));
    return meetup;
  }

  /** With the talk moved, in a room with more seats. */
  ObjectNode inTheLargerRoom() {
    ObjectNode meetup = withTheTalkMoved();
    meetup.put("capacity", SEATS_IN_THE_LARGER_ROOM);
    meetup.set("venue", venue("Mercedes-Benz.io, the large room"));
    return meetup;
  }

  /** In the larger room, and Kai Lüke's talk another quarter of an hour later. */
  ObjectNode withTheTalkMovedAgain() {
    ObjectNode meetup = inTheLargerRoom();
    meetup.set("agenda", agenda("20:15", "20:45"));
    return meetup;
  }

  private ArrayNode agenda(String talkStarts, String talkEnds) {
    ArrayNode agenda = JSON.arrayNode();
    agenda.add(item("DOORS", "18:00", "Doors Open"));
    agenda.add(
        talk(
            item(
                "REMARKS",
                "18:20",
                "Opening Remarks, Code of Conduct, and Cloud Native Rejekts coming up on March 17-18!"),
            "18:30",
            speaker("Benazir Khan", "Community Program Manager", "Microsoft")));
    agenda.add(
        talk(
                item(
                    "TALK",
                    "18:30",
                    "Handling incidents collaboratively is like solving a Rubik's Cube"),
                "19:00",
                speaker("Nele Uhlemann", "Developer Advocate", "Fiberplane"))
            .put("abstract", "Why an outage concerns more people than those who run the cluster."));
    agenda.add(
        item("BREAK", "19:00", "Break - time for networking with pizzas and beverages")
            .put("endsAt", at(talkStarts)));
    agenda.add(
        talk(
                item("TALK", talkStarts, SYSTEMD_TALK),
                talkEnds,
                speaker("Kai Lüke", "Senior Software Engineer", "Microsoft"))
            .put(
                "abstract", "Adding programs and settings to a read-only system, and back again."));
    agenda.add(
        item("SOCIAL", talkEnds, "More time to network with peers and colleagues")
            .put("endsAt", at("21:30")));
    return agenda;
  }

  private ObjectNode item(String kind, String starts, String title) {
    return JSON.objectNode().put("kind", kind).put("startsAt", at(starts)).put("title", title);
  }

  private ObjectNode talk(ObjectNode item, String ends, ObjectNode speaker) {
    item.put("endsAt", at(ends)).putArray("speakers").add(speaker);
    return item;
  }

  private static ObjectNode speaker(String name, String role, String organization) {
    return named(name).put("role", role).put("organization", organization);
  }

  private static ObjectNode venue(String name) {
    return named(name).put("address", "Berlin Mitte");
  }

  private static ObjectNode named(String name) {
    return JSON.objectNode().put("name", name);
  }

  private String at(String localTime) {
    return date.atTime(LocalTime.parse(localTime)).atZone(ZONE).toInstant().toString();
  }
}
