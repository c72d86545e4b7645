package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.announcements.domain.Meetup;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.letters.Letter.Link;
import org.doorsopen.notification.letters.Letter.Section;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an occasion into words. */
@Component
class LetterWriter {

  private final MessageSource messages;
  private final NotificationSettings settings;

  LetterWriter(MessageSource messages, NotificationSettings settings) {
    this.messages = messages;
    this.settings = settings;
  }

  Letter write(Occasion occasion) {
    Wording wording = new Wording(messages, occasion.contact().locale());
    MailKind kind = occasion.mail().kind();
    boolean coming = kind.looksForward() && kind != MailKind.WAITLIST_CLOSED;
    String headline = wording.say("headline." + kind, occasion.seats());
    return new Letter(
        wording.language(),
        wording.say("subject", headline, occasion.title(wording)),
        headline,
        wording.say("greeting", occasion.contact().name()),
        Opening.of(occasion, wording),
        news(occasion, wording),
        Facts.of(occasion, wording, coming),
        program(occasion, wording),
        wording.sayIfAny(kind + ".advice"),
        new Link(wording.say(coming ? "link.manage" : "link.see"), occasion.link()),
        wording.say(coming && occasion.hasSeat() ? "closing" : "closing.other"),
        List.of(settings.senderName(), settings.mail().communityAddress(), wording.say("footer")),
        unsubscribe(occasion, wording));
  }

  private static @Nullable Link unsubscribe(Occasion occasion, Wording wording) {
    String url = occasion.unsubscribeUrl();
    return url == null ? null : new Link(wording.say("link.unsubscribe"), url);
  }

  private static List<Section> news(Occasion occasion, Wording wording) {
    List<Section> news = new ArrayList<>();
    for (String note : occasion.notes()) {
      news.add(new Section(wording.say("heading.note"), true, List.of(note)));
    }
    Meetup meetup = occasion.meetup();
    if (meetup != null && !occasion.differences().isEmpty()) {
      List<String> changes = Changes.inWords(occasion.differences(), meetup, wording);
      news.add(new Section(wording.say("heading.changes"), false, changes));
    }
    return news;
  }

  /** Who waits is told when and where; what happens on stage is for who has a seat. */
  private static List<Section> program(Occasion occasion, Wording wording) {
    Meetup meetup = occasion.meetup();
    boolean tells =
        switch (occasion.mail().kind()) {
          case SEAT_CONFIRMED, SEAT_PROMOTED, REMINDER -> true;
          case SCHEDULE_CHANGED -> occasion.hasSeat();
          case SEAT_WAITLISTED,
              RSVP_CANCELLED,
              RSVP_DECLINED,
              ALREADY_REGISTERED,
              WAITLIST_CLOSED,
              MEETUP_CANCELLED ->
              false;
        };
    if (!tells || meetup == null || meetup.agenda().isEmpty()) {
      return List.of();
    }
    return List.of(
        new Section(wording.say("heading.agenda"), false, Facts.agenda(meetup, wording)));
  }
}
