package org.doorsopen.schedule.meetups.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares the times of a meetup with each other (seat rule 7), with defaults applied, and its
 * numbers of seats (seat rule 15).
 */
public final class MeetupRules {

  /** With less time, the mail may come too late. */
  private static final Duration MIN_REMINDER = Duration.ofMinutes(5);

  private static final Duration MAX_REMINDER = Duration.ofDays(14);

  /** A mail may wait as long as this at a server that does not know its sender yet. */
  private static final Duration MIN_CONFIRM = Duration.ofMinutes(10);

  private static final Duration MAX_CONFIRM = Duration.ofDays(14);

  private MeetupRules() {}

  /**
   * Finds times and numbers that do not fit together.
   *
   * @param firstPublishedAt the default of rsvpOpensAt; null before the first publication, when it
   *     cannot be compared yet
   */
  public static List<Fault> faults(Meetup meetup, @Nullable Instant firstPublishedAt) {
    var faults = new ArrayList<Fault>();
    if (!meetup.times().startsAt().isBefore(meetup.times().endsAt())) {
      faults.add(new Fault("endsAt", "must be after startsAt", Set.of("startsAt", "endsAt")));
    }
    if (meetup.seating().reservedSeats() > meetup.seating().capacity()) {
      faults.add(
          new Fault(
              "reservedSeats",
              "must not be more than capacity, which is %d".formatted(meetup.seating().capacity()),
              Set.of("reservedSeats", "capacity")));
    }
    opensBeforeItCloses(meetup, firstPublishedAt, faults);
    closesBeforePromotionsEnd(meetup, faults);
    if (meetup.windows().promotionsEndAt() != null
        && meetup.windows().promotionsEndAt().isAfter(meetup.times().endsAt())) {
      faults.add(
          new Fault(
              "promotionsEndAt", "must not be after endsAt", Set.of("promotionsEndAt", "endsAt")));
    }
    return faults;
  }

  /**
   * Finds the reason why a meetup may not be published for the first time now: nobody is invited
   * when RSVPs are closed. Later versions may still be published then.
   */
  public static Optional<Fault> faultOfInviting(Meetup meetup, Instant now) {
    Instant closesAt = orStart(meetup.windows().rsvpClosesAt(), meetup);
    if (closesAt.isAfter(now)) {
      return Optional.empty();
    }
    return Optional.of(
        new Fault(
            "rsvpClosesAt",
            "must be later than now, and is %s%s"
                .formatted(
                    closesAt,
                    meetup.windows().rsvpClosesAt() == null
                        ? " (the start, as none is given)"
                        : ""),
            Set.of("rsvpClosesAt", "startsAt")));
  }

  /** Finds times of an agenda item that do not fit; field names are without the item's path. */
  public static List<Fault> faults(AgendaItem item, Instant startsAt, Instant endsAt) {
    var faults = new ArrayList<Fault>();
    if (item.startsAt().isBefore(startsAt) || item.startsAt().isAfter(endsAt)) {
      faults.add(
          new Fault(
              "startsAt",
              "must be within the meetup, from %s to %s".formatted(startsAt, endsAt),
              Set.of("startsAt")));
    }
    if (item.endsAt() != null && item.endsAt().isBefore(item.startsAt())) {
      faults.add(
          new Fault(
              "endsAt", "must not be before the item's startsAt", Set.of("startsAt", "endsAt")));
    } else if (item.endsAt() != null && item.endsAt().isAfter(endsAt)) {
      faults.add(
          new Fault(
              "endsAt",
              "must not be after the meetup's end, %s".formatted(endsAt),
              Set.of("endsAt")));
    }
    return faults;
  }

  /** Finds a time to confirm addresses in that is too short for people, or too long for a line. */
  public static List<Fault> faultsOfConfirming(Duration confirmWithin) {
    boolean good =
        confirmWithin.compareTo(MIN_CONFIRM) >= 0 && confirmWithin.compareTo(MAX_CONFIRM) <= 0;
    return good
        ? List.of()
        : List.of(
            new Fault(
                "confirmWithin", "must be from 10 minutes to 14 days", Set.of("confirmWithin")));
  }

  /** Finds wrong times of reminders, in the order in which they were given. */
  public static List<Fault> faults(List<Duration> reminders) {
    var faults = new ArrayList<Fault>();
    var earlier = new HashSet<Duration>();
    for (int i = 0; i < reminders.size(); i++) {
      String field = "reminders[" + i + "]";
      Duration lead = reminders.get(i);
      if (lead.compareTo(MIN_REMINDER) < 0 || lead.compareTo(MAX_REMINDER) > 0) {
        faults.add(new Fault(field, "must be from 5 minutes to 14 days", Set.of(field)));
      } else if (!earlier.add(lead)) {
        faults.add(new Fault(field, "must not be as long as another", Set.of(field)));
      }
    }
    return faults;
  }

  private static void opensBeforeItCloses(
      Meetup meetup, @Nullable Instant firstPublishedAt, List<Fault> faults) {
    Instant opensAt =
        meetup.windows().rsvpOpensAt() == null ? firstPublishedAt : meetup.windows().rsvpOpensAt();
    Instant closesAt = orStart(meetup.windows().rsvpClosesAt(), meetup);
    if (opensAt == null || opensAt.isBefore(closesAt)) {
      return;
    }
    faults.add(
        meetup.windows().rsvpOpensAt() != null
            ? new Fault(
                "rsvpOpensAt",
                "must be before rsvpClosesAt, which is %s".formatted(closesAt),
                Set.of("rsvpOpensAt", "rsvpClosesAt", "startsAt"))
            : new Fault(
                "rsvpClosesAt",
                "must be after rsvpOpensAt, which is the first publication, %s".formatted(opensAt),
                Set.of("rsvpOpensAt", "rsvpClosesAt", "startsAt")));
  }

  private static void closesBeforePromotionsEnd(Meetup meetup, List<Fault> faults) {
    Instant closesAt = orStart(meetup.windows().rsvpClosesAt(), meetup);
    Instant promotionsEndAt = orStart(meetup.windows().promotionsEndAt(), meetup);
    if (!closesAt.isAfter(promotionsEndAt)) {
      return;
    }
    boolean blameClosing = meetup.windows().rsvpClosesAt() != null;
    faults.add(
        new Fault(
            blameClosing ? "rsvpClosesAt" : "promotionsEndAt",
            blameClosing
                ? "must not be after promotionsEndAt, which is %s%s"
                    .formatted(
                        promotionsEndAt,
                        meetup.windows().promotionsEndAt() == null
                            ? " (the start, as none is given)"
                            : "")
                : "must not be before rsvpClosesAt, which is %s (the start, as none is given)"
                    .formatted(closesAt),
            Set.of("rsvpClosesAt", "promotionsEndAt", "startsAt")));
  }

  private static Instant orStart(@Nullable Instant given, Meetup meetup) {
    return given == null ? meetup.times().startsAt() : given;
  }
}
