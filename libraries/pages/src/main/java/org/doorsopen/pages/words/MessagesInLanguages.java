package org.doorsopen.pages.words;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.ResourceBundleMessageSource;

/**
 * Messages that are looked up in no other language than those of {@link Languages}, whatever is
 * asked for.
 */
public final class MessagesInLanguages implements MessageSource {

  private final MessageSource messages;

  MessagesInLanguages(MessageSource messages) {
    this.messages = messages;
  }

  /**
   * @param bundles names of files of properties on the class path, without the language and the
   *     ending; a message is taken from the first that has it
   */
  public static MessagesInLanguages of(String... bundles) {
    return new MessagesInLanguages(bundles(bundles));
  }

  /** The same for callers that ask in a language of {@link Languages} anyway. */
  static MessageSource bundles(String... names) {
    ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
    bundles.setBasenames(names);
    bundles.setDefaultEncoding(StandardCharsets.UTF_8.name());
    bundles.setFallbackToSystemLocale(false);
    return bundles;
  }

  @Override
  public @Nullable String getMessage(
      String key,
      Object @Nullable [] arguments,
      @Nullable String otherwise,
      @Nullable Locale asked) {
    return messages.getMessage(key, arguments, otherwise, closestTo(asked));
  }

  @Override
  public String getMessage(String key, Object @Nullable [] arguments, @Nullable Locale asked) {
    return messages.getMessage(key, arguments, closestTo(asked));
  }

  @Override
  public String getMessage(MessageSourceResolvable message, @Nullable Locale asked) {
    return messages.getMessage(message, closestTo(asked));
  }

  private static Locale closestTo(@Nullable Locale asked) {
    return Languages.closestTo(asked == null ? Locale.ROOT : asked);
  }
}
