package org.doorsopen.notification.decisions;

import java.time.Instant;
import java.util.Optional;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.meetups.domain.Standing;
import org.doorsopen.notification.publications.CancellationMails;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Notes where each party stands after a decision, and queues the mail about it, in the caller's
 * transaction.
 *
 * <p>A decision never waits here for the schedule that it was made under. Its mail waits instead,
 * so that no other decision is held up.
 */
@Service
class SeatDecisionHandler {

  private final Meetups meetups;
  private final Recipients recipients;
  private final MailQueue queue;

  SeatDecisionHandler(Meetups meetups, Recipients recipients, MailQueue queue) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
  }

  void handle(@Nullable Object event, Cause cause) {
    switch (event) {
      case SeatConfirmed confirmed -> on(confirmed, cause);
      case SeatWaitlisted waitlisted -> on(waitlisted, cause);
      case SeatReleased released -> on(released, cause);
      case RsvpDeclined declined -> on(declined, cause);
      case WaitlistClosed closed -> on(closed, cause);
      case null, default -> {} // a type that came after this build
    }
  }

  private void on(SeatConfirmed event, Cause cause) {
    stands(
        event.getRsvpId(),
        event.getMeetupId(),
        Standing.CONFIRMED,
        event.getSeats(),
        null,
        event.getDecidedAt());
    addUnlessCancelled(DecisionMails.of(event, cause));
  }

  private void on(SeatWaitlisted event, Cause cause) {
    stands(
        event.getRsvpId(),
        event.getMeetupId(),
        Standing.WAITLISTED,
        event.getSeats(),
        event.getWaitlistNumber(),
        event.getDecidedAt());
    addUnlessCancelled(DecisionMails.of(event, cause));
  }

  /** An erasure is followed by no mail, because no address is left to write to. */
  private void on(SeatReleased event, Cause cause) {
    stands(
        event.getRsvpId(),
        event.getMeetupId(),
        Standing.RELEASED,
        event.getSeats(),
        null,
        event.getDecidedAt());
    if (event.getReason() != ReleaseReason.ERASURE) {
      queue.add(DecisionMails.of(event, cause));
    }
  }

  private void on(RsvpDeclined event, Cause cause) {
    String standing = event.getActiveRsvpId();
    if (event.getReason() == DeclineReason.ALREADY_REGISTERED && standing != null) {
      queue.addHourly(DecisionMails.ofSecond(event, standing, cause));
    } else {
      queue.add(DecisionMails.of(event, cause));
    }
  }

  private void on(WaitlistClosed event, Cause cause) {
    meetups.lockShared(event.getMeetupId());
    addUnlessCancelled(DecisionMails.of(event, cause));
  }

  /** Locks the meetup as well, as everything must that is about to read it. */
  private void stands(
      String rsvpId,
      String meetupId,
      Standing standing,
      int seats,
      @Nullable Long number,
      Instant since) {
    meetups.lockShared(meetupId);
    recipients.stands(rsvpId, meetupId, standing, seats, number, since);
  }

  /**
   * If the meetup is known to be cancelled, the attendee is told of that instead. The caller has
   * locked the meetup.
   */
  private void addUnlessCancelled(NewMail mail) {
    Optional<Publication> cancellation =
        meetups.latest(mail.meetupId()).filter(Publication::cancelled);
    queue.add(
        cancellation
            .map(latest -> CancellationMails.of(latest, mail.rsvpId(), mail.cause()))
            .orElse(mail));
  }
}
