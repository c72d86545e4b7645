package org.doorsopen.notification.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.doorsopen.calendar.CalendarEntry.Method;
import org.doorsopen.changes.domain.Meetup;
import org.doorsopen.notification.MailSettings;
import org.doorsopen.notification.letters.Letter.Link;
import org.doorsopen.notification.letters.Letter.Question;
import org.doorsopen.notification.letters.Letter.Section;
import org.doorsopen.notification.mails.Mail;
import org.doorsopen.notification.mails.MailKind;
import org.doorsopen.notification.messages.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the letter of one mail, in its reader's language. */
@Component
class LetterWriter {

  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private final MessageSource messages;
  private final KeyFacts facts;
  private final String senderName;
  private final String communityAddress;

  LetterWriter(MessageSource messages, KeyFacts facts, MailSettings settings) {
    this.messages = messages;
    this.facts = facts;
    this.senderName = settings.senderName();
    this.communityAddress = settings.communityAddress();
  }

  Letter write(LetterContext context) {
    LocalizedText text = new LocalizedText(messages, context.contact().locale());
    MailKind kind = context.mail().kind();
    LetterKind traits = LetterKind.of(kind);
    boolean coming = traits.forComing() && !context.isAfterwards();
    Message.Text message = context.message();
    String headline =
        message == null ? text.say("headline." + kind, context.seats()) : message.subject();
    return new Letter(
        text.language(),
        text.say("subject", headline, context.title(text)),
        headline,
        text.say("greeting", context.contact().name()),
        question(context, text),
        traits.opening().apply(context, text),
        news(context, text),
        facts.of(context, coming),
        program(traits, context, text),
        advice(context, text),
        new Link(text.say(link(context.mail(), coming)), context.links().rsvp()),
        text.say(coming && context.hasSeat() ? "closing" : "closing.other"),
        List.of(senderName, communityAddress, text.say("footer")),
        unsubscribe(context, text));
  }

  private static @Nullable Question question(LetterContext context, LocalizedText text) {
    String question = text.sayIfAny(context.mail().kind() + ".question", context.seats());
    if (question == null) {
      return null;
    }
    String label = text.say(context.mail().kind() + ".question.link", context.seats());
    return new Question(question, new Link(label, context.links().cancel()));
  }

  private static String link(Mail mail, boolean coming) {
    if (mail.kind() == MailKind.ERASURE_LINK) {
      return "link.erase";
    }
    if (mail.facts().confirmUntil() != null) {
      return "link.confirm";
    }
    return coming ? "link.manage" : "link.see";
  }

  /** A mail program offers to decline an entry, and nobody hears of that. */
  private static @Nullable String advice(LetterContext context, LocalizedText text) {
    String advice = text.sayIfAny(context.mail().kind() + ".advice");
    boolean hasEntry = Invitations.method(context) == Method.REQUEST;
    return advice != null && hasEntry ? advice + " " + text.say("entry.stays") : advice;
  }

  private static @Nullable Link unsubscribe(LetterContext context, LocalizedText text) {
    String url = context.links().unsubscribe();
    return url == null ? null : new Link(text.say("link.unsubscribe"), url);
  }

  private static List<Section> news(LetterContext context, LocalizedText text) {
    List<Section> news = new ArrayList<>();
    if (context.export() != null) {
      news.addAll(ExportInWords.of(context.export(), text));
    }
    if (context.message() != null) {
      news.add(note(context.message().text(), text));
    }
    context.news().notes().forEach(note -> news.add(note(note, text)));
    Meetup meetup = context.meetup();
    if (meetup != null && !context.news().differences().isEmpty()) {
      List<String> changes = Changes.inWords(context.news().differences(), meetup, text);
      news.add(new Section(text.say("heading.changes"), false, changes));
    }
    return news;
  }

  private static Section note(String words, LocalizedText text) {
    List<String> lines = LINE_BREAK.splitAsStream(words.strip()).toList();
    return new Section(text.say("heading.note"), true, lines);
  }

  private List<Section> program(LetterKind traits, LetterContext context, LocalizedText text) {
    Meetup meetup = context.meetup();
    if (meetup == null || meetup.agenda().isEmpty() || !traits.tellsAgenda().test(context)) {
      return List.of();
    }
    return List.of(new Section(text.say("heading.agenda"), false, facts.agenda(context)));
  }
}
