package org.doorsopen.schedule.imports.domain.text;

import java.util.List;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.jspecify.annotations.Nullable;

/** Where in the text the reader is: the section, the talk, and what stood above. */
final class Position {

  List<Line> lines = List.of();

  /** Which of the lines begin with a time. */
  List<Integer> timed = List.of();

  @Nullable Label section;
  @Nullable Item current;
  @Nullable Item bioOf;
  boolean isInBio;
  boolean isInAbstract;
  boolean isAfterBlank = true;
  boolean isAfterHeading;
  boolean isAfterRule;
  boolean hasAgenda;
  boolean isOwnSection;
  boolean isWaitingForTitle;
  boolean isInDescription;
  boolean isAfterFarewell;

  /** How many lines of text there were. */
  int texts;

  void leaveTalk(Label label) {
    if (label != Label.ONLINE || current == null) {
      current = null;
      isInAbstract = false;
      isInBio = false;
    }
  }

  boolean hasTextBelow(int at) {
    for (int i = at + 1; i < lines.size() && i <= at + 3; i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).isRule()) {
        return true;
      }
    }
    return false;
  }
}
