package org.doorsopen.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.doorsopen.pages.words.ReadersLanguage;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.web.problems.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Errors in the one look. It needs no part of Spring's MVC, as it also answers what fails before
 * that.
 */
final class RenderedErrorPage implements ErrorPage {

  /**
   * @param reference leads an operator to the line in the log, or null
   */
  record Told(String title, String text, @Nullable String reference) {}

  private final ITemplateEngine templates;
  private final Looks looks;
  private final Words words;

  RenderedErrorPage(ITemplateEngine templates, Looks looks, Words words) {
    this.templates = templates;
    this.looks = looks;
    this.words = words;
  }

  @Override
  public byte[] page(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      @Nullable String reference) {
    Speech speech = words.in(ReadersLanguage.of(request));
    String otherwise = status.is5xxServerError() ? "error.500." : "error.400.";
    Told told =
        new Told(
            speech.sayOr("error." + status.value() + ".title", otherwise + "title"),
            speech.sayOr("error." + status.value() + ".text", otherwise + "text"),
            reference == null ? null : speech.say("error.reference", reference));
    Looks.headers(request, response);
    Map<String, Object> model = Map.of("page", told, Looks.NAME, looks.of(request));
    return templates.process("look/error", new Context(speech.locale(), model)).getBytes(UTF_8);
  }
}
