package org.doorsopen.notification.decisions;

import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailFacts.Reason;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.SeatDecision;
import org.doorsopen.schemas.SeatDecision.Awaited;
import org.doorsopen.schemas.SeatDecision.ChangeDeclined;
import org.doorsopen.schemas.SeatDecision.Changed;
import org.doorsopen.schemas.SeatDecision.Confirmed;
import org.doorsopen.schemas.SeatDecision.Declined;
import org.doorsopen.schemas.SeatDecision.PromotionsEnded;
import org.doorsopen.schemas.SeatDecision.Released;
import org.doorsopen.schemas.SeatDecision.Waitlisted;
import org.doorsopen.schemas.events.ChangeDeclineReason;
import org.doorsopen.schemas.events.DeclineReason;
import org.doorsopen.schemas.events.ReleaseReason;

/** The mail that follows from each decision about a seat; it is queued by the handler. */
final class DecisionMails {

  private DecisionMails() {}

  static NewMail of(Confirmed decision, Cause cause) {
    MailKind kind = decision.promoted() ? MailKind.SEAT_PROMOTED : MailKind.SEAT_CONFIRMED;
    MailFacts facts =
        decision.byHand()
            ? MailFacts.seatByHand()
            : MailFacts.confirmUntil(decision.confirmUntil());
    return mail(kind, facts, decision, cause);
  }

  static NewMail of(Awaited decision, Cause cause) {
    MailFacts until = MailFacts.confirmUntil(decision.confirmUntil());
    return mail(MailKind.CONFIRMATION_AWAITED, until, decision, cause);
  }

  /** Waitlist numbers only grow, so the party that has just come is the last in line. */
  static NewMail of(Waitlisted decision, Cause cause) {
    MailFacts position = MailFacts.position(decision.fields().figures().waitlistedParties());
    return mail(MailKind.SEAT_WAITLISTED, position, decision, cause);
  }

  static NewMail of(Released decision, Cause cause) {
    Reason reason = reason(decision.reason());
    MailFacts facts = decision.explained() ? MailFacts.explained(reason) : MailFacts.reason(reason);
    return mail(MailKind.RSVP_CANCELLED, facts, decision, cause);
  }

  static NewMail of(Declined decision, Cause cause) {
    MailFacts reason = MailFacts.reason(reason(decision.reason()));
    return mail(MailKind.RSVP_DECLINED, reason, decision, cause);
  }

  static NewMail of(PromotionsEnded decision, Cause cause) {
    return mail(MailKind.WAITLIST_CLOSED, MailFacts.NONE, decision, cause);
  }

  /** Goes to the RSVP that stands: it is the same person, and its link is the useful one. */
  static NewMail ofSecond(Declined decision, String standing, Cause cause) {
    return mail(
        MailKind.ALREADY_REGISTERED,
        standing,
        decision.fields().rsvpId(),
        MailFacts.NONE,
        decision,
        cause);
  }

  /** A party that asks for more while it waits is the last in line. */
  static NewMail of(Changed decision, Cause cause) {
    boolean last =
        decision.waitlistNumber() != null && decision.fields().seats() > decision.formerSeats();
    MailFacts facts =
        last
            ? MailFacts.position(decision.fields().figures().waitlistedParties())
            : MailFacts.confirmUntil(decision.confirmUntil());
    return ofChange(MailKind.PARTY_CHANGED, decision.changeId(), facts, decision, cause);
  }

  static NewMail of(ChangeDeclined decision, Cause cause) {
    MailFacts reason = MailFacts.reason(reason(decision.reason()));
    return ofChange(MailKind.PARTY_UNCHANGED, decision.changeId(), reason, decision, cause);
  }

  private static NewMail ofChange(
      MailKind kind, String changeId, MailFacts facts, SeatDecision decision, Cause cause) {
    return mail(kind, decision.fields().rsvpId(), changeId, facts, decision, cause);
  }

  private static Reason reason(ChangeDeclineReason reason) {
    return switch (reason) {
      case MEETUP_CANCELLED -> Reason.MEETUP_CANCELLED;
      case RSVPS_NOT_OPEN -> Reason.RSVPS_NOT_OPEN;
      case RSVPS_CLOSED -> Reason.RSVPS_CLOSED;
      case WAITLIST_CLOSED -> Reason.WAITLIST_CLOSED;
      case TOO_MANY_GUESTS -> Reason.TOO_MANY_GUESTS;
      case ROOM_TOO_SMALL -> Reason.ROOM_TOO_SMALL;
      case FULL -> Reason.FULL;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  private static Reason reason(ReleaseReason reason) {
    return switch (reason) {
      case ATTENDEE -> Reason.ATTENDEE;
      case ORGANIZER -> Reason.ORGANIZER;
      case ERASURE -> Reason.ERASURE;
      case UNCONFIRMED -> Reason.UNCONFIRMED;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  private static Reason reason(DeclineReason reason) {
    return switch (reason) {
      case UNKNOWN_MEETUP -> Reason.UNKNOWN_MEETUP;
      case MEETUP_CANCELLED -> Reason.MEETUP_CANCELLED;
      case ALREADY_REGISTERED -> Reason.ALREADY_REGISTERED;
      case RSVPS_NOT_OPEN -> Reason.RSVPS_NOT_OPEN;
      case RSVPS_CLOSED -> Reason.RSVPS_CLOSED;
      case TOO_MANY_GUESTS -> Reason.TOO_MANY_GUESTS;
      case FULL -> Reason.FULL;
      case ROOM_TOO_SMALL -> Reason.ROOM_TOO_SMALL;
      case UNKNOWN -> Reason.UNKNOWN;
    };
  }

  private static NewMail mail(MailKind kind, MailFacts facts, SeatDecision decision, Cause cause) {
    return mail(kind, decision.fields().rsvpId(), "", facts, decision, cause);
  }

  private static NewMail mail(
      MailKind kind,
      String rsvpId,
      String about,
      MailFacts facts,
      SeatDecision decision,
      Cause cause) {
    SeatDecision.Fields fields = decision.fields();
    return new NewMail(
        kind,
        rsvpId,
        fields.meetupId(),
        about,
        fields.scheduleVersion(),
        facts,
        fields.decidedAt(),
        cause);
  }
}
