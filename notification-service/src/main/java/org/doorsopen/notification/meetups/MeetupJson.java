package org.doorsopen.notification.meetups;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.changes.domain.Meetup.Kind;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A meetup as it is stored. The groups of {@link Meetup} are not part of the text, because rows of
 * earlier builds do not have them, and because SQL reads the start from it.
 */
final class MeetupJson {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .addMixIn(Meetup.class, WithoutGroups.class)
          .addMixIn(Meetup.AgendaItem.class, WithTalks.class)
          .addModule(new SimpleModule().addDeserializer(Kind.class, new KindOrTalk()))
          .build();

  private interface WithoutGroups {

    @JsonUnwrapped
    Meetup.Place place();

    @JsonUnwrapped
    Meetup.Times times();
  }

  /** Rows of earlier builds know of each item only whether it is a talk. */
  private interface WithTalks {

    @JsonAlias("talk")
    Kind kind();
  }

  private static final class KindOrTalk extends ValueDeserializer<Kind> {

    @Override
    public Kind deserialize(JsonParser json, DeserializationContext context) {
      return switch (json.currentToken()) {
        case VALUE_TRUE -> Kind.TALK;
        case VALUE_FALSE -> Kind.UNKNOWN;
        default -> Kind.valueOf(json.getString());
      };
    }
  }

  private MeetupJson() {}

  static String write(Meetup meetup) {
    return JSON.writeValueAsString(meetup);
  }

  static Meetup read(String json) {
    return JSON.readValue(json, Meetup.class);
  }
}
