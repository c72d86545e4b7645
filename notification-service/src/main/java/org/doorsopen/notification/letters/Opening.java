package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;

/** What a mail begins with: what happened, and what its reader can do about it. */
final class Opening {

  private Opening() {}

  static List<String> of(Occasion occasion, Wording wording) {
    String title = occasion.title(wording);
    String kind = occasion.mail().kind().name();
    String reason = kind + "." + occasion.mail().facts().reason();
    return switch (occasion.mail().kind()) {
      case SEAT_CONFIRMED, SEAT_PROMOTED, REMINDER ->
          List.of(wording.say(kind, title, occasion.seats()));
      case SEAT_WAITLISTED ->
          List.of(wording.say(kind, title, occasion.place()), wording.say(kind + ".next"));
      case RSVP_CANCELLED -> List.of(wording.sayOr(reason, kind + ".UNKNOWN", title));
      case RSVP_DECLINED ->
          List.of(wording.say(kind, title), wording.sayOr(reason, kind + ".UNKNOWN"));
      case ALREADY_REGISTERED -> alreadyRegistered(occasion, wording);
      case WAITLIST_CLOSED -> List.of(wording.say(kind, title), wording.say(kind + ".next"));
      case SCHEDULE_CHANGED, MEETUP_CANCELLED -> List.of(wording.say(kind, title));
    };
  }

  private static List<String> alreadyRegistered(Occasion occasion, Wording wording) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(wording.say("ALREADY_REGISTERED", occasion.title(wording)));
    if (occasion.hasSeat()) {
      paragraphs.add(wording.say("ALREADY_REGISTERED.CONFIRMED", occasion.seats()));
    } else if (occasion.position() != null) {
      paragraphs.add(wording.say("ALREADY_REGISTERED.WAITLISTED", occasion.position()));
    }
    return paragraphs;
  }
}
