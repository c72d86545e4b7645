package org.doorsopen.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;

class DeadLetterCommandsTest {

  @Test
  void asksTheServiceThatAnswersForTheTopicOfTheRecord() {
    assertThat(Topics.ofScheduleService())
        .isNotEmpty()
        .allSatisfy(topic ->
            assertThat(DeadLetterCommands.path(topic + "-3@17"))
                .isEqualTo("/api/dead-letters/schedules/" + topic + "-3%4017"));
    assertThat(Topics.ofRsvpService())
        .isNotEmpty()
        .allSatisfy(topic ->
            assertThat(DeadLetterCommands.path(topic + "-3@17"))
                .isEqualTo("/api/dead-letters/rsvps/" + topic + "-3%4017"));
  }
}
