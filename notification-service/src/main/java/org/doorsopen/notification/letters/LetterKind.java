package org.doorsopen.notification.letters;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doorsopen.calendar.CalendarEntry.Method;
import org.doorsopen.changes.domain.Standing;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.recipients.Recipient;
import org.jspecify.annotations.Nullable;

/**
 * Everything that letters of one kind do differently from the others, in one table. A new kind of
 * mail needs a line here, its words in the message files, and a handler or job that queues it.
 *
 * @param opening the first paragraphs
 * @param forComing whether its reader may come to the meetup, and so needs the details and can
 *     cancel
 * @param tellsAgenda whether the agenda is part of it; people on the waitlist get time and place
 *     only
 * @param calendar the method of its calendar part; null if it has none
 * @param stillTrue what must still hold when an organizer wants the mail tried again
 */
record LetterKind(
    BiFunction<LetterContext, LocalizedText, List<String>> opening,
    boolean forComing,
    Predicate<LetterContext> tellsAgenda,
    Function<Recipient, @Nullable Method> calendar,
    StillTrue stillTrue) {

  /**
   * The statement about its recipient that a mail relies on. It may have ceased to hold since the
   * mail was queued.
   */
  enum StillTrue {
    NOTHING,
    HAS_SEAT,
    WAITS,
    HAS_RSVP,
    /** It has an RSVP, also when the mail's turn comes for the first time. */
    STANDS,
    IS_TO_BE_REMINDED,
    /** It is one of those whom the organizers wrote to, whenever the mail's turn comes. */
    IS_ADDRESSED
  }

  static LetterKind of(MailKind kind) {
    return switch (kind) {
      case SEAT_CONFIRMED, SEAT_PROMOTED ->
          new LetterKind(
              OpeningParagraphs::withSeats,
              true,
              LetterKind::always,
              LetterKind::invites,
              StillTrue.HAS_SEAT);
      case SEAT_WAITLISTED ->
          new LetterKind(
              OpeningParagraphs::withPosition,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.WAITS);
      case RSVP_CANCELLED ->
          new LetterKind(
              OpeningParagraphs::cancelled,
              false,
              LetterKind::never,
              LetterKind::withdraws,
              StillTrue.NOTHING);
      case RSVP_DECLINED ->
          new LetterKind(
              OpeningParagraphs::declined,
              false,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.NOTHING);
      case ALREADY_REGISTERED ->
          new LetterKind(
              OpeningParagraphs::alreadyRegistered,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.HAS_RSVP);
      case WAITLIST_CLOSED ->
          new LetterKind(
              OpeningParagraphs::withNext,
              false,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.WAITS);
      case SCHEDULE_CHANGED ->
          new LetterKind(
              OpeningParagraphs::plain,
              true,
              LetterContext::hasSeat,
              LetterKind::invitesConfirmed,
              StillTrue.NOTHING);
      case MEETUP_CANCELLED ->
          new LetterKind(
              OpeningParagraphs::plain,
              false,
              LetterKind::never,
              LetterKind::withdraws,
              StillTrue.NOTHING);
      case CONFIRMATION_AWAITED ->
          new LetterKind(
              OpeningParagraphs::withSeats,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.HAS_SEAT);
      // The entry in a calendar says nothing of the party, so it stays as it is.
      case PARTY_CHANGED ->
          new LetterKind(
              OpeningParagraphs::partyChanged,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.STANDS);
      case PARTY_UNCHANGED ->
          new LetterKind(
              OpeningParagraphs::partyUnchanged,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.STANDS);
      case ERASURE_LINK, DATA_EXPORT ->
          new LetterKind(
              OpeningParagraphs::withNext,
              false,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.NOTHING);
      case MESSAGE ->
          new LetterKind(
              OpeningParagraphs::plain,
              true,
              LetterKind::never,
              LetterKind::noCalendar,
              StillTrue.IS_ADDRESSED);
      case REMINDER ->
          new LetterKind(
              OpeningParagraphs::withSeats,
              true,
              LetterKind::always,
              LetterKind::noCalendar,
              StillTrue.IS_TO_BE_REMINDED);
    };
  }

  private static boolean always(LetterContext context) {
    return true;
  }

  private static boolean never(LetterContext context) {
    return false;
  }

  private static @Nullable Method noCalendar(Recipient recipient) {
    return null;
  }

  private static @Nullable Method invites(Recipient recipient) {
    return Method.REQUEST;
  }

  private static @Nullable Method invitesConfirmed(Recipient recipient) {
    return recipient.standing() == Standing.CONFIRMED ? Method.REQUEST : null;
  }

  private static @Nullable Method withdraws(Recipient recipient) {
    return recipient.told().invited() ? Method.CANCEL : null;
  }
}
