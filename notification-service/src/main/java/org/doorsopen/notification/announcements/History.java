package org.doorsopen.notification.announcements;

import java.util.List;
import java.util.Optional;

/**
 * A meetup in all versions that were seen.
 *
 * @param publications in order
 */
record History(List<Publication> publications) {

  /** That version, or the nearest older one that was seen. */
  Optional<Publication> asOf(int version) {
    return publications.stream()
        .filter(publication -> publication.version() <= version)
        .reduce((_, later) -> later);
  }

  /** After one version up to another, in order. */
  List<Publication> between(int after, int upTo) {
    return publications.stream()
        .filter(publication -> publication.version() > after && publication.version() <= upTo)
        .toList();
  }
}
