package org.doorsopen.notification.meetups;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Reading;
import org.doorsopen.fixtures.ScheduleFixtures;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Host;
import org.doorsopen.schemas.events.Meetup;
import org.doorsopen.schemas.events.Speaker;
import org.doorsopen.schemas.events.Sponsor;
import org.doorsopen.schemas.events.Venue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedMeetupsTest {

  private static final Instant STARTS_AT = Instant.parse("2027-03-14T17:00:00Z");

  /** Another value for each field whose type does not say one. */
  private static final Map<String, Object> OTHERS =
      Map.of(
          "timeZone",
          "Europe/Paris",
          "onlineUrl",
          "https://other.example",
          "codeOfConductUrl",
          "https://other.example",
          "hosts",
          List.of(new Host("Somebody else", null)),
          "sponsors",
          List.of(new Sponsor("Somebody else", null, null)),
          "venue",
          new Venue("Elsewhere", null, null),
          "reminderLeadSeconds",
          List.of(60),
          "agenda",
          List.of(ScheduleFixtures.aTalk(STARTS_AT, new Speaker("Ada", null, null)).build()));

  /** All but whether there is a room, which its address says, from a topic of its own. */
  static List<String> fields() {
    return Meetup.getClassSchema().getFields().stream()
        .map(Schema.Field::name)
        .filter(field -> !field.equals("online"))
        .toList();
  }

  /** With a new field of the event, this asks which people are told of it, and in which words. */
  @ParameterizedTest
  @MethodSource("fields")
  void seesADifferenceInEachFieldOfTheEvent(String field) {
    Meetup meetup = aMeetup();
    Meetup other = aMeetup();
    int position = Meetup.getClassSchema().getField(field).pos();
    other.put(position, other(field, meetup.get(position)));

    assertThat(Difference.between(seen(meetup), seen(meetup))).isEmpty();
    assertThat(Difference.between(seen(meetup), seen(other))).isNotEmpty();
  }

  /**
   * A fingerprint that was stored before talks could have slides is the one that is computed now.
   */
  @Test
  void seesSlidesAndRecordingsAndKeepsTheDigestsOfTalksWithoutThem() {
    AgendaItem talk = aTalk().build();
    AgendaItem shown = aTalk().setSlidesUrl("https://example.org/1").build();
    AgendaItem seen = aTalk().setRecordingUrl("https://example.org/1").build();

    assertThat(PublishedDetails.of(talk))
        .isEqualTo(Reading.digest(List.of("About images.", "Ada", "", "")));
    assertThat(List.of(talk, shown, seen)).extracting(PublishedDetails::of).doesNotHaveDuplicates();
  }

  private static AgendaItem.Builder aTalk() {
    return ScheduleFixtures.aTalk(STARTS_AT, new Speaker("Ada", null, null));
  }

  private static Object other(String field, Object value) {
    if (OTHERS.containsKey(field)) {
      return OTHERS.get(field);
    }
    return switch (value) {
      case Instant instant -> instant.plusSeconds(60);
      case Integer number -> number + 1;
      case Boolean yes -> !yes;
      case null -> anyOf(Meetup.getClassSchema().getField(field).schema());
      default -> "Other words";
    };
  }

  /** A value for a field that may be null. */
  private static Object anyOf(Schema union) {
    Set<Schema.Type> types = union.getTypes().stream().map(Schema::getType).collect(toSet());
    if (types.contains(Schema.Type.INT)) {
      return 7;
    }
    return types.contains(Schema.Type.LONG) ? STARTS_AT : "Other words";
  }

  private static Meetup aMeetup() {
    return ScheduleFixtures.anEvening(STARTS_AT)
        .setHosts(List.of())
        .setSponsors(List.of())
        .setAgenda(List.of())
        .build();
  }

  private static org.doorsopen.changes.domain.Meetup seen(Meetup meetup) {
    return PublishedMeetups.publication(
            ScheduleFixtures.published("m", meetup).setChanges(List.of()).build(),
            new Cause("schedules", 0, 0, null))
        .meetup();
  }
}
