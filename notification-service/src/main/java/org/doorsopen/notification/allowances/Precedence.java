package org.doorsopen.notification.allowances;

import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailFacts.Reason;

/**
 * How many mails an hour and a day one mailbox gets, by the hand that can cause them. Anybody can
 * type an address into the form, so what a stranger can cause has the least room, and never takes
 * that of a higher precedence: the limit of each is for itself and those below it together.
 */
public enum Precedence {
  /** Follows from a request that anybody may have made, and tells of no seat. */
  ANSWER(5, 10),
  /** Follows from such a request, and tells of a seat or a place in line, or that it has ended. */
  SEAT(10, 20),
  /**
   * Follows from what organizers do, or from the time, for people who have a seat or wait; or from
   * what a reader of the mailbox asks for.
   */
  EVENING(20, 40);

  private final int perHour;
  private final int perDay;

  Precedence(int perHour, int perDay) {
    this.perHour = perHour;
    this.perDay = perDay;
  }

  /**
   * @param knowsOfSeat whether a mail that was accepted has told the RSVP's holder of a seat or a
   *     place in line
   */
  public static Precedence of(Mail mail, boolean knowsOfSeat) {
    return switch (mail.kind()) {
      case RSVP_DECLINED, ALREADY_REGISTERED, PARTY_UNCHANGED -> ANSWER;
      case SEAT_CONFIRMED, SEAT_WAITLISTED, CONFIRMATION_AWAITED, PARTY_CHANGED -> SEAT;
      case RSVP_CANCELLED -> {
        if (mail.facts().reason() == Reason.ORGANIZER) {
          yield EVENING;
        }
        yield knowsOfSeat ? SEAT : ANSWER;
      }
      // Only a reader of the mailbox can ask for these.
      case ERASURE_LINK, DATA_EXPORT -> EVENING;
      case SEAT_PROMOTED, WAITLIST_CLOSED, SCHEDULE_CHANGED, MEETUP_CANCELLED, REMINDER, MESSAGE ->
          EVENING;
    };
  }

  int perHour() {
    return perHour;
  }

  int perDay() {
    return perDay;
  }

  /** Whether a mail that finds no room waits for it; another is never sent. */
  boolean waits() {
    return this != ANSWER;
  }
}
