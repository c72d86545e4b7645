package org.doorsopen.rsvp.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.meetups.MeetupStatus;
import org.jspecify.annotations.Nullable;

/**
 * How an RSVP stands, as attendees are told. A component is null while it is not known yet.
 *
 * @param seats of the whole party
 * @param guests one less than the seats
 * @param name null until the contact was read, and once it is erased
 * @param waitlistPosition 1 is next; null unless WAITLISTED
 * @param reason null unless CANCELLED or DECLINED, or WAITLISTED with a waitlist that is closed
 * @param confirmUntil the seats go to the next party then, unless the address is confirmed before
 *     by the page that mails link to; null if they do not
 * @param addressConfirmed whether somebody who reads the mails of the address has shown so
 * @param reasonOtherwise why it would have been declined if its attendee had no RSVP already; null
 *     if it would not have been, or the attendee had none. Nobody is shown it under this name.
 */
public record RsvpStatus(
    String rsvpId,
    String meetupId,
    State status,
    @Nullable Integer seats,
    @Nullable Integer guests,
    @Nullable String name,
    @Nullable Long waitlistPosition,
    @Nullable Reason reason,
    @Nullable Instant confirmUntil,
    boolean addressConfirmed,
    @JsonIgnore @Nullable Reason reasonOtherwise) {

  /** Where an RSVP stands. */
  public enum State {
    /** Nothing is decided yet, or the decision has not been read yet. */
    REQUESTED,
    CONFIRMED,
    WAITLISTED,
    CANCELLED,
    DECLINED;

    /** Whether the RSVP has seats or waits for them. */
    public boolean stands() {
      return this == CONFIRMED || this == WAITLISTED;
    }
  }

  /**
   * The state of an RSVP as the tables have it.
   *
   * @param state REQUESTED if no decision was read yet
   * @param meetupStatus null if the meetup was not read yet
   * @param promotionsEnded whether the meetup no longer moves anybody up, at the time of asking
   */
  record Facts(
      State state,
      @Nullable Reason reason,
      @Nullable Reason reasonOtherwise,
      @Nullable Instant confirmUntil,
      boolean addressConfirmed,
      @Nullable Integer seats,
      @Nullable Long position,
      @Nullable String name,
      @Nullable MeetupStatus meetupStatus,
      boolean promotionsEnded) {}

  /**
   * Derives two things for which no event is written per RSVP: a cancelled meetup cancels every
   * RSVP that held a seat or waited, and a waitlist that was closed is open again when the
   * organizer lets promotions run longer.
   */
  static RsvpStatus derive(RsvpKey key, Facts facts) {
    if (facts.state.stands() && facts.meetupStatus == MeetupStatus.CANCELLED) {
      return status(key, facts, State.CANCELLED, null, Reason.MEETUP_CANCELLED);
    }
    if (facts.state == State.WAITLISTED) {
      Reason reason = facts.promotionsEnded ? facts.reason : null;
      return status(key, facts, facts.state, facts.position, reason);
    }
    return status(key, facts, facts.state, null, facts.reason);
  }

  private static RsvpStatus status(
      RsvpKey key, Facts facts, State state, @Nullable Long position, @Nullable Reason reason) {
    Integer guests = facts.seats == null ? null : facts.seats - 1;
    return new RsvpStatus(
        key.rsvpId(),
        key.meetupId(),
        state,
        facts.seats,
        guests,
        facts.name,
        position,
        reason,
        state == State.CONFIRMED && !facts.addressConfirmed ? facts.confirmUntil : null,
        facts.addressConfirmed,
        facts.reasonOtherwise);
  }

  /**
   * The status for a person who has not shown to read the mails of the address, and may have typed
   * somebody else's: nothing that depends on other RSVPs of it. The truth goes there by mail.
   */
  public RsvpStatus toldToAnybody() {
    if (reason != Reason.ALREADY_REGISTERED) {
      return this;
    }
    return reasonOtherwise == null
        ? new RsvpStatus(
            rsvpId, meetupId, State.REQUESTED, null, null, name, null, null, null, false, null)
        : new RsvpStatus(
            rsvpId,
            meetupId,
            status,
            seats,
            guests,
            name,
            null,
            reasonOtherwise,
            null,
            false,
            null);
  }

  /** Whether it holds nothing and waits for nothing any more. */
  public boolean isOver() {
    return switch (status) {
      case REQUESTED, CONFIRMED, WAITLISTED -> false;
      case CANCELLED, DECLINED -> true;
    };
  }

  /** Whether a decision may still come. */
  public boolean undecided() {
    return status == State.REQUESTED;
  }
}
