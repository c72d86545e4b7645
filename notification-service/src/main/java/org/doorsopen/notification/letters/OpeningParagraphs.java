package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;

/** What a mail begins with: what happened, and what its reader can do about it. */
final class OpeningParagraphs {

  private OpeningParagraphs() {}

  static List<String> of(LetterContext context, LocalizedText text) {
    String title = context.title(text);
    String kind = context.mail().kind().name();
    String reason = kind + "." + context.mail().facts().reason();
    return switch (context.mail().kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED, REMINDER ->
          List.of(text.say(kind, title, context.seats()));
      case SEAT_WAITLISTED ->
          List.of(text.say(kind, title, context.place()), text.say(kind + ".next"));
      case RSVP_CANCELLED -> List.of(text.sayOr(reason, kind + ".UNKNOWN", title));
      case RSVP_DECLINED -> List.of(text.say(kind, title), text.sayOr(reason, kind + ".UNKNOWN"));
      case ALREADY_REGISTERED -> alreadyRegistered(context, text);
      case WAITLIST_CLOSED -> List.of(text.say(kind, title), text.say(kind + ".next"));
      case SCHEDULE_CHANGED, MEETUP_CANCELLED -> List.of(text.say(kind, title));
    };
  }

  private static List<String> alreadyRegistered(LetterContext context, LocalizedText text) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(text.say("ALREADY_REGISTERED", context.title(text)));
    if (context.hasSeat()) {
      paragraphs.add(text.say("ALREADY_REGISTERED.CONFIRMED", context.seats()));
    } else if (context.position() != null) {
      paragraphs.add(text.say("ALREADY_REGISTERED.WAITLISTED", context.position()));
    }
    return paragraphs;
  }
}
