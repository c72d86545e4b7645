package org.doorsopen.notification.meetups;

import java.util.List;
import java.util.Optional;

/**
 * A meetup in all versions that were seen.
 *
 * @param publications in order
 */
public record History(List<Publication> publications) {

  /** That version, or the nearest older one that was seen. */
  public Optional<Publication> asOf(int version) {
    return publications.stream()
        .filter(publication -> publication.version() <= version)
        .reduce((_, later) -> later);
  }

  /** After one version up to another, in order. */
  public List<Publication> between(int after, int upTo) {
    return publications.stream()
        .filter(publication -> publication.version() > after && publication.version() <= upTo)
        .toList();
  }
}
