package org.doorsopen.notification.meetups;

import java.util.List;
import java.util.Optional;

/**
 * All versions of a meetup that were seen; some in between may be missing.
 *
 * @param publications in the order of their versions
 */
public record History(List<Publication> publications) {

  /** The given version, or the nearest older one that was seen. */
  public Optional<Publication> asOf(int version) {
    return publications.stream()
        .filter(publication -> publication.version() <= version)
        .reduce((_, later) -> later);
  }

  /** The versions after the first and up to the second, in order. */
  public List<Publication> between(int after, int upTo) {
    return publications.stream()
        .filter(publication -> publication.version() > after && publication.version() <= upTo)
        .toList();
  }
}
