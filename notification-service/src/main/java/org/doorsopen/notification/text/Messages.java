package org.doorsopen.notification.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.doorsopen.pages.words.Languages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * The texts of mails. Spring uses this as the application's message source, too, with whatever
 * language a request names.
 */
@Component(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
public final class Messages implements MessageSource {

  private final MessageSource files;

  @Autowired
  public Messages() {
    this(files());
  }

  Messages(MessageSource files) {
    this.files = files;
  }

  private static MessageSource files() {
    ResourceBundleMessageSource files = new ResourceBundleMessageSource();
    files.setBasename("letters/messages");
    files.setDefaultEncoding(StandardCharsets.UTF_8.name());
    files.setFallbackToSystemLocale(false);
    return files;
  }

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
