package org.doorsopen.changes.domain;

import java.util.List;
import java.util.Optional;

/**
 * The news of one or more publications for one recipient: the difference between the meetup that
 * this recipient was last told and the meetup now.
 *
 * @param differences empty only if the organizers want everybody to be told anyway
 */
public record Announcement(List<Difference> differences) {

  public Announcement {
    differences = List.copyOf(differences);
  }

  /**
   * Empty if this recipient is not told: people hear only of what concerns them, and without a
   * difference there is no mail.
   *
   * @param told the meetup that this recipient was last told
   * @param everyone whether the organizers asked that everyone be told (notify ALWAYS); then all
   *     differences are told, whether they concern this recipient or not, but for the address of
   *     the online room, which is for those who have a seat
   */
  public static Optional<Announcement> of(
      Meetup told, Meetup now, Standing standing, boolean everyone) {
    if (!standing.isActive()) {
      return Optional.empty();
    }
    List<Difference> differences = Difference.between(told, now);
    if (everyone) {
      return Optional.of(
          new Announcement(
              differences.stream().filter(difference -> isFor(difference, standing)).toList()));
    }
    List<Difference> concerning =
        differences.stream().filter(difference -> concerns(difference, standing)).toList();
    return concerning.isEmpty() ? Optional.empty() : Optional.of(new Announcement(concerning));
  }

  /** Whether there is nothing to tell but that the organizers want it told. */
  public boolean isEmpty() {
    return differences.isEmpty();
  }

  private static boolean isFor(Difference difference, Standing standing) {
    return !(difference instanceof Difference.OnlineAddressChanged)
        || concerns(difference, standing);
  }

  private static boolean concerns(Difference difference, Standing standing) {
    return switch (difference) {
      case Difference.ForEveryone _ -> true;
      case Difference.ForConfirmed _ -> standing == Standing.CONFIRMED;
      case Difference.OnRequest _ -> false;
    };
  }
}
