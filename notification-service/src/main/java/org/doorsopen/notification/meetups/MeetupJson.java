package org.doorsopen.notification.meetups;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.doorsopen.notification.meetups.domain.Meetup;
import tools.jackson.databind.json.JsonMapper;

/**
 * A meetup as it is stored. The groups of {@link Meetup} are not part of the text, because rows of
 * earlier builds do not have them, and because SQL reads the start from it.
 */
final class MeetupJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().addMixIn(Meetup.class, WithoutGroups.class).build();

  private interface WithoutGroups {

    @JsonUnwrapped
    Meetup.Place place();

    @JsonUnwrapped
    Meetup.Times times();
  }

  private MeetupJson() {}

  static String write(Meetup meetup) {
    return JSON.writeValueAsString(meetup);
  }

  static Meetup read(String json) {
    return JSON.readValue(json, Meetup.class);
  }
}
