package org.doorsopen.schedule.messages;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.TypedForm;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.messages.Message.Addressees;
import org.doorsopen.schemas.Limits;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a message is written, with what was typed.
 *
 * @param key of this form alone: a double click, a reload and Back are one message
 * @param chosen the RSVPs of those who were chosen, with commas; null where nobody was
 * @param languages the organizer's own first
 * @param note why it was not taken, apart from its fields; or null
 */
record MessageForm(
    String key,
    @Nullable String chosen,
    List<Choice> addressees,
    List<Language> languages,
    FormField sendAt,
    String zone,
    @Nullable String note) {

  static final String KEY = "key";
  static final String ADDRESSEES = "addressees";
  static final String SEND_AT = "sendAt";

  /** All that the form sends and a message is read from. */
  static final Set<String> NAMES = names();

  record Choice(String value, String label, boolean chosen) {}

  /**
   * @param code of the language
   */
  record Language(String code, String name, FormField subject, FormField text) {}

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(ADDRESSEES, MessageRequest.RSVP_IDS, SEND_AT));
    for (int index = 0; index < Languages.all().size(); index++) {
      names.add(MessageRequest.name(index, "subject"));
      names.add(MessageRequest.name(index, "text"));
    }
    return Set.copyOf(names);
  }

  /**
   * @param typed by the names of the fields
   * @param wrong the names of those that are wrong
   */
  static MessageForm of(
      String key,
      Map<String, String> typed,
      Set<String> wrong,
      @Nullable String note,
      ZoneId zone,
      Speech speech) {
    TypedForm form = new TypedForm(typed, wrong, speech);
    String own = speech.locale().getLanguage();
    List<UUID> people = MessageRequest.chosen(typed.get(MessageRequest.RSVP_IDS));
    Addressees usual = people.isEmpty() ? Addressees.EVERYONE : Addressees.CHOSEN;
    String marked = typed.getOrDefault(ADDRESSEES, usual.name());
    return new MessageForm(
        key,
        people.isEmpty()
            ? null
            : people.stream().map(UUID::toString).collect(Collectors.joining(",")),
        Arrays.stream(Addressees.values())
            .filter(each -> each != Addressees.CHOSEN || !people.isEmpty())
            .map(each -> choice(each, people.size(), marked, speech))
            .toList(),
        IntStream.range(0, Languages.all().size())
            .mapToObj(index -> language(index, form))
            .sorted(Comparator.comparing(language -> !language.code().equals(own)))
            .toList(),
        form.field(SEND_AT, "datetime-local", "messages.field.sendAt"),
        zone.getId(),
        note);
  }

  /** Of the summary above the form. */
  public List<FormField> fields() {
    return Stream.concat(
            languages.stream().flatMap(language -> Stream.of(language.subject(), language.text())),
            Stream.of(sendAt))
        .toList();
  }

  private static Choice choice(Addressees each, int people, String marked, Speech speech) {
    return new Choice(each.name(), inWords(each, people, speech), each.name().equals(marked));
  }

  /**
   * @param people how many were chosen
   */
  static String inWords(Addressees addressees, int people, Speech speech) {
    return speech.say("messages.to." + addressees, people);
  }

  private static Language language(int index, TypedForm form) {
    String code = Languages.all().get(index);
    return new Language(
        code,
        Locale.of(code).getDisplayLanguage(form.speech().locale()),
        field("subject", Limits.MAX_MESSAGE_SUBJECT, index, form),
        field("text", Limits.MAX_MESSAGE_TEXT, index, form));
  }

  private static FormField field(String part, int max, int index, TypedForm form) {
    return form.field(MessageRequest.name(index, part), "text", "messages.field." + part, "", max);
  }
}
