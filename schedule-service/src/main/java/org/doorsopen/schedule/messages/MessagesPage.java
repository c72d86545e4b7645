package org.doorsopen.schedule.messages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.messages.Message.State;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page on which organizers write to those who come or wait.
 *
 * @param meetup its title
 * @param desk the address of the meetup at the desk
 * @param path of this page, which its forms are below
 * @param obstacle why nothing can be written; null where there is a form
 * @param news what has just happened, or null
 * @param history the latest messages, those wanted last first
 * @param mails the address of what notification-service renders of it: a part that says what became
 *     of the mails, the next one as it will read, and a test of it
 */
record MessagesPage(
    String meetup,
    String desk,
    String path,
    @Nullable String obstacle,
    @Nullable String news,
    List<Entry> history,
    String mails) {

  /**
   * @param state in words, with the time and who did it
   * @param tone a CSS class
   * @param withdrawal where it is taken back; null where it cannot be
   */
  record Entry(
      List<Words> texts,
      String addressees,
      String state,
      String tone,
      @Nullable String withdrawal) {}

  /**
   * @param language the code of it, for programs that read it out
   */
  record Words(String language, String name, String subject, String text) {}

  static Entry entry(Message message, String path, ZoneId zone, Instant now, Speech speech) {
    boolean waits = message.state() == State.WAITING;
    return new Entry(
        message.texts().stream().map(text -> words(text, speech)).toList(),
        MessageForm.inWords(message.addressees(), message.rsvpIds().size(), speech),
        state(message, zone, now, speech),
        tone(message.state()),
        waits && message.sendAt().isAfter(now)
            ? path + "/" + message.messageId() + "/withdrawal"
            : null);
  }

  private static Words words(Message.Text text, Speech speech) {
    return new Words(
        text.language(),
        Locale.of(text.language()).getDisplayLanguage(speech.locale()),
        text.subject(),
        text.text());
  }

  private static String state(Message message, ZoneId zone, Instant now, Speech speech) {
    String wanted = speech.times().moment(message.sendAt(), zone);
    return switch (message.state()) {
      case WAITING ->
          speech.say(
              message.sendAt().isAfter(now) ? "messages.state.WAITING" : "messages.state.NOW",
              wanted,
              message.writtenBy());
      case SENT -> speech.say("messages.state.SENT", wanted, message.writtenBy());
      case DROPPED -> speech.say("messages.state.DROPPED", wanted, message.writtenBy());
      case WITHDRAWN ->
          speech.say(
              "messages.state.WITHDRAWN",
              wanted,
              message.writtenBy(),
              String.valueOf(message.withdrawnBy()));
    };
  }

  private static String tone(State state) {
    return switch (state) {
      case WAITING -> "waiting";
      case SENT -> "good";
      case WITHDRAWN, DROPPED -> "past";
    };
  }
}
