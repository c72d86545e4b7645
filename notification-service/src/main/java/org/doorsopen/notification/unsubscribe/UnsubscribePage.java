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

  /** The page's folder of assets, as seen from the page itself. */
  private static final String ASSETS = "assets/";

  enum State {
    QUESTION,
    DONE,
    WRONG
  }

  private record View(
      String language,
      String stylesheet,
      String title,
      String heading,
      String text,
      @Nullable String button) {}

  private final Template template = Templates.html("pages/unsubscribe.html");
  private final MessageSource messages;
  private final Stylesheet stylesheet;

  UnsubscribePage(MessageSource messages, Stylesheet stylesheet) {
    this.messages = messages;
    this.stylesheet = stylesheet;
  }

  String html(State state, Locale locale) {
    return template.execute(
        switch (state) {
          case QUESTION -> view("title", "question", say("unsubscribe.button", locale), locale);
          case DONE -> view("done", "done.text", null, locale);
          case WRONG -> view("wrong", "wrong.text", null, locale);
        });
  }

  private View view(String heading, String text, @Nullable String button, Locale locale) {
    return new View(
        Languages.closestTo(locale).getLanguage(),
        ASSETS + stylesheet.name(),
        say("unsubscribe.title", locale),
        say("unsubscribe." + heading, locale),
        say("unsubscribe." + text, locale),
        button);
  }

  private String say(String key, Locale locale) {
    return messages.getMessage(key, null, locale);
  }
}
