package org.doorsopen.schedule.messages;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.doorsopen.schemas.Traceparent;
import org.jspecify.annotations.Nullable;

/**
 * An organizer's words to some of those who come or wait.
 *
 * @param rsvpIds of those who were chosen; empty unless the addressees are
 * @param texts the same in one language or two; the first is for readers of every other
 * @param writtenBy the organizer's name
 * @param sendAt when it is wanted: at once, or later
 * @param traceparent of the request that wrote it
 * @param settledAt when Kafka had acknowledged it, or it was withdrawn or dropped; null until then
 * @param withdrawnBy the name of the organizer who did; null unless it was withdrawn
 */
record Message(
    UUID messageId,
    UUID meetupId,
    Addressees addressees,
    List<UUID> rsvpIds,
    List<Text> texts,
    String writtenBy,
    Instant writtenAt,
    Instant sendAt,
    Traceparent traceparent,
    State state,
    @Nullable Instant settledAt,
    @Nullable String withdrawnBy) {

  Message {
    rsvpIds = List.copyOf(rsvpIds);
    texts = List.copyOf(texts);
  }

  /** For whom it is, as the API, the event and the table name it. */
  enum Addressees {
    EVERYONE,
    CONFIRMED,
    WAITLISTED,
    /** Some people, by their RSVPs. */
    CHOSEN
  }

  enum State {
    /** For its time, or for Kafka. */
    WAITING,
    SENT,
    WITHDRAWN,
    /** Its time had come, and the meetup was cancelled. */
    DROPPED
  }

  /**
   * @param language the code of one that the platform speaks
   * @param subject on one line
   * @param text with line feeds
   */
  record Text(String language, String subject, String text) {}

  boolean saysTheSameAs(Message other) {
    return addressees == other.addressees
        && rsvpIds.equals(other.rsvpIds)
        && texts.equals(other.texts);
  }
}
