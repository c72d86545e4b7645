package org.doorsopen.rsvp.page.changes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorsopen.pages.FormField;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.rsvp.contacts.Contacts;
import org.jspecify.annotations.Nullable;

/**
 * The part of the page about one RSVP where name and language are corrected.
 *
 * @param fields those with an error stay open
 * @param languages of mails
 * @param note what was done, or null
 */
public record ContactSection(
    String action, List<FormField> fields, List<Choice> languages, @Nullable String note) {

  public static final String CORRECTING = "correcting";
  public static final String NAME = "name";
  static final String LOCALE = "locale";

  /**
   * @param value the code of the language
   * @param label its name in itself
   */
  public record Choice(String value, String label, boolean chosen) {}

  /**
   * @param known the contact as it is
   * @param typed the name that was sent, and is wrong; null if none was
   * @param corrected whether a correction has just been taken
   */
  static ContactSection of(
      String rsvpId,
      Contacts.Details known,
      @Nullable String typed,
      boolean corrected,
      Speech speech) {
    FormField name =
        new FormField(
            NAME,
            speech.say("form.name"),
            "text",
            typed == null ? known.name() : typed,
            null,
            NAME,
            true,
            typed == null ? null : speech.say("form.name.wrong"));
    String spoken = language(known.locale());
    return new ContactSection(
        "/rsvps/" + rsvpId + "/contact",
        List.of(name),
        Languages.all().stream()
            .map(code -> new Choice(code, inItself(code), code.equals(spoken)))
            .toList(),
        corrected ? speech.say("contact.corrected") : null);
  }

  public boolean isOpen() {
    return note != null || fields.stream().anyMatch(field -> field.error() != null);
  }

  /**
   * The locale that is asked for by a choice: null where it is the language that mails have
   * already, so that a region is kept, and a language that mails do not have.
   */
  static @Nullable String chosen(@Nullable String code, Contacts.Details known) {
    boolean stays = language(known.locale()).equals(code);
    return stays || code == null || !Set.copyOf(Languages.all()).contains(code) ? null : code;
  }

  /** The one in which mails are written. */
  private static String language(String locale) {
    return Languages.closestTo(Locale.forLanguageTag(locale)).getLanguage();
  }

  private static String inItself(String code) {
    Locale language = Locale.of(code);
    return language.getDisplayLanguage(language);
  }
}
