package org.doorsopen.notification.meetups;

import java.time.Instant;
import java.util.stream.Stream;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.meetups.domain.Meetup;
import org.jspecify.annotations.Nullable;

/**
 * A version of a meetup as it was published.
 *
 * @param cancelled whether the meetup does not take place; no version after it says otherwise
 * @param fingerprint of all that was published, also of what mails do not say; null of what was
 *     seen by a release that did not keep it
 * @param note the organizer's words to those who are told
 * @param tellEveryone whether also those are told whom the changes do not concern
 */
public record Publication(
    String meetupId,
    int version,
    boolean cancelled,
    Meetup meetup,
    @Nullable String fingerprint,
    @Nullable String note,
    boolean tellEveryone,
    Instant publishedAt,
    Cause cause) {

  /** False where that is not known. */
  public boolean saysTheSameAs(Publication other) {
    return fingerprint != null && fingerprint.equals(other.fingerprint);
  }

  /** The note, if there is a word in it. */
  public Stream<String> words() {
    return Stream.ofNullable(note).filter(words -> !words.isBlank());
  }
}
