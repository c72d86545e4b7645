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
          Topics.RSVPS, Set.of("rsvp-seat-allocation"),
          Topics.SCHEDULES, Set.of("rsvp-seat-allocation", "rsvp-read-model-schedules"),
          Topics.SEATS, Set.of("rsvp-read-model-seats"),
          Topics.CONTACTS, Set.of("rsvp-read-model-contacts"));

  /**
   * @param thrown how many records into each topic
   */
  public List<String> findings(Map<String, Integer> thrown) {
    List<String> findings = new ArrayList<>();
    Set<String> all = new HashSet<>(READERS.keySet());
    all.addAll(thrown.keySet());
    all.forEach(topic -> {
      Map<String, Integer> aside = topics.deadLetters(topic);
      int expected = thrown.getOrDefault(topic, 0);
      Set<String> readers = new HashSet<>(READERS.getOrDefault(topic, Set.of()));
      readers.addAll(aside.keySet());
      if (readers.isEmpty()) {
        findings.add("Nobody has set aside anything of " + topic);
      }
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
