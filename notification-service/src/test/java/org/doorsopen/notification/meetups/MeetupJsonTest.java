package org.doorsopen.notification.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.notification.meetups.domain.Meetup;
import org.doorsopen.notification.meetups.domain.Meetup.AgendaItem;
import org.doorsopen.notification.meetups.domain.Meetup.Place;
import org.doorsopen.notification.meetups.domain.Meetup.Times;
import org.doorsopen.notification.meetups.domain.Meetup.Venue;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The build before the groups stored both texts. */
class MeetupJsonTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Times TIMES =
      new Times(
          "Europe/Berlin",
          Instant.parse("2024-03-14T17:00:00Z"),
          Instant.parse("2024-03-14T20:30:00Z"));

  @Test
  void readsAndWritesAFullMeetupAsEarlierBuildsDid() {
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
                    true,
                    Instant.parse("2024-03-14T17:30:00Z"),
                    null,
                    "Handling incidents",
                    List.of("Nele Uhlemann"))),
            List.of(Duration.ofHours(24)));

    isStoredAs(
        meetup,
        """
        {"title":"Kubernetes & Cloud Native Berlin","summary":"Two talks and pizza.",\
        "hosts":["Mercedes-Benz.io"],"venue":{"name":"Mercedes-Benz.io",\
        "address":"Berlin Mitte","url":"https://maps.example/berlin"},\
        "onlineUrl":"https://meet.example/berlin","timeZone":"Europe/Berlin",\
        "startsAt":"2024-03-14T17:00:00Z","endsAt":"2024-03-14T20:30:00Z",\
        "codeOfConductUrl":"https://example.org/conduct","agenda":[{"id":"nele","talk":true,\
        "startsAt":"2024-03-14T17:30:00Z","endsAt":null,"title":"Handling incidents",\
        "speakers":["Nele Uhlemann"]}],"reminders":["PT24H"]}\
        """);
  }

  @Test
  void readsAndWritesAMeetupOfWhichLittleIsKnownAsEarlierBuildsDid() {
    Meetup meetup =
        new Meetup("T", null, List.of(), new Place(null, null), TIMES, null, List.of(), null);

    isStoredAs(
        meetup,
        """
        {"title":"T","summary":null,"hosts":[],"venue":null,"onlineUrl":null,\
        "timeZone":"Europe/Berlin","startsAt":"2024-03-14T17:00:00Z",\
        "endsAt":"2024-03-14T20:30:00Z","codeOfConductUrl":null,"agenda":[],"reminders":null}\
        """);
  }

  private static void isStoredAs(Meetup meetup, String json) {
    assertThat(MeetupJson.read(json)).isEqualTo(meetup);
    assertThat(JSON.readTree(MeetupJson.write(meetup))).isEqualTo(JSON.readTree(json));
  }
}
