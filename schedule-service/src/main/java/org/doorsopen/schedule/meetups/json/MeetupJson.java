package org.doorsopen.schedule.meetups.json;

import java.util.List;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes and reads JSON for the database, independently of how the HTTP side is set up. */
public final class MeetupJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(Meetup.class, MeetupMixins.OfMeetup.class)
          .addMixIn(AgendaItem.class, MeetupMixins.OfAgendaItem.class)
          .addMixIn(Change.class, MeetupMixins.OfChange.class)
          .build();

  private MeetupJson() {}

  public static String of(Meetup meetup) {
    return JSON.writeValueAsString(meetup);
  }

  public static Meetup meetup(String json) {
    return JSON.readValue(json, Meetup.class);
  }

  public static String of(List<Change> changes) {
    return JSON.writerFor(new TypeReference<List<Change>>() {}).writeValueAsString(changes);
  }

  public static List<Change> changes(String json) {
    return JSON.readValue(json, new TypeReference<>() {});
  }
}
