package org.doorsopen.pages.words;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of the reader: that of the switch, as the address has it ({@code ?lang=de}) or as it
 * was remembered in a cookie, else the first of {@code Accept-Language} that has words, else
 * English. The region is always the browser's, if it names one for that language.
 */
public final class ReadersLanguage implements LocaleResolver {

  /** The name of the parameter, and of the cookie. */
  public static final String NAME = "lang";

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Override
  public Locale resolveLocale(HttpServletRequest request) {
    return of(request);
  }

  @Override
  public void setLocale(
      HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
    throw new UnsupportedOperationException("A language is chosen with ?" + NAME + "=…");
  }

  public static Locale of(HttpServletRequest request) {
    List<Locale> accepted = accepted(request);
    return chosen(request)
        .or(() -> remembered(request))
        .map(language ->
            accepted.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(Locale.of(language)))
        .or(() -> accepted.stream().filter(Languages::isSpoken).findFirst())
        .map(Languages::closestTo)
        .orElseGet(() -> Languages.closestTo(Locale.ENGLISH));
  }

  /** Remembers the language, if the address of this request chooses one. */
  public static void remember(HttpServletRequest request, HttpServletResponse response) {
    chosen(request)
        .map(language ->
            ResponseCookie.from(NAME, language)
                .path("/")
                .maxAge(REMEMBERED)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build())
        .ifPresent(cookie -> response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString()));
  }

  // Not getParameter(), which would read the body of a form, and fails on a malformed one.
  private static Optional<String> chosen(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? Optional.empty()
        : Stream.of(query.split("&"))
            .filter(parameter -> parameter.startsWith(NAME + "="))
            .map(parameter -> parameter.substring(NAME.length() + 1))
            .filter(ReadersLanguage::isSpoken)
            .findFirst();
  }

  private static Optional<String> remembered(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .filter(ReadersLanguage::isSpoken)
        .findFirst();
  }

  // Without the header, the request would name the language of the machine.
  private static List<Locale> accepted(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? List.of()
        : Collections.list(request.getLocales());
  }

  private static boolean isSpoken(String language) {
    return Languages.all().contains(language);
  }
}
