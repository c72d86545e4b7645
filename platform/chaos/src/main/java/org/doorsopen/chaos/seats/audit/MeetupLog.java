package org.doorsopen.chaos.seats.audit;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The records of the topics about one meetup.
 *
 * @param capacities by version of the schedule
 * @param kept the seats that are kept for organizers to give, by version; missing for none
 * @param asked in the order of {@code rsvps}
 * @param decided in the order of {@code seats}
 */
public record MeetupLog(
    String meetupId,
    Map<Integer, Integer> capacities,
    Map<Integer, Integer> kept,
    List<Asked> asked,
    List<Decided> decided) {

  int latestCapacity() {
    return capacities.get(latestVersion());
  }

  int latestVersion() {
    return Collections.max(capacities.keySet());
  }
}
