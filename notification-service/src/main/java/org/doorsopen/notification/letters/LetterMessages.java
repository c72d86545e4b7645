package org.doorsopen.notification.letters;

import org.doorsopen.pages.words.MessagesInLanguages;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;

/**
 * The words of mails. Spring uses them as the application's messages, too, with whatever language a
 * request names.
 */
@Configuration(proxyBeanMethods = false)
class LetterMessages {

  @Bean(AbstractApplicationContext.MESSAGE_SOURCE_BEAN_NAME)
  static MessageSource messages() {
    return MessagesInLanguages.of("letters/messages");
  }
}
