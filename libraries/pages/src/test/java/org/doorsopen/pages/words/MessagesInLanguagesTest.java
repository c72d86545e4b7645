package org.doorsopen.pages.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.context.support.DefaultMessageSourceResolvable;

class MessagesInLanguagesTest {

  private final Set<Locale> lookedUp = new HashSet<>();
  private final MessagesInLanguages words =
      new MessagesInLanguages(
          new AbstractMessageSource() {
            @Override
            protected MessageFormat resolveCode(String code, Locale locale) {
              lookedUp.add(locale);
              return new MessageFormat("", locale);
            }
          });

  @Test
  void areNeverLookedUpInALanguageThatSomebodyMadeUp() {
    Stream.of("tlh", "fr-FR", "en", "en-ZZ", "en-150", "de-XX", "de-x-a1", "de-AT", "de-AT-u-nu-x1")
        .map(Locale::forLanguageTag)
        .forEach(asked -> {
          words.getMessage("any", null, asked);
          words.getMessage("any", null, "otherwise", asked);
          words.getMessage(new DefaultMessageSourceResolvable("any"), asked);
        });
    words.getMessage("any", null, null);

    assertThat(lookedUp)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of("en-150", "de-DE", "de-AT").map(Locale::forLanguageTag).toList());
  }
}
