package org.doorsopen.schedule;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Meetups as an organizer would send them. */
final class Evenings {

  static final Instant STARTS_AT =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);

  private Evenings() {}

  static String at(int minute) {
    return STARTS_AT.plus(minute, ChronoUnit.MINUTES).toString();
  }

  /** An evening of three and a half hours. */
  static ObjectNode anEvening() {
    return (ObjectNode)
        JsonMapper.shared()
            .readTree(
                """
                {
                  "title": "Kubernetes & Cloud Native Berlin",
                  "hosts": [{"name": "Cloud Native Berlin"}, {"name": "Mercedes-Benz.io"}],
                  "venue": {"name": "Berlin Mitte"},
                  "timeZone": "Europe/Berlin",
                  "startsAt": "%s",
                  "endsAt": "%s",
                  "capacity": 8,
                  "sponsors": [{"name": "Fiberplane", "contribution": "pizza"}],
                  "agenda": [
                    {"kind": "DOORS", "title": "Doors Open", "startsAt": "%s"},
                    {"id": "nele", "kind": "TALK", "startsAt": "%s", "endsAt": "%s",
                     "title": "Handling incidents collaboratively",
                     "speakers": [{"name": "Nele Uhlemann", "role": "Developer Advocate",
                                   "organization": "Fiberplane"}]}
                  ]
                }
                """
                    .formatted(at(0), at(210), at(0), at(30), at(60)));
  }
}
