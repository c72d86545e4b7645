package org.doorsopen.notification.messages;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorsopen.changes.domain.Standing;

/**
 * The organizers' words to some of those who come or wait. It never changes.
 *
 * @param rsvpIds of those who were chosen; empty unless the addressees are
 * @param texts the same in one or more languages
 * @param scheduleVersion of the meetup, without which it is not sent
 * @param sentAt the time for which the organizers wanted it
 */
public record Message(
    String messageId,
    String meetupId,
    Addressees addressees,
    Set<String> rsvpIds,
    List<Text> texts,
    int scheduleVersion,
    Instant sentAt) {

  public Message {
    rsvpIds = Set.copyOf(rsvpIds);
    texts = List.copyOf(texts);
  }

  /**
   * @param language BCP 47
   * @param subject on one line
   * @param text plain, with line feeds
   */
  public record Text(String language, String subject, String text) {}

  /** For whom it is, as it is stored. */
  public enum Addressees {
    EVERYONE,
    CONFIRMED,
    WAITLISTED,
    CHOSEN;

    public boolean include(Standing standing) {
      return switch (this) {
        case EVERYONE, CHOSEN -> standing.isActive();
        case CONFIRMED -> standing == Standing.CONFIRMED;
        case WAITLISTED -> standing == Standing.WAITLISTED;
      };
    }
  }

  boolean isFor(String rsvpId, Standing standing) {
    return addressees.include(standing)
        && (addressees != Addressees.CHOSEN || rsvpIds.contains(rsvpId));
  }

  /** In the reader's language if it was written in that, and otherwise the first. */
  public Text in(Locale reader) {
    return texts.stream()
        .filter(text ->
            Locale.forLanguageTag(text.language()).getLanguage().equals(reader.getLanguage()))
        .findFirst()
        .orElseGet(texts::getFirst);
  }
}
