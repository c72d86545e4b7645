package org.doorsopen.notification.decisions;

import java.time.Instant;
import org.doorsopen.notification.inbox.Cause;
import org.doorsopen.notification.mails.MailFacts;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.mails.NewMail;
import org.doorsopen.schemas.events.RsvpDeclined;
import org.doorsopen.schemas.events.SeatConfirmed;
import org.doorsopen.schemas.events.SeatReleased;
import org.doorsopen.schemas.events.SeatWaitlisted;
import org.doorsopen.schemas.events.WaitlistClosed;

/** The mail that follows from each decision about a seat; it is queued by the handler. */
final class DecisionMails {

  private DecisionMails() {}

  static NewMail of(SeatConfirmed event, Cause cause) {
    return mail(
        event.getPromoted() ? MailKind.SEAT_PROMOTED : MailKind.SEAT_CONFIRMED,
        event.getRsvpId(),
        event.getMeetupId(),
        event.getScheduleVersion(),
        MailFacts.NONE,
        event.getDecidedAt(),
        cause);
  }

  /** Waitlist numbers only grow, so the party that has just come is the last in line. */
  static NewMail of(SeatWaitlisted event, Cause cause) {
    return mail(
        MailKind.SEAT_WAITLISTED,
        event.getRsvpId(),
        event.getMeetupId(),
        event.getScheduleVersion(),
        MailFacts.position(event.getWaitlistedParties()),
        event.getDecidedAt(),
        cause);
  }

  static NewMail of(SeatReleased event, Cause cause) {
    return mail(
        MailKind.RSVP_CANCELLED,
        event.getRsvpId(),
        event.getMeetupId(),
        event.getScheduleVersion(),
        MailFacts.reason(event.getReason().name()),
        event.getDecidedAt(),
        cause);
  }

  static NewMail of(RsvpDeclined event, Cause cause) {
    return mail(
        MailKind.RSVP_DECLINED,
        event.getRsvpId(),
        event.getMeetupId(),
        event.getScheduleVersion(),
        MailFacts.reason(event.getReason().name()),
        event.getDecidedAt(),
        cause);
  }

  /** Goes to the RSVP that stands: it is the same person, and its link is the one of use. */
  static NewMail ofSecond(RsvpDeclined event, String standing, Cause cause) {
    return new NewMail(
        MailKind.ALREADY_REGISTERED,
        standing,
        event.getMeetupId(),
        event.getRsvpId(),
        event.getScheduleVersion(),
        MailFacts.NONE,
        event.getDecidedAt(),
        cause);
  }

  static NewMail of(WaitlistClosed event, Cause cause) {
    return mail(
        MailKind.WAITLIST_CLOSED,
        event.getRsvpId(),
        event.getMeetupId(),
        event.getScheduleVersion(),
        MailFacts.NONE,
        event.getDecidedAt(),
        cause);
  }

  private static NewMail mail(
      MailKind kind,
      String rsvpId,
      String meetupId,
      int scheduleVersion,
      MailFacts facts,
      Instant decidedAt,
      Cause cause) {
    return new NewMail(kind, rsvpId, meetupId, "", scheduleVersion, facts, decidedAt, cause);
  }
}
