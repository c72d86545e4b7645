package org.doorsopen.notification.letters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.notification.mails.MailFacts;

/** The first paragraphs of a letter: what happened, and what its reader can do about it. */
final class OpeningParagraphs {

  private OpeningParagraphs() {}

  static List<String> plain(LetterContext context, LocalizedText text) {
    return List.of(text.say(kind(context), context.title(text)));
  }

  static List<String> withSeats(LetterContext context, LocalizedText text) {
    List<String> paragraphs = new ArrayList<>();
    boolean byHand = Boolean.TRUE.equals(context.mail().facts().byHand());
    String key = byHand ? kind(context) + ".byHand" : kind(context);
    paragraphs.add(text.say(key, context.title(text), context.seats()));
    confirmation(context, text).ifPresent(paragraphs::add);
    return paragraphs;
  }

  /** Until when the address is to be confirmed, where it has to be. */
  private static Optional<String> confirmation(LetterContext context, LocalizedText text) {
    Instant until = context.mail().facts().confirmUntil();
    Meetup meetup = context.meetup();
    return until == null || meetup == null
        ? Optional.empty()
        : Optional.of(text.say("confirm", text.moment(until, meetup.times())));
  }

  static List<String> withPosition(LetterContext context, LocalizedText text) {
    return List.of(
        text.say(kind(context), context.title(text), context.place()),
        text.say(kind(context) + ".next"));
  }

  static List<String> withNext(LetterContext context, LocalizedText text) {
    return List.of(text.say(kind(context), context.title(text)), text.say(kind(context) + ".next"));
  }

  static List<String> cancelled(LetterContext context, LocalizedText text) {
    return List.of(
        text.sayOr(withReason(context), kind(context) + ".UNKNOWN", context.title(text)));
  }

  static List<String> declined(LetterContext context, LocalizedText text) {
    return List.of(text.say(kind(context), context.title(text)), refusal(context, text));
  }

  /** The mail may come late, so its words hold before RSVPs open and after. */
  private static String refusal(LetterContext context, LocalizedText text) {
    Meetup meetup = context.meetup();
    boolean early = context.mail().facts().reason() == MailFacts.Reason.RSVPS_NOT_OPEN;
    return early && meetup != null && meetup.rsvpOpensAt() != null
        ? text.say(withReason(context) + ".at", text.moment(meetup.rsvpOpensAt(), meetup.times()))
        : text.sayOr(withReason(context), kind(context) + ".UNKNOWN");
  }

  static List<String> alreadyRegistered(LetterContext context, LocalizedText text) {
    List<String> paragraphs = new ArrayList<>(plain(context, text));
    if (context.hasSeat()) {
      paragraphs.add(text.say(kind(context) + ".CONFIRMED", context.seats()));
    } else if (context.position() != null) {
      paragraphs.add(text.say(kind(context) + ".WAITLISTED", context.position()));
    }
    return paragraphs;
  }

  static List<String> partyChanged(LetterContext context, LocalizedText text) {
    if (!context.hasSeat()) {
      String waits = kind(context) + ".WAITLISTED";
      return List.of(
          text.say(waits, context.title(text), context.seats(), context.place()),
          text.say("SEAT_WAITLISTED.next"));
    }
    return withSeats(context, text);
  }

  static List<String> partyUnchanged(LetterContext context, LocalizedText text) {
    String stays =
        context.hasSeat()
            ? text.say(kind(context) + ".CONFIRMED", context.seats())
            : text.say(kind(context) + ".WAITLISTED", context.place());
    return List.of(
        text.say(kind(context), context.title(text)),
        text.sayOr(withReason(context), kind(context) + ".UNKNOWN"),
        stays);
  }

  private static String kind(LetterContext context) {
    return context.mail().kind().name();
  }

  /** No mail is queued about an erasure, so there are no words for that one. */
  private static String withReason(LetterContext context) {
    return kind(context) + "." + context.mail().facts().reason();
  }
}
