package org.doorsopen.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Languages;
import org.doorsopen.pages.words.ReadersLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;

/** Makes what every page has in common: what the layout says, and the headers. */
final class Looks {

  /** The name of the {@link Look} in the model. */
  static final String NAME = "look";

  /** Nothing from elsewhere, no script or style inside a page, and no frame around it. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String ORGANIZER = "ORGANIZER";

  private final Assets assets;

  Looks(Assets assets) {
    this.assets = assets;
  }

  Look of(HttpServletRequest request) {
    String language = ReadersLanguage.of(request).getLanguage();
    String organizer = request.isUserInRole(ORGANIZER) ? request.getRemoteUser() : null;
    return new Look(
        language,
        Languages.all().stream().map(code -> choice(code, language, request)).toList(),
        organizer,
        organizer == null ? null : csrf(request),
        new Look.Files(
            assets.address("pico.classless.min.css"),
            assets.address("doors.css"),
            assets.address("doors.svg"),
            assets.address("htmx.min.js"),
            assets.address("desk.js"),
            assets.address("keep.js"),
            assets.address("live.js"),
            assets.address("own-time.js")));
  }

  /**
   * Headers that a controller has set already stay. The referrer goes to our own pages only: an
   * address may hold a token, and without any referrer a browser would send forms with {@code
   * Origin: null}, as if they came from elsewhere.
   */
  static void headers(HttpServletRequest request, HttpServletResponse response) {
    setIfAbsent(response, "Content-Security-Policy", POLICY);
    setIfAbsent(response, "Referrer-Policy", "same-origin");
    setIfAbsent(response, HttpHeaders.CACHE_CONTROL, "no-store");
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    ReadersLanguage.remember(request, response);
  }

  private static void setIfAbsent(HttpServletResponse response, String header, String value) {
    if (!response.containsHeader(header)) {
      response.setHeader(header, value);
    }
  }

  private static Look.Choice choice(String code, String language, HttpServletRequest request) {
    Locale locale = Locale.of(code);
    return new Look.Choice(
        code, locale.getDisplayLanguage(locale), href(code, request), code.equals(language));
  }

  /** The same address; what a form has answered cannot be asked for again, and leads home. */
  private static String href(String code, HttpServletRequest request) {
    String choice = ReadersLanguage.NAME + "=" + code;
    if (!List.of("GET", "HEAD").contains(request.getMethod())) {
      return "/?" + choice;
    }
    return Stream.concat(
            Arrays.stream(query(request).split("&"))
                .filter(parameter -> !parameter.isEmpty())
                .filter(parameter -> !parameter.startsWith(ReadersLanguage.NAME + "=")),
            Stream.of(choice))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String query(HttpServletRequest request) {
    Object ofAForwarded = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
    return ofAForwarded instanceof String query
        ? query
        : Objects.requireNonNullElse(request.getQueryString(), "");
  }

  private static Look.@Nullable Hidden csrf(HttpServletRequest request) {
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? new Look.Hidden(token.getParameterName(), token.getToken())
        : null;
  }
}
