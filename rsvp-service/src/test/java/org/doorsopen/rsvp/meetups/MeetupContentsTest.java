package org.doorsopen.rsvp.meetups;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.doorsopen.schemas.events.Meetup;
import org.junit.jupiter.api.Test;

class MeetupContentsTest {

  /**
   * Instructions for mails, as attendees hear of reminders by the reminders themselves; and the
   * address of the online room, which events of earlier builds have, and which is not for
   * everybody.
   */
  private static final Set<String> FOR_MAILS_ONLY = Set.of("reminderLeadSeconds", "onlineUrl");

  @Test
  void leavesOutNothingThatAPublicationSaysToAttendees() {
    Set<String> published =
        Meetup.getClassSchema().getFields().stream()
            .map(Schema.Field::name)
            .filter(field -> !FOR_MAILS_ONLY.contains(field))
            .map(field -> field.replace("Seconds", "")) // a duration says its unit itself
            .collect(Collectors.toSet());

    assertThat(Arrays.stream(PublishedMeetup.class.getRecordComponents()).flatMap(this::flat))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  private Stream<String> flat(RecordComponent component) {
    return component.isAnnotationPresent(JsonUnwrapped.class)
            || component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
        ? Arrays.stream(component.getType().getRecordComponents()).map(RecordComponent::getName)
        : Stream.of(component.getName());
  }
}
