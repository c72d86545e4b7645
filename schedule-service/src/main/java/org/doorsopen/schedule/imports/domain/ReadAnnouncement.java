package org.doorsopen.schedule.imports.domain;

import java.util.List;
import java.util.Map;

/**
 * What was read from an announcement.
 *
 * @param lines as they are counted
 * @param uses which fields a line went into, by its number; a line without an entry is blank, a
 *     rule, or not understood
 * @param notUnderstood lines that went nowhere, in their order
 * @param missing fields that a meetup needs, or mostly has, and that the text does not say
 */
public record ReadAnnouncement(
    ImportedMeetup draft,
    List<String> lines,
    Map<Integer, List<String>> uses,
    List<NumberedLine> notUnderstood,
    List<String> missing,
    List<Doubt> uncertain) {

  public ReadAnnouncement {
    lines = List.copyOf(lines);
    uses = Map.copyOf(uses);
    notUnderstood = List.copyOf(notUnderstood);
    missing = List.copyOf(missing);
    uncertain = List.copyOf(uncertain);
  }
}
