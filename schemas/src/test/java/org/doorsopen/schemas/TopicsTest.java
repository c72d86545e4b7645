package org.doorsopen.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class TopicsTest {

  private final List<NewTopic> all = Topics.definitions(new TopicSettings(3, Optional.empty()));

  @Test
  void haveDeadLettersOfTheirOwnEachInAsManyPartitions() {
    List<String> names = all.stream().map(NewTopic::name).toList();

    assertThat(names).doesNotHaveDuplicates();
    assertThat(names.stream().filter(name -> !name.endsWith("-dlt")))
        .containsAll(EventTypes.BY_TOPIC.keySet())
        .allSatisfy(name -> assertThat(names).contains(Topics.deadLettersOf(name)));
    assertThat(all).allMatch(topic -> topic.numPartitions() == 3);
  }

  @Test
  void areEachAnsweredForByOneService() {
    assertThat(Topics.ofRsvpService()).doesNotContainAnyElementsOf(Topics.ofScheduleService());
    assertThat(Topics.ofRsvpService().size() + Topics.ofScheduleService().size())
        .isEqualTo(all.size() / 2);
  }

  @Test
  void haveTheTimesOfTheBroker() {
    assertThat(all)
        .allMatch(topic -> "LogAppendTime".equals(topic.configs().get("message.timestamp.type")));
  }

  @Test
  void keepNamesAndAddressesAsideForTwoDaysOnly() {
    assertThat(all)
        .filteredOn(topic -> topic.name().equals(Topics.deadLettersOf(Topics.CONTACTS)))
        .singleElement()
        .satisfies(topic ->
            assertThat(topic.configs())
                .containsEntry("retention.ms", "172800000")
                .containsEntry("segment.ms", "21600000")
                .containsEntry("cleanup.policy", "delete")
                .containsAllEntriesOf(Topics.REVISED.get(topic.name())));
    assertThat(Topics.takesTombstones(Topics.CONTACTS)).isTrue();
    assertThat(Set.of(Topics.RSVPS, Topics.SEATS, Topics.SCHEDULES))
        .noneMatch(Topics::takesTombstones);
  }
}
