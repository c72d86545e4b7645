package org.doorsopen.notification.decisions;

import java.util.Optional;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailQueue;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.notification.meetups.Meetups;
import org.doorsopen.notification.meetups.Meetups.Newest;
import org.doorsopen.notification.meetups.Publication;
import org.doorsopen.notification.messages.MessageMails;
import org.doorsopen.notification.publications.CancellationMails;
import org.doorsopen.notification.recipients.Recipients;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.GrantDeclined;
import org.doorsopen.schemas.SeatDecision.Noted;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;
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
  private final MessageMails messages;

  SeatDecisionHandler(
      Meetups meetups, Recipients recipients, MailQueue queue, MessageMails messages) {
    this.meetups = meetups;
    this.recipients = recipients;
    this.queue = queue;
    this.messages = messages;
  }

  void handle(SeatDecision decision, Cause cause) {
    switch (decision) {
      case Confirmed confirmed ->
          comesOrWaits(null, Optional.of(DecisionMails.of(confirmed, cause)), decision, cause);
      case Awaited awaited -> {
        meetups.lockShared(decision.fields().meetupId());
        addUnlessCancelled(DecisionMails.of(awaited, cause));
      }
      case Changed changed ->
          comesOrWaits(
              changed.waitlistNumber(),
              isNews(changed) ? Optional.of(DecisionMails.of(changed, cause)) : Optional.empty(),
              decision,
              cause);
      case ChangeDeclined declined -> {
        meetups.lockShared(decision.fields().meetupId());
        addUnlessCancelled(DecisionMails.of(declined, cause));
      }
      case GrantDeclined _ -> {} // what an organizer could not do is told to the organizer alone
      case Noted _ -> {} // its reader has just pressed the button
      case Waitlisted waitlisted ->
          comesOrWaits(
              waitlisted.waitlistNumber(),
              Optional.of(DecisionMails.of(waitlisted, cause)),
              decision,
              cause);
      case Released released when released.reason() == ReleaseReason.ERASURE ->
          erase(decision.fields());
      case Released released -> {
        stands(Standing.RELEASED, null, decision.fields());
        queue.add(DecisionMails.of(released, cause));
      }
      case Declined declined -> add(declined, cause);
      case PromotionsEnded ended -> {
        meetups.lockShared(decision.fields().meetupId());
        addUnlessCancelled(DecisionMails.of(ended, cause));
      }
    }
  }

  /**
   * Also queues what organizers have written to such people since the decision.
   *
   * @param number on the waitlist; null for a party with seats
   */
  private void comesOrWaits(
      @Nullable Long number, Optional<NewMail> mail, SeatDecision decision, Cause cause) {
    SeatDecision.Fields fields = decision.fields();
    Standing standing = number == null ? Standing.CONFIRMED : Standing.WAITLISTED;
    stands(standing, number, fields);
    Newest meetup = meetups.newest(fields.meetupId());
    mail.ifPresent(news -> queue.add(unlessCancelled(news, meetup)));
    if (meetup.hasMessageSince(fields.decidedAt())) {
      queue.add(messages.overtaking(fields, standing, cause));
    }
  }

  /** Of a party that moves up by it, the decision that follows tells all. */
  private static boolean isNews(Changed changed) {
    return !changed.movesUp() && changed.formerSeats() != changed.fields().seats();
  }

  /** An erasure is followed by no mail, because no address is left to write to. */
  private void erase(SeatDecision.Fields decision) {
    meetups.lockShared(decision.meetupId());
    recipients.erase(decision.rsvpId());
  }

  private void add(Declined declined, Cause cause) {
    String standing = declined.activeRsvpId();
    if (declined.reason() == DeclineReason.ALREADY_REGISTERED && standing != null) {
      queue.addHourly(DecisionMails.ofSecond(declined, standing, cause));
    } else {
      queue.add(DecisionMails.of(declined, cause));
    }
  }

  /** Also locks the meetup, as all code must that is about to read it. */
  private void stands(Standing standing, @Nullable Long number, SeatDecision.Fields decision) {
    meetups.lockShared(decision.meetupId());
    recipients.stands(
        decision.rsvpId(),
        decision.meetupId(),
        standing,
        decision.seats(),
        number,
        decision.decidedAt());
  }

  /** The caller has locked the meetup. */
  private void addUnlessCancelled(NewMail mail) {
    queue.add(unlessCancelled(mail, meetups.newest(mail.meetupId())));
  }

  /** If the meetup is known to be cancelled, the attendee is told of that instead. */
  private static NewMail unlessCancelled(NewMail mail, Newest meetup) {
    return meetup
        .latest()
        .filter(Publication::cancelled)
        .map(cancellation -> CancellationMails.of(cancellation, mail.rsvpId(), mail.cause()))
        .orElse(mail);
  }
}
