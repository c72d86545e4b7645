package org.doorsopen.rsvp.requests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.web.body.JsonBodies;
import org.doorsopen.web.problems.FieldError;
import org.doorsopen.web.problems.InvalidFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;

class NewRsvpReaderTest {

  private final HttpHeaders headers = new HttpHeaders();

  @Test
  void readsWhatIsGiven() {
    headers.set("Idempotency-Key", "key of 16 signs.");

    NewRsvp rsvp =
        read(
            """
            {"name": " Ada ", "email": " Ada@Example.org ", "guests": 2, "locale": "de-at"}
            """);

    assertThat(rsvp)
        .isEqualTo(new NewRsvp("Ada", "Ada@Example.org", 2, "de-AT", "key of 16 signs."));
  }

  @Test
  void comesAloneAndSpeaksEnglishUnlessToldOtherwise() {
    NewRsvp rsvp = read("{\"name\": \"Ada\", \"email\": \"ada@example.org\"}");

    assertThat(rsvp).isEqualTo(new NewRsvp("Ada", "ada@example.org", 0, "en", null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-CH, en;q=0.5 | de-CH",
        "en;q=0.1, fr;q=0.9 | fr",
        "* | en",
        "!!, de | en",
        "'' | en"
      })
  void takesTheLocaleOfTheBrowser(String acceptLanguage, String locale) {
    headers.set("Accept-Language", acceptLanguage);

    assertThat(read("{\"name\": \"Ada\", \"email\": \"ada@example.org\"}").locale())
        .isEqualTo(locale);
  }

  /** Nobody is without a seat for want of a language. */
  @ParameterizedTest
  @CsvSource({
    "de_DE, de-DE",
    "de-at, de-AT",
    "DE_ch, de-CH",
    "de_DE.UTF-8, de-DE",
    "de_DE@euro, de-DE",
    "de_DE.UTF-8@euro, de-DE",
    "zh_Hant_TW, zh-Hant-TW",
    "sr_Latn, sr-Latn",
    "C, fr",
    "POSIX, posix",
    "e, fr",
    "klingon-is-no-language-and-too-long-for-one, fr",
    "de--DE, fr",
    "_DE, fr",
    "*, fr",
    "de DE, fr",
    "null, fr"
  })
  void takesTheLocaleAsFarAsItIsOne(String typed, String locale) {
    headers.set("Accept-Language", "fr");
    String json = typed.equals("null") ? "null" : '"' + typed + '"';

    assertThat(
            read("{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"locale\": %s}"
                    .formatted(json))
                .locale())
        .isEqualTo(locale);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u00a0", "\\ufeff", "\\u200b", "\\u202a", "\\u2060", "\\u3000", " ", "\\t"})
  void takesAnAddressThatWasPastedWithSomethingUnseenAround(String unseen) {
    assertThat(
            read("{\"name\": \"Ada\", \"email\": \"%s ada@example.org%s\"}"
                    .formatted(unseen, unseen))
                .email())
        .isEqualTo("ada@example.org");
  }

  @Test
  void saysByItsNameWhatIsUnseenWithinAnAddress() {
    InvalidFields wrong =
        catchThrowableOfType(
            InvalidFields.class,
            () -> read("{\"name\": \"Ada\", \"email\": \"ada\\u00a0@example.org\"}"));

    assertThat(wrong.errors())
        .extracting(FieldError::message)
        .containsExactly(
            "must be one e-mail address such as ada@example.org; it contains U+00A0 (no-break"
                + " space)");
  }

  @Test
  void namesEveryWrongFieldAtOnce() {
    headers.set("Idempotency-Key", "ключ");

    assertThat(
            wrongFields(
                """
                {"name": " ", "email": "ada", "guests": -1, "locale": 5, "seats": 3}
                """))
        .containsExactlyInAnyOrder("name", "email", "guests", "locale", "Idempotency-Key", "seats");
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "51", "-1", "\"2\"", "1.5", "true", "99999999999999999999"})
  void refusesGuestsThatAreNoSensibleNumber(String guests) {
    assertThat(
            wrongFields(
                "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"guests\": %s}"
                    .formatted(guests)))
        .containsExactly("guests");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "k",
        "123456789012345",
        "               ",
        "x\tyyyyyyyyyyyyyyyy",
        "ключключключключ"
      })
  void refusesKeysThatAreShortOrNotPrintable(String key) {
    headers.set("Idempotency-Key", key);

    assertThat(wrongFields("{\"name\": \"Ada\", \"email\": \"ada@example.org\"}"))
        .containsExactly("Idempotency-Key");
  }

  @Test
  void refusesOverlongKeysNamesAndAddresses() {
    headers.set("Idempotency-Key", "k".repeat(201));

    assertThat(
            wrongFields(
                "{\"name\": \"%s\", \"email\": \"%s@example.org\"}"
                    .formatted("n".repeat(101), "a".repeat(243))))
        .containsExactlyInAnyOrder("name", "email", "Idempotency-Key");
  }

  private NewRsvp read(String json) {
    return JsonBodies.read(json.getBytes(StandardCharsets.UTF_8), new NewRsvpReader(), headers);
  }

  private List<String> wrongFields(String json) {
    return catchThrowableOfType(InvalidFields.class, () -> read(json)).errors().stream()
        .map(FieldError::field)
        .toList();
  }
}
