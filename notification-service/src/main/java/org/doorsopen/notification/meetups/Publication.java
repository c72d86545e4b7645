package org.doorsopen.notification.meetups;

import java.time.Instant;
import java.util.stream.Stream;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.notification.inbox.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A version of a meetup as it was published.
 *
 * @param cancelled whether the meetup does not take place; no version after it says otherwise
 * @param fingerprint of everything that was published, including what mails do not say; null for
 *     publications from before fingerprints were kept
 * @param note the organizers' words to everyone who is told
 * @param tellEveryone whether people whom the changes do not concern are told as well
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

  /** Whether both read the same, to the last field; also false if that is not known. */
  public boolean saysTheSameAs(Publication other) {
    return (fingerprint != null && fingerprint.equals(other.fingerprint))
        || (meetup.details() != null
            && other.meetup.details() != null
            && Difference.between(other.meetup, meetup).isEmpty());
  }

  /** The note, unless it is blank. */
  public Stream<String> words() {
    return Stream.ofNullable(note).filter(words -> !words.isBlank());
  }
}
