package org.doorsopen.schedule.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.doorsopen.changes.domain.Difference;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.changes.domain.Untold;
import org.doorsopen.schedule.drafts.Draft;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.PublishedVersion;
import org.doorsopen.schedule.parties.domain.Crowd;

/**
 * What would follow if the draft were published now, as far as it can be known.
 *
 * @param differences as the mails tell them
 * @param auto the mails about what concerns people
 * @param always the mails where everybody is told
 * @param seats before and after
 */
record Consequences(List<Difference> differences, Mails auto, Mails always, Seats seats) {

  /** How many of those who stand there are told. */
  record Mails(int confirmed, int waiting) {

    int all() {
      return confirmed + waiting;
    }
  }

  /**
   * @param change whether the publication says anything of them
   * @param movingUp parties
   * @param untilOneIsFree how many are to be given up before anybody moves up
   * @param open whether anybody moves up at all any more
   */
  record Seats(
      boolean change,
      int capacityBefore,
      int capacity,
      int movingUp,
      int untilOneIsFree,
      boolean open) {}

  /** For a meetup that was published before. */
  static Consequences of(PublishedVersion latest, Meetup next, Crowd crowd, Instant now) {
    org.doorsopen.changes.domain.Meetup before = ToldMeetups.of(latest.meetup());
    org.doorsopen.changes.domain.Meetup after = ToldMeetups.of(next);
    return new Consequences(
        Difference.between(before, after),
        mails(Untold.since(before, after, false), crowd),
        mails(Untold.since(before, after, true), crowd),
        seats(latest.meetup(), next, crowd, now));
  }

  /** The meetup as it would be published. */
  static Meetup next(Draft draft, PublishedVersion latest) {
    return draft.meetup().withDefaults(latest.firstPublishedAt()).keepingTimesOf(latest.meetup());
  }

  private static Mails mails(Untold untold, Crowd crowd) {
    return new Mails(
        isTold(untold, Standing.CONFIRMED) ? crowd.confirmed() : 0,
        isTold(untold, Standing.WAITLISTED) ? crowd.waiting().size() : 0);
  }

  private static boolean isTold(Untold untold, Standing standing) {
    return untold.announcementFor(standing).isPresent();
  }

  private static Seats seats(Meetup before, Meetup next, Crowd crowd, Instant now) {
    int capacity = next.seating().capacity();
    // Seat rule 15: kept seats are for nobody who waits.
    int toEverybody = capacity - next.seating().reservedSeats();
    Instant end = next.windows().promotionsEndAt();
    boolean open = end != null && now.isBefore(end);
    boolean change =
        capacity != before.seating().capacity()
            || !next.seating().reservedSeats().equals(before.seating().reservedSeats())
            || !Objects.equals(end, before.windows().promotionsEndAt());
    return new Seats(
        change,
        before.seating().capacity(),
        capacity,
        open ? crowd.movingUp(toEverybody) : 0,
        crowd.seatsUntilOneIsFree(toEverybody),
        open);
  }
}
