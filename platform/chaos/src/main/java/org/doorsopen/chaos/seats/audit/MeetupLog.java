package org.doorsopen.chaos.seats.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The records of the topics about one meetup.
 *
 * @param capacities by version of the schedule
 * @param asked in the order of {@code rsvps}
 * @param decided in the order of {@code seats}
 */
public record MeetupLog(
    String meetupId, Map<Integer, Integer> capacities, List<Asked> asked, List<Decided> decided) {

  int latestCapacity() {
    return capacities.get(Collections.max(capacities.keySet()));
  }
}
