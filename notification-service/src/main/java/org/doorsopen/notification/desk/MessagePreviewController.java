package org.doorsopen.notification.desk;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.notification.delivery.TestMails;
import org.doorsopen.notification.delivery.TestMails.Result;
import org.doorsopen.notification.letters.MessagePreviews;
import org.doorsopen.notification.messages.Message;
import org.doorsopen.notification.mime.OutgoingMail;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.pages.words.Words;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.organizers.Organizers;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Shows organizers the mail that they are about to send to many, from the form of the page that
 * another service renders, and sends it to one address of theirs.
 */
@Controller
@Hidden
@RequestMapping("/desk/mails/{meetupId}")
class MessagePreviewController {

  private static final String EMAIL = "email";

  private final MessagePreviews previews;
  private final TestMails testMails;
  private final Words words;

  MessagePreviewController(MessagePreviews previews, TestMails testMails, Words words) {
    this.previews = previews;
    this.testMails = testMails;
    this.words = words;
  }

  record Shown(String language, String subject, String text) {}

  @PostMapping("/preview")
  ModelAndView preview(
      @PathVariable UUID meetupId,
      @RequestParam Map<String, String> form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Principal organizer,
      Locale locale) {
    String name = Organizers.recordedName(organizer);
    List<Shown> shown =
        texts(form).stream()
            .flatMap(text ->
                previews.of(meetupId.toString(), text, name, "").stream()
                    .map(mail -> shown(text, mail)))
            .toList();
    String note = shown.isEmpty() ? words.in(locale).say("preview.nothing") : null;
    return view(shown, note, "waiting", htmx);
  }

  @PostMapping("/test")
  ModelAndView test(
      @PathVariable UUID meetupId,
      @RequestParam Map<String, String> form,
      @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
      Principal organizer,
      Locale locale) {
    Speech speech = words.in(locale);
    Optional<EmailAddress> address = EmailAddress.parse(form.getOrDefault(EMAIL, "").strip());
    List<Message.Text> texts = texts(form);
    if (address.isEmpty() || texts.isEmpty()) {
      String note = speech.say(address.isEmpty() ? "preview.address" : "preview.nothing");
      return view(List.of(), note, "bad", htmx);
    }
    String name = Organizers.recordedName(organizer);
    List<Result> results =
        texts.stream()
            .flatMap(text ->
                previews.of(meetupId.toString(), text, name, address.get().value()).stream())
            .map(testMails::send)
            .toList();
    boolean sent = !results.isEmpty() && results.stream().allMatch(Result.Sent.class::isInstance);
    return view(List.of(), note(results, speech), sent ? "good" : "bad", htmx);
  }

  private static String note(List<Result> results, Speech speech) {
    return results.stream()
        .filter(result -> !(result instanceof Result.Sent))
        .findFirst()
        .map(result -> failure(result, speech))
        .orElseGet(() -> speech.say(results.isEmpty() ? "preview.nothing" : "preview.sent"));
  }

  private static String failure(Result result, Speech speech) {
    return switch (result) {
      case Result.NotSent(String said) -> speech.say("preview.failed", said);
      case Result.TooMany(var pause) -> speech.say("preview.many", pause.toMinutes() + 1);
      case Result.Sent _ -> speech.say("preview.sent");
    };
  }

  private static Shown shown(Message.Text text, OutgoingMail mail) {
    return new Shown(text.language(), mail.content().subject(), mail.content().text());
  }

  /** Those that have both a subject and a text; what is wrong with them is told when it is sent. */
  private static List<Message.Text> texts(Map<String, String> form) {
    return IntStream.range(0, Languages.all().size())
        .mapToObj(index ->
            new Message.Text(
                Languages.all().get(index),
                typed(form, index, "subject", Limits.MAX_MESSAGE_SUBJECT).replaceAll("\\s+", " "),
                typed(form, index, "text", Limits.MAX_MESSAGE_TEXT)))
        .filter(text -> !text.subject().isEmpty() && !text.text().isEmpty())
        .toList();
  }

  private static String typed(Map<String, String> form, int index, String field, int max) {
    String typed = form.getOrDefault("texts[" + index + "]." + field, "").strip();
    return typed.substring(
        0, typed.offsetByCodePoints(0, Math.min(max, typed.codePointCount(0, typed.length()))));
  }

  /** A part of the page where there is script, and a page of its own where there is none. */
  private static ModelAndView view(
      List<Shown> mails, @Nullable String note, String tone, @Nullable String htmx) {
    return new ModelAndView(htmx == null ? "desk-preview-page" : "desk-preview", HttpStatus.OK)
        .addObject("mails", mails)
        .addObject("note", note)
        .addObject("tone", tone);
  }
}
