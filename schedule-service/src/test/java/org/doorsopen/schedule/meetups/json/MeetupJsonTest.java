package org.doorsopen.schedule.meetups.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.MeetupFixtures;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MeetupJsonTest {

  /** As the first version of this service wrote it, before a meetup had groups of values. */
  private static final String ROW =
      """
      {"title": "Cloud Native Berlin", "summary": null, "description": null,
       "hosts": [{"name": "Cloud Native Berlin", "url": null}],
       "venue": {"name": "Berlin Mitte", "address": "Somewhere 1", "url": null}, "onlineUrl": null,
       "timeZone": "Europe/Berlin", "startsAt": "2026-03-05T17:00:00Z",
       "endsAt": "2026-03-05T20:30:00Z", "capacity": 8, "maxGuests": 1, "waitlistCapacity": 3,
       "rsvpOpensAt": "2026-02-05T17:00:00Z", "rsvpClosesAt": null, "promotionsEndAt": null,
       "reminders": ["PT24H"], "codeOfConductUrl": null, "sponsors": [],
       "agenda": [{"id": "kai", "kind": "TALK", "startsAt": "2026-03-05T18:00:00Z", "endsAt": null,
                   "title": "systemd-sysext", "abstract": "How?", "speakers": []}]}
      """;

  @Test
  void readsRowsAsTheyAlwaysWere() {
    Meetup meetup = MeetupJson.meetup(ROW);

    assertThat(JsonMapper.shared().readTree(MeetupJson.of(meetup)))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    ROW.replace(
                            "\"rsvpOpensAt\"",
                            "\"confirmWithin\": null, \"reservedSeats\": 0, \"rsvpOpensAt\"")
                        .replace("[]}", "[], \"slidesUrl\": null, \"recordingUrl\": null}")));
    assertThat(meetup.windows().rsvpOpensAt()).isEqualTo("2026-02-05T17:00:00Z");
  }

  @Test
  void readsWhatItWrote() {
    Meetup draft = MeetupFixtures.aMeetup();
    Meetup published = draft.withDefaults(Instant.parse("2026-01-01T00:00:00Z"));

    assertThat(MeetupJson.meetup(MeetupJson.of(draft))).isEqualTo(draft);
    assertThat(MeetupJson.meetup(MeetupJson.of(published))).isEqualTo(published);
  }
}
