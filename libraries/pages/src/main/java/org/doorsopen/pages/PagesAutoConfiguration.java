package org.doorsopen.pages;

import org.doorsopen.pages.words.ReadersLanguage;
import org.doorsopen.pages.words.Words;
import org.doorsopen.web.login.PublicRoutes;
import org.doorsopen.web.problems.ErrorPage;
import org.doorsopen.web.problems.ProblemsAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.thymeleaf.spring6.ISpringTemplateEngine;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Gives a service the one look by its mere presence on the class path. */
@AutoConfiguration(
    before = {
      ProblemsAutoConfiguration.class,
      WebMvcAutoConfiguration.class,
      ThymeleafAutoConfiguration.class
    })
public class PagesAutoConfiguration {

  @Bean
  Words words() {
    return new Words();
  }

  @Bean
  LocaleResolver localeResolver() {
    return new ReadersLanguage();
  }

  @Bean
  SpringTemplateEngine templateEngine(ObjectProvider<ITemplateResolver> files, Words words) {
    SpringTemplateEngine engine = new SpringTemplateEngine();
    engine.setTemplateEngineMessageSource(words.forTemplates());
    files.orderedStream().forEach(engine::addTemplateResolver);
    return engine;
  }

  @Bean
  ThymeleafViewResolver thymeleafViewResolver(ISpringTemplateEngine engine) {
    ThymeleafViewResolver resolver = new ThymeleafViewResolver();
    resolver.setTemplateEngine(engine);
    resolver.setViewClass(LookView.class);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setOrder(Ordered.LOWEST_PRECEDENCE - 5);
    return resolver;
  }

  @Bean
  AssetRoutes assetRoutes(@Value("${spring.application.name}") String service) {
    return new AssetRoutes(folder(service));
  }

  @Bean
  Assets assets(
      @Value("${spring.application.name}") String service,
      @Qualifier("resourceHandlerMapping") ObjectProvider<HandlerMapping> served) {
    return new Assets(folder(service), () -> (SimpleUrlHandlerMapping) served.getObject());
  }

  @Bean
  PublicRoutes publicAssets(@Value("${spring.application.name}") String service) {
    return PublicRoutes.of("GET " + folder(service) + "**");
  }

  @Bean
  Looks looks(Assets assets) {
    return new Looks(assets);
  }

  @Bean
  KeptPages keptPages(ISpringTemplateEngine templates, Looks looks) {
    return new KeptPages(templates, looks);
  }

  @Bean
  ErrorPage errorPage(ISpringTemplateEngine templates, Looks looks, Words words) {
    return new RenderedErrorPage(templates, looks, words);
  }

  private static String folder(String service) {
    return "/assets/" + service + "/";
  }
}
