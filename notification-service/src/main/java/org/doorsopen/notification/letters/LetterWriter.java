package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;
import org.doorsopen.notification.NotificationSettings;
import org.doorsopen.notification.delivery.MailKind;
import org.doorsopen.notification.letters.Letter.Link;
import org.doorsopen.notification.letters.Letter.Section;
import org.doorsopen.notification.meetups.domain.Meetup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts an context into words. */
@Component
class LetterWriter {

  private final MessageSource messages;
  private final NotificationSettings settings;

  LetterWriter(MessageSource messages, NotificationSettings settings) {
    this.messages = messages;
    this.settings = settings;
  }

  Letter write(LetterContext context) {
    LocalizedText text = new LocalizedText(messages, context.contact().locale());
    MailKind kind = context.mail().kind();
    boolean coming = kind.looksForward() && kind != MailKind.WAITLIST_CLOSED;
    String headline = text.say("headline." + kind, context.seats());
    return new Letter(
        text.language(),
        text.say("subject", headline, context.title(text)),
        headline,
        text.say("greeting", context.contact().name()),
        OpeningParagraphs.of(context, text),
        news(context, text),
        KeyFacts.of(context, text, coming),
        program(context, text),
        text.sayIfAny(kind + ".advice"),
        new Link(text.say(coming ? "link.manage" : "link.see"), context.link()),
        text.say(coming && context.hasSeat() ? "closing" : "closing.other"),
        List.of(settings.senderName(), settings.mail().communityAddress(), text.say("footer")),
        unsubscribe(context, text));
  }

  private static @Nullable Link unsubscribe(LetterContext context, LocalizedText text) {
    String url = context.unsubscribeUrl();
    return url == null ? null : new Link(text.say("link.unsubscribe"), url);
  }

  private static List<Section> news(LetterContext context, LocalizedText text) {
    List<Section> news = new ArrayList<>();
    for (String note : context.notes()) {
      news.add(new Section(text.say("heading.note"), true, List.of(note)));
    }
    Meetup meetup = context.meetup();
    if (meetup != null && !context.differences().isEmpty()) {
      List<String> changes = Changes.inWords(context.differences(), meetup, text);
      news.add(new Section(text.say("heading.changes"), false, changes));
    }
    return news;
  }

  /** Who waits is told when and where; what happens on stage is for who has a seat. */
  private static List<Section> program(LetterContext context, LocalizedText text) {
    Meetup meetup = context.meetup();
    boolean tells =
        switch (context.mail().kind()) {
          case SEAT_CONFIRMED, SEAT_PROMOTED, REMINDER -> true;
          case SCHEDULE_CHANGED -> context.hasSeat();
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
    return List.of(new Section(text.say("heading.agenda"), false, KeyFacts.agenda(meetup, text)));
  }
}
