package org.doorsopen.rsvp.requests;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.doorsopen.web.JsonFields;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * What an attendee sends.
 *
 * @param guests how many the meetup admits is for seat allocation to say
 * @param locale a BCP 47 language tag
 * @param idempotencyKey null makes every request one of its own
 */
public record NewRsvp(
    String name, String email, int guests, String locale, @Nullable String idempotencyKey) {

  public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final int MOST_IN_NAME = 100;
  private static final int MOST_GUESTS = 50;
  private static final int MOST_IN_LOCALE = 35;
  private static final String DEFAULT_LOCALE = "en";
  private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");

  /**
   * @throws org.doorsopen.web.InvalidFields with everything that is wrong, the header included
   */
  public static NewRsvp read(JsonFields body, HttpHeaders headers) {
    String name = body.line("name", 1, MOST_IN_NAME);
    String email = email(body);
    Integer guests = body.optionalInteger("guests", 0, MOST_GUESTS);
    String locale = locale(body, headers);
    String key = headers.getFirst(IDEMPOTENCY_KEY);
    if (key != null && !KEY.matcher(key).matches()) {
      body.reject(IDEMPOTENCY_KEY, "must be 1 to 200 printable ASCII characters");
    }
    body.check();
    return new NewRsvp(name, email, guests == null ? 0 : guests, locale, key);
  }

  private static String email(JsonFields body) {
    String text = body.line("email", 1, EmailAddress.MOST_CHARACTERS);
    Optional<EmailAddress> address = EmailAddress.parse(text);
    if (address.isEmpty() && body.good("email")) {
      body.reject("email", "must be one e-mail address such as ada@example.org");
    }
    return address.map(EmailAddress::value).orElse("");
  }

  private static String locale(JsonFields body, HttpHeaders headers) {
    String tag = body.optionalLine("locale", MOST_IN_LOCALE);
    if (tag == null) {
      return preferred(headers);
    }
    try {
      return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
    } catch (IllformedLocaleException e) {
      body.reject("locale", "must be a language tag such as en or de-AT");
      return DEFAULT_LOCALE;
    }
  }

  /** A default only, so a header that makes no sense is no error. */
  private static String preferred(HttpHeaders headers) {
    try {
      List<Locale> preferences = headers.getAcceptLanguageAsLocales();
      return preferences.stream()
          .filter(it -> !it.getLanguage().isEmpty())
          .findFirst()
          .map(Locale::toLanguageTag)
          .filter(it -> it.length() <= MOST_IN_LOCALE)
          .orElse(DEFAULT_LOCALE);
    } catch (IllegalArgumentException e) {
      return DEFAULT_LOCALE;
    }
  }
}
