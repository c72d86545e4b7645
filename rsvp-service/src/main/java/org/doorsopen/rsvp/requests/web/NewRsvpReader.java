package org.doorsopen.rsvp.requests.web;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorsopen.identity.address.EmailAddress;
import org.doorsopen.rsvp.requests.NewRsvp;
import org.doorsopen.schemas.Limits;
import org.doorsopen.web.body.BodyReader;
import org.doorsopen.web.body.Fields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Reads an RSVP from a body and the headers that go with it. */
@Component
public final class NewRsvpReader implements BodyReader<NewRsvp> {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final int MAX_NAME = 100;
  private static final int MAX_LOCALE = 35;
  private static final int MAX_TYPED_LOCALE = 200;
  private static final String DEFAULT_LOCALE = "en";

  /** A shorter one is a counter, a date or a meetup's id, and the next client uses it as well. */
  private static final int MIN_KEY = 16;

  private static final int MAX_KEY = 200;
  private static final Pattern KEY =
      Pattern.compile("[\\x20-\\x7e]{%d,%d}".formatted(MIN_KEY, MAX_KEY));

  @Override
  public NewRsvp read(Fields body, HttpHeaders headers) {
    NewRsvp person = person(body, headers);
    return person.agreeing(body.optionalUrl(Agreements.FIELD));
  }

  /** All but an agreement, which nobody can give for somebody else. */
  public static NewRsvp person(Fields body, HttpHeaders headers) {
    String name = name(body);
    String email = email(body);
    Integer guests = body.optionalInteger("guests", 0, Limits.MAX_GUESTS);
    String locale = locale(body, headers);
    return new NewRsvp(name, email, guests == null ? 0 : guests, locale, key(body, headers));
  }

  static String name(Fields body) {
    return body.name("name", 1, MAX_NAME);
  }

  /** The Idempotency-Key; null if there is none. */
  public static @Nullable String key(Fields body, HttpHeaders headers) {
    String key = headers.getFirst(IDEMPOTENCY_KEY);
    if (key != null && !KEY.matcher(key).matches()) {
      body.reject(
          IDEMPOTENCY_KEY,
          "must be %d to %d printable ASCII characters that nobody can guess, for example a UUID"
              .formatted(MIN_KEY, MAX_KEY));
    }
    return key;
  }

  private static String email(Fields body) {
    String text = body.bare("email", 1, EmailAddress.MAX_LENGTH);
    body.describeFormat("email", "email");
    Optional<EmailAddress> address = EmailAddress.parse(text);
    if (address.isEmpty() && body.good("email")) {
      body.reject("email", EmailAddress.faultOf(text));
    }
    return address.map(EmailAddress::value).orElse("");
  }

  private static String locale(Fields body, HttpHeaders headers) {
    String typed = typedLocale(body);
    return typed == null ? preferred(headers) : typed;
  }

  /** The language tag that was typed; null if there is none, or one that makes no sense. */
  static @Nullable String typedLocale(Fields body) {
    String tag = body.optionalLine("locale", MAX_TYPED_LOCALE);
    return Optional.ofNullable(tag).flatMap(NewRsvpReader::language).orElse(null);
  }

  /**
   * A language tag, or the name of a POSIX locale such as de_DE.UTF-8@euro. Nobody should be
   * without a seat for want of a language, so anything else is as if it had not been sent.
   */
  private static Optional<String> language(String typed) {
    String tag = typed.split("[.@]", 2)[0].replace('_', '-');
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag).build();
      return Optional.of(locale.toLanguageTag())
          .filter(_ -> !locale.getLanguage().isEmpty())
          .filter(known -> known.length() <= MAX_LOCALE);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  /** The header only sets a default, so one that makes no sense is no error. */
  private static String preferred(HttpHeaders headers) {
    try {
      List<Locale> preferences = headers.getAcceptLanguageAsLocales();
      return preferences.stream()
          .filter(preference -> !preference.getLanguage().isEmpty())
          .findFirst()
          .map(Locale::toLanguageTag)
          .filter(tag -> tag.length() <= MAX_LOCALE)
          .orElse(DEFAULT_LOCALE);
    } catch (IllegalArgumentException e) {
      return DEFAULT_LOCALE;
    }
  }
}
