package org.doorsopen.chaos.seats.poison;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.chaos.seats.audit.TopicLogs;
import org.doorsopen.schemas.Topics;

/** Compares what was thrown in with what each reader has set aside. */
public record SetAside(TopicLogs topics) {

  private static final Map<String, Set<String>> READERS =
      Map.of(
          Topics.RSVPS,
          Set.of("rsvp-seat-allocation"),
          Topics.SCHEDULES,
          Set.of("rsvp-seat-allocation", "rsvp-read-model-schedules", "notification-schedules"),
          Topics.SEATS,
          Set.of("rsvp-read-model-seats", "notification-seats", "schedule-seats"),
          Topics.CONTACTS,
          Set.of("rsvp-read-model-contacts", "notification-contacts"),
          Topics.ROOMS,
          Set.of("rsvp-read-model-rooms", "notification-rooms"),
          Topics.MESSAGES,
          Set.of("notification-messages"),
          Topics.MAIL_REQUESTS,
          Set.of("notification-mail-requests"),
          Topics.ERASURES,
          Set.of("rsvp-read-model-erasures", "notification-erasures"),
          Topics.DELIVERIES,
          Set.of("rsvp-read-model-deliveries", "schedule-deliveries"));

  /**
   * @param thrown how many records into each topic
   */
  public List<String> findings(Map<String, Integer> thrown) {
    List<String> findings = new ArrayList<>();
    READERS.forEach((topic, known) -> {
      Map<String, Integer> aside = topics.deadLetters(topic);
      int expected = thrown.getOrDefault(topic, 0);
      Set<String> readers = new HashSet<>(known);
      readers.addAll(aside.keySet());
      readers.forEach(reader -> {
        int found = aside.getOrDefault(reader, 0);
        if (found != expected) {
          findings.add(
              "%s has set aside %d records of %s, and %d were thrown in"
                  .formatted(reader, found, topic, expected));
        }
      });
    });
    return findings;
  }
}
