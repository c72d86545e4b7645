package org.doorsopen.pages.words;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words of pages in one reader's language and region. */
public final class Speech {

  private final MessageSource words;
  private final Locale locale;

  Speech(MessageSource words, Locale locale) {
    this.words = words;
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /**
   * @throws org.springframework.context.NoSuchMessageException if no file has the key
   */
  public String say(String key, Object... arguments) {
    return words.getMessage(key, Isolates.in(arguments), locale);
  }

  /** The words of the first key, or of the second if the first has none. */
  public String sayOr(String key, String otherwise, Object... arguments) {
    String said = words.getMessage(key, Isolates.in(arguments), null, locale);
    return said == null ? say(otherwise, arguments) : said;
  }

  /** Dates and times in the same language. */
  public LocalTimes times() {
    return new LocalTimes(locale);
  }
}
