package org.doorsopen.notification.mails;

import java.time.Instant;
import java.util.UUID;
import org.doorsopen.notification.inbox.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the queue or the log.
 *
 * @param number rises in the order of queueing
 * @param cause the event that it follows from
 */
public record Mail(
    UUID id,
    long number,
    String rsvpId,
    String meetupId,
    MailKind kind,
    int scheduleVersion,
    MailFacts facts,
    MailStatus status,
    Tries tries,
    Times times,
    Cause cause) {

  /**
   * The attempts to send it.
   *
   * @param attempts those that have ended
   * @param unanswered how many of them ended without our knowing whether the server took it; each
   *     may be one mail more in the inbox, with the same Message-ID
   * @param lastError the server's words about the last failure, without addresses
   */
  public record Tries(int attempts, int unanswered, @Nullable String lastError) {

    public static final Tries NONE = new Tries(0, 0, null);
  }

  /**
   * @param occurredAt when that happened which it tells of
   * @param lastRetry null unless an organizer or the recipient has had it tried again
   * @param heldAt when it was first held back, because its mailbox had too many mails
   */
  public record Times(
      Instant occurredAt,
      Instant queuedAt,
      @Nullable Instant sentAt,
      @Nullable Retry lastRetry,
      @Nullable Instant heldAt) {}

  /**
   * @param by the organizer's name, never an address; null where it was the recipient's own wish,
   *     and where it was not recorded
   */
  public record Retry(Instant at, @Nullable String by) {}

  /**
   * The instant from which on it is news and is tried: an organizer may have had it tried again.
   */
  public Instant newsSince() {
    Retry retry = times.lastRetry();
    return retry == null ? times.occurredAt() : retry.at();
  }

  /** Whether it goes out in the order of events, after what came before it to the same RSVP. */
  public boolean isInOrder() {
    return times.lastRetry() == null && times.heldAt() == null;
  }
}
