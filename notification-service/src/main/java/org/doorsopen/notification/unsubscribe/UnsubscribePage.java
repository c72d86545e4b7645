package org.doorsopen.notification.unsubscribe;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** One page in three states, in the language that the browser asks for. */
@Component
class UnsubscribePage {

  enum State {
    QUESTION,
    DONE,
    WRONG
  }

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  UnsubscribePage(MessageSource messages) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("pages/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
  }

  String html(State state, Locale locale) {
    Context context = new Context(locale);
    context.setVariable("state", state.name());
    return engine.process("unsubscribe", context);
  }
}
