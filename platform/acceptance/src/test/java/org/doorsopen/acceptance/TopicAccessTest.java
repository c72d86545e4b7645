package org.doorsopen.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorsopen.access.ServiceAccount;
import org.doorsopen.access.TopicAccess;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;

/** Holds the table of rights to the topics that are there, and the README to the table. */
class TopicAccessTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z-]+)` \\|[^|]*\\|[^|]*\\|([^|]*)\\|([^|]*)\\|.*");

  /** By the words of the README for services and for parts of them. */
  private static final Map<String, ServiceAccount> WORDS =
      Map.of(
          "rsvp-service", ServiceAccount.RSVP,
          "seat allocation", ServiceAccount.RSVP,
          "read model", ServiceAccount.RSVP,
          "schedule-service", ServiceAccount.SCHEDULE,
          "notification-service", ServiceAccount.NOTIFICATION);

  @Test
  void hasALineForEveryTopicAndNoOther() {
    Set<String> topics =
        Arrays.stream(Topics.class.getFields())
            .filter(field -> field.getType() == String.class)
            .map(TopicAccessTest::value)
            .filter(name -> !name.equals(Topics.NOBODY))
            .collect(Collectors.toSet());

    assertThat(TopicAccess.TABLE.stream().map(TopicAccess::topic))
        .as("lines in TopicAccess for the constants of Topics")
        .containsExactlyInAnyOrderElementsOf(topics);
  }

  @Test
  void isWhatTheReadmeSays() throws IOException {
    Map<String, List<Set<ServiceAccount>>> said = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of("../../README.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        said.put(row.group(1), List.of(services(row.group(2)), services(row.group(3))));
      }
    }

    assertThat(said)
        .isEqualTo(
            TopicAccess.TABLE.stream()
                .collect(
                    Collectors.toMap(
                        TopicAccess::topic, line -> List.of(line.writtenBy(), line.readBy()))));
  }

  /** A topic that begins with a service's name and a dash belongs to it without a line. */
  @Test
  void keepsSharedTopicsOutOfTheNamesThatAServiceHasForItself() {
    assertThat(TopicAccess.TABLE)
        .allSatisfy(line ->
            assertThat(ServiceAccount.values())
                .noneMatch(service -> line.topic().startsWith(service.role() + "-")));
  }

  private static Set<ServiceAccount> services(String cell) {
    return WORDS.entrySet().stream()
        .filter(word -> cell.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
