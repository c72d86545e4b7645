package org.doorsopen.schedule.messages;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.schedule.messages.Message.Addressees;
import org.doorsopen.schedule.messages.Message.Text;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * What an organizer writes.
 *
 * @param rsvpIds of those who were chosen, each once; empty unless the addressees are
 * @param sendAt null for at once
 */
record MessageRequest(
    Addressees addressees, List<UUID> rsvpIds, List<Text> texts, @Nullable Instant sendAt) {

  /** More are a group that has a name, or two messages. */
  static final int MAX_CHOSEN = 200;

  /** Its languages: each once, and at least one. */
  private static final String TEXTS = "texts";

  static final String RSVP_IDS = "rsvpIds";

  @Component
  static final class Reader implements BodyReader<MessageRequest> {
    @Override
    public MessageRequest read(Fields body, HttpHeaders headers) {
      Addressees addressees = body.choice("addressees", Addressees.class);
      List<UUID> rsvpIds = body.ids(RSVP_IDS, MAX_CHOSEN).stream().distinct().toList();
      checkChosen(addressees, rsvpIds, body);
      List<Text> texts = body.objects(TEXTS, Languages.all().size(), MessageRequest::text);
      if (body.good(TEXTS) && texts.isEmpty()) {
        body.reject(TEXTS, "must have at least one entry, in one of " + Languages.all());
      }
      if (texts.stream().map(Text::language).distinct().count() < texts.size()) {
        body.reject(TEXTS, "must have each language once");
      }
      return new MessageRequest(addressees, rsvpIds, texts, body.optionalInstant("sendAt"));
    }
  }

  private static void checkChosen(Addressees addressees, List<UUID> rsvpIds, Fields body) {
    if (!body.good("addressees", RSVP_IDS)) {
      return;
    }
    if (addressees == Addressees.CHOSEN && rsvpIds.isEmpty()) {
      body.reject(RSVP_IDS, "must have the RSVPs of those who are chosen");
    } else if (addressees != Addressees.CHOSEN && !rsvpIds.isEmpty()) {
      body.reject(RSVP_IDS, "must be left out, unless addressees is CHOSEN");
    }
  }

  private static Text text(Fields text) {
    String language = text.line("language", 2, 2);
    if (text.good("language") && !Languages.all().contains(language)) {
      text.reject("language", "must be one of " + Languages.all());
    }
    String subject = text.line("subject", 1, Limits.MAX_MESSAGE_SUBJECT);
    String words = text.optionalText("text", Limits.MAX_MESSAGE_TEXT);
    if (words == null && text.good("text")) {
      text.reject("text", "is required");
    }
    return new Text(language, subject, Objects.requireNonNullElse(words, ""));
  }

  /**
   * Reads the form of the page, whose fields have the names that the API has for them: the texts
   * are in the order of the languages, and one of them may be left empty.
   *
   * @param own the language that is asked for where all are empty
   */
  static MessageRequest read(Fields form, String own) {
    Addressees addressees = form.choice("addressees", Addressees.class);
    List<UUID> listed = chosen(form.optionalLine(RSVP_IDS, MAX_CHOSEN * 40));
    List<UUID> rsvpIds = addressees == Addressees.CHOSEN ? listed : List.of();
    checkChosen(addressees, rsvpIds, form);
    List<Text> texts =
        Stream.iterate(0, index -> index < Languages.all().size(), index -> index + 1)
            .flatMap(index -> text(index, form).stream())
            .toList();
    boolean isWrong =
        Stream.iterate(0, index -> index < Languages.all().size(), index -> index + 1)
            .anyMatch(index -> !form.good(name(index, "subject"), name(index, "text")));
    if (texts.isEmpty() && !isWrong) {
      int index = Languages.all().indexOf(own);
      form.reject(name(index, "subject"), "is required");
      form.reject(name(index, "text"), "is required");
    }
    return new MessageRequest(addressees, rsvpIds, texts, null);
  }

  private static Optional<Text> text(int index, Fields form) {
    String subject = form.optionalLine(name(index, "subject"), Limits.MAX_MESSAGE_SUBJECT);
    String words = form.optionalText(name(index, "text"), Limits.MAX_MESSAGE_TEXT);
    if (subject == null && words != null && form.good(name(index, "subject"))) {
      form.reject(name(index, "subject"), "is required");
    }
    if (words == null && subject != null && form.good(name(index, "text"))) {
      form.reject(name(index, "text"), "is required");
    }
    return subject == null || words == null
        ? Optional.empty()
        : Optional.of(new Text(Languages.all().get(index), subject, words));
  }

  /**
   * The ids in a list with commas, each once; what is none was made up by somebody, and left out.
   */
  static List<UUID> chosen(@Nullable String listed) {
    return Stream.of(Objects.requireNonNullElse(listed, "").split(","))
        .flatMap(id -> canonical(id.strip()))
        .distinct()
        .limit(MAX_CHOSEN)
        .toList();
  }

  private static Stream<UUID> canonical(String text) {
    try {
      return Stream.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Stream.of();
    }
  }

  /** The name of a field of the form and the API, such as {@code texts[1].subject}. */
  static String name(int index, String field) {
    return TEXTS + "[" + index + "]." + field;
  }

  MessageRequest at(Instant instant) {
    return new MessageRequest(addressees, rsvpIds, texts, instant);
  }
}
