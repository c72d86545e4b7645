package org.doorsopen.notification.unsubscribe;

import com.samskivert.mustache.Template;
import java.util.Locale;
import org.doorsopen.notification.text.Languages;
import org.doorsopen.notification.text.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** One page in three states, in the language that the browser asks for. */
@Component
class UnsubscribePage {

  enum State {
    QUESTION,
    DONE,
    WRONG
  }

  private record Words(
      String language, String title, String heading, String text, @Nullable String button) {}

  private final Template template = Templates.html("pages/unsubscribe.html");
  private final MessageSource messages;

  UnsubscribePage(MessageSource messages) {
    this.messages = messages;
  }

  String html(State state, Locale locale) {
    return template.execute(
        switch (state) {
          case QUESTION -> words("title", "question", say("unsubscribe.button", locale), locale);
          case DONE -> words("done", "done.text", null, locale);
          case WRONG -> words("wrong", "wrong.text", null, locale);
        });
  }

  private Words words(String heading, String text, @Nullable String button, Locale locale) {
    return new Words(
        Languages.closestTo(locale).getLanguage(),
        say("unsubscribe.title", locale),
        say("unsubscribe." + heading, locale),
        say("unsubscribe." + text, locale),
        button);
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
