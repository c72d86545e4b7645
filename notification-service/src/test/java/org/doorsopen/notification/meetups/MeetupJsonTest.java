package org.doorsopen.notification.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.doorsopen.changes.domain.Detail;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.AgendaItem;
import org.doorsopen.changes.domain.Meetup.Kind;
import org.doorsopen.changes.domain.Meetup.Place;
import org.doorsopen.changes.domain.Meetup.Times;
import org.doorsopen.changes.domain.Meetup.Venue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Rows of all builds are read; the groups of a meetup are no part of them. */
class MeetupJsonTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Times TIMES =
      new Times(
          "Europe/Berlin",
          Instant.parse("2024-03-14T17:00:00Z"),
          Instant.parse("2024-03-14T20:30:00Z"));

  @Test
  void readsAndWritesAFullMeetup() {
    Meetup meetup =
        new Meetup(
            "Kubernetes & Cloud Native Berlin",
            "Two talks and pizza.",
            List.of("Mercedes-Benz.io"),
            new Place(
                new Venue("Mercedes-Benz.io", "Berlin Mitte", "https://maps.example/berlin"),
                "https://meet.example/berlin"),
            TIMES,
            "https://example.org/conduct",
            List.of(
                new AgendaItem(
                    "nele",
                    Kind.TALK,
                    Instant.parse("2024-03-14T17:30:00Z"),
                    null,
                    "Handling incidents",
                    List.of("Nele Uhlemann"),
                    "b")),
            List.of(Duration.ofHours(24)),
            Instant.parse("2024-03-01T17:00:00Z"),
            Map.of(Detail.SEATS, "a"));

    isStoredAs(
        meetup,
        """
        {"title":"Kubernetes & Cloud Native Berlin","summary":"Two talks and pizza.",\
        "hosts":["Mercedes-Benz.io"],"venue":{"name":"Mercedes-Benz.io",\
        "address":"Berlin Mitte","url":"https://maps.example/berlin"},\
        "onlineUrl":"https://meet.example/berlin","timeZone":"Europe/Berlin",\
        "startsAt":"2024-03-14T17:00:00Z","endsAt":"2024-03-14T20:30:00Z",\
        "codeOfConductUrl":"https://example.org/conduct","agenda":[{"id":"nele","kind":"TALK",\
        "startsAt":"2024-03-14T17:30:00Z","endsAt":null,"title":"Handling incidents",\
        "speakers":["Nele Uhlemann"],"details":"b"}],"reminders":["PT24H"],\
        "rsvpOpensAt":"2024-03-01T17:00:00Z",\
        "details":{"SEATS":"a"}}\
        """);
  }

  @Test
  void readsAndWritesAMeetupOfWhichLittleIsKnown() {
    Meetup meetup =
        new Meetup(
            "T", null, List.of(), new Place(null, null), TIMES, null, List.of(), null, null, null);

    isStoredAs(
        meetup,
        """
        {"title":"T","summary":null,"hosts":[],"venue":null,"onlineUrl":null,\
        "timeZone":"Europe/Berlin","startsAt":"2024-03-14T17:00:00Z",\
        "endsAt":"2024-03-14T20:30:00Z","codeOfConductUrl":null,"agenda":[],"reminders":null,"rsvpOpensAt":null,\
        "details":null}\
        """);
  }

  @Test
  void readsRowsOfBuildsThatKnewOfItemsOnlyWhetherTheyWereTalks() {
    Meetup meetup =
        MeetupJson.read(
            """
            {"title":"T","summary":null,"hosts":[],"venue":null,"onlineUrl":null,\
            "timeZone":"Europe/Berlin","startsAt":"2024-03-14T17:00:00Z",\
            "endsAt":"2024-03-14T20:30:00Z","codeOfConductUrl":null,"agenda":[\
            {"id":"doors","talk":false,"startsAt":"2024-03-14T17:00:00Z","endsAt":null,\
            "title":"Doors","speakers":[]},\
            {"id":"nele","talk":true,"startsAt":"2024-03-14T17:30:00Z","endsAt":null,\
            "title":"Incidents","speakers":["Nele"]}],"reminders":null}\
            """);

    assertThat(meetup.agenda())
        .extracting(AgendaItem::kind)
        .containsExactly(Kind.UNKNOWN, Kind.TALK);
    assertThat(meetup.agenda()).extracting(AgendaItem::details).containsOnlyNulls();
    assertThat(meetup.details()).isNull();
  }

  private static void isStoredAs(Meetup meetup, String json) {
    assertThat(MeetupJson.read(json)).isEqualTo(meetup);
    assertThat(JSON.readTree(MeetupJson.write(meetup))).isEqualTo(JSON.readTree(json));
  }
}
