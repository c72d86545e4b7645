package org.doorsopen.pages.words;

import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * The words of pages: a service's own in {@code words/pages.properties}, and those that all pages
 * share in {@code words/look.properties}; German beside each. A word that is missing is an
 * exception, not a gap in a page.
 *
 * <p>The text is {@link java.text.MessageFormat}'s where there are arguments: an apostrophe is
 * written ’.
 */
public final class Words {

  private final MessageSource files = MessagesInLanguages.of("words/pages", "words/look");

  /** The words in one language, for a record that holds what a page says. */
  public Speech in(Locale locale) {
    return new Speech(files, Languages.closestTo(locale));
  }

  /** For templates, in whatever language is asked for. */
  public MessageSource forTemplates() {
    return files;
  }
}
