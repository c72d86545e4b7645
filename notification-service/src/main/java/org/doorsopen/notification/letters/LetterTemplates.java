package org.doorsopen.notification.letters;

import java.util.Locale;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** A letter as text and as HTML, where everything that somebody else wrote is escaped. */
@Component
class LetterTemplates {

  private final TemplateEngine html = engine(TemplateMode.HTML, ".html");
  private final TemplateEngine text = engine(TemplateMode.TEXT, ".txt");

  String html(Letter letter) {
    return html.process("letter", context(letter));
  }

  /** At most one empty line at a time. */
  String text(Letter letter) {
    return text.process("letter", context(letter)).replaceAll("\\n{3,}", "\n\n").strip() + "\n";
  }

  private static Context context(Letter letter) {
    Context context = new Context(Locale.forLanguageTag(letter.language()));
    context.setVariable("letter", letter);
    return context;
  }

  private static TemplateEngine engine(TemplateMode mode, String suffix) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("letters/");
    resolver.setSuffix(suffix);
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
