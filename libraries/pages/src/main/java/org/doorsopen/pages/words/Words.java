package org.doorsopen.pages.words;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * What pages say: a service's own words in {@code words/pages.properties}, and those that all pages
 * share in {@code words/look.properties}; German beside each. A word that is missing is an
 * exception, not a gap in a page.
 *
 * <p>The text is {@link java.text.MessageFormat}'s where there are arguments: an apostrophe is
 * written ’.
 */
public final class Words {

  private final MessageSource files =
      new InLanguagesWithWords(bundles("words/pages", "words/look"));

  /** The words in one language, for a record that holds what a page says. */
  public Speech in(Locale locale) {
    return new Speech(files, Languages.closestTo(locale));
  }

  /** For templates, in whatever language is asked for. */
  public MessageSource forTemplates() {
    return files;
  }

  static MessageSource bundles(String... names) {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(names);
    bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  private record InLanguagesWithWords(MessageSource files) implements MessageSource {

    @Override
    public @Nullable String getMessage(
        String key,
        Object @Nullable [] arguments,
        @Nullable String otherwise,
        @Nullable Locale asked) {
      return files.getMessage(key, arguments, otherwise, closestTo(asked));
    }

    @Override
    public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale asked) {
      return files.getMessage(key, arguments, closestTo(asked));
    }

    @Override
    public String getMessage(MessageSourceResolvable message, @Nullable Locale asked) {
      return files.getMessage(message, closestTo(asked));
    }

    private static Locale closestTo(@Nullable Locale asked) {
      return Languages.closestTo(asked == null ? Locale.ROOT : asked);
    }
  }
}
