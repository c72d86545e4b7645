package org.doorsopen.schemas;

import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.ConfirmationAwaited;
import org.doorsopen.schemas.events.ConfirmationNoted;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.GrantDeclineReason;
import org.doorsopen.schemas.events.GrantReason;
import org.doorsopen.schemas.events.PartyChangeDeclined;
import org.doorsopen.schemas.events.PartyChanged;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatGrantDeclined;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;

/**
 * An event of the topic {@code seats}, for its readers. Avro gives the classes of its records
 * nothing in common, and a switch over them cannot be exhaustive; over these it is, so a new
 * decision makes the compiler ask each reader what follows from it.
 */
public sealed interface SeatDecision {

  /** The contents that all decisions share. */
  Fields fields();

  /**
   * @param promoted whether the party waited before
   * @param confirmUntil the seats are released then, unless the address is confirmed before; null
   *     if they are not
   * @param grantId the request of an organizer who gave the seats by hand; null for all others
   * @param grantReason why they were given by hand; null for all others
   * @param grantedBy the name of the organizer who gave them; null for all others
   * @param reservedSeats how many of the seats are of those that are kept for others
   */
  record Confirmed(
      Fields fields,
      boolean promoted,
      @Nullable Instant confirmUntil,
      @Nullable String grantId,
      @Nullable GrantReason grantReason,
      @Nullable String grantedBy,
      int reservedSeats)
      implements SeatDecision {

    /** Whether an organizer gave the seats by hand. */
    public boolean byHand() {
      return grantId != null;
    }
  }

  /**
   * Seats could not be given by hand.
   *
   * @param grantId the request that this decides
   * @param added whether a person was to be added, whose RSVP holds nothing; any other RSVP stays
   *     as it is
   */
  record GrantDeclined(Fields fields, String grantId, GrantDeclineReason reason, boolean added)
      implements SeatDecision {}

  /** The party still has its seats, and its address is still to be confirmed. */
  record Awaited(Fields fields, Instant confirmUntil) implements SeatDecision {}

  /** The party stands where it stood, and its address is confirmed. */
  record Noted(Fields fields) implements SeatDecision {}

  /**
   * @param waitlistNumber gives the order of the waitlist; its numbers have gaps
   */
  record Waitlisted(Fields fields, long waitlistNumber) implements SeatDecision {}

  /**
   * @param wasConfirmed whether the party had seats; otherwise it waited
   * @param explained whether an organizer has written words that go into the mail about it
   */
  record Released(Fields fields, boolean wasConfirmed, ReleaseReason reason, boolean explained)
      implements SeatDecision {}

  /**
   * @param activeRsvpId the attendee's RSVP that stands, where that is the reason
   * @param reasonOtherwise why it would have been declined if none stood; null if it would not have
   *     been
   */
  record Declined(
      Fields fields,
      DeclineReason reason,
      @Nullable String activeRsvpId,
      @Nullable DeclineReason reasonOtherwise)
      implements SeatDecision {}

  /** The party still waits, and nobody will be promoted any more. */
  record PromotionsEnded(Fields fields, long waitlistNumber) implements SeatDecision {}

  /**
   * The party has another size, and has seats or waits as before.
   *
   * @param changeId the request that this decides
   * @param formerSeats as many as now where nothing had to change
   * @param waitlistNumber null if the party has seats
   * @param movesUp whether the party waited and gets seats by this: a {@link Confirmed} follows
   * @param promotionsEnded whether it waits, and was told that promotions ended
   * @param confirmUntil as in {@link Confirmed}
   * @param reservedSeats as in {@link Confirmed}
   */
  record Changed(
      Fields fields,
      String changeId,
      int formerSeats,
      @Nullable Long waitlistNumber,
      boolean movesUp,
      boolean promotionsEnded,
      @Nullable Instant confirmUntil,
      int reservedSeats)
      implements SeatDecision {}

  /**
   * The party stays as it is.
   *
   * @param changeId the request that this decides
   */
  record ChangeDeclined(Fields fields, String changeId, int wantedSeats, ChangeDeclineReason reason)
      implements SeatDecision {}

  /**
   * @param seats of the whole party
   * @param scheduleVersion that it was decided under; 0 if the meetup was unknown
   * @param decidedAt the instant that it was decided for: that of the request, the cancellation or
   *     the publication behind it
   */
  record Fields(
      String rsvpId,
      String meetupId,
      String attendeeId,
      int seats,
      int scheduleVersion,
      Instant decidedAt,
      Figures figures) {}

  /** Of the whole meetup, just after the decision. */
  record Figures(int capacity, int confirmedSeats, int waitlistedParties) {}

  /** Empty for an event that is no decision, or a decision of a kind that came after this build. */
  static Optional<SeatDecision> in(@Nullable Object event) {
    return Optional.ofNullable(
        switch (event) {
          case SeatConfirmed confirmed ->
              new Confirmed(
                  fieldsOf(confirmed),
                  confirmed.getPromoted(),
                  confirmed.getConfirmUntil(),
                  confirmed.getGrantId(),
                  confirmed.getGrantReason(),
                  confirmed.getGrantedBy(),
                  confirmed.getReservedSeats());
          case SeatGrantDeclined declined ->
              new GrantDeclined(
                  fieldsOf(declined),
                  declined.getGrantId(),
                  declined.getReason(),
                  declined.getAdded());
          case ConfirmationAwaited awaited ->
              new Awaited(fieldsOf(awaited), awaited.getConfirmUntil());
          case ConfirmationNoted noted -> new Noted(fieldsOf(noted));
          case SeatWaitlisted waitlisted ->
              new Waitlisted(fieldsOf(waitlisted), waitlisted.getWaitlistNumber());
          case SeatReleased released ->
              new Released(
                  fieldsOf(released),
                  released.getWasConfirmed(),
                  released.getReason(),
                  released.getExplained());
          case RsvpDeclined declined ->
              new Declined(
                  fieldsOf(declined),
                  declined.getReason(),
                  declined.getActiveRsvpId(),
                  declined.getReasonOtherwise());
          case WaitlistClosed closed ->
              new PromotionsEnded(fieldsOf(closed), closed.getWaitlistNumber());
          case PartyChanged changed ->
              new Changed(
                  fieldsOf(changed),
                  changed.getChangeId(),
                  changed.getFormerSeats(),
                  changed.getWaitlistNumber(),
                  changed.getMovesUp(),
                  changed.getPromotionsEnded(),
                  changed.getConfirmUntil(),
                  changed.getReservedSeats());
          case PartyChangeDeclined declined ->
              new ChangeDeclined(
                  fieldsOf(declined),
                  declined.getChangeId(),
                  declined.getWantedSeats(),
                  declined.getReason());
          case null, default -> null;
        });
  }

  private static Fields fieldsOf(SpecificRecordBase event) {
    return new Fields(
        (String) event.get("rsvpId"),
        (String) event.get("meetupId"),
        (String) event.get("attendeeId"),
        (int) event.get("seats"),
        (int) event.get("scheduleVersion"),
        (Instant) event.get("decidedAt"),
        new Figures(
            (int) event.get("capacity"),
            (int) event.get("confirmedSeats"),
            (int) event.get("waitlistedParties")));
  }
}
