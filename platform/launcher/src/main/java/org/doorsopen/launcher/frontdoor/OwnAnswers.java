package org.doorsopen.launcher.frontdoor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.identity.origins.OtherOrigins;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The answers of the front door itself: pages to people, problems (RFC 9457) to programs. */
final class OwnAnswers {

  /** Below it is what the pages need; it is there while every service is away. */
  static final String ASSETS = "/assets/front-door/";

  private static final String STYLES = "front-door.css";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
          + " 'none'";
  private static final Map<String, String> SECURITY =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "Permissions-Policy",
              "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");
  // More of what a reader accepts says nothing more, and each language costs.
  private static final int MAX_LANGUAGES_LENGTH = 200;
  private static final String RETRY_AFTER_SECONDS = "3";
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

  /** Below it are the routes that pages of other origins may use. */
  private static final String FOR_PAGES = "/api/meetups";

  private final OtherOrigins origins;
  private final Map<String, String> files =
      Stream.concat(
              Stream.of(STYLES),
              Stream.of("one-moment", "try-again", "nothing", "too-long")
                  .flatMap(page -> LANGUAGES.stream().map(language -> file(page, language))))
          .collect(Collectors.toMap(name -> name, OwnAnswers::read));

  /**
   * @param origins of pages that may read why nothing answers them
   */
  OwnAnswers(OtherOrigins origins) {
    this.origins = origins;
  }

  /** One of the files below {@link #ASSETS}. */
  void asset(String path, Request request, Response response, Callback callback) {
    if (!path.equals(ASSETS + STYLES)) {
      nothing(request, response, callback);
      return;
    }
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.CACHE_CONTROL, "public, max-age=3600");
    write(response, callback, HttpStatus.OK_200, "text/css;charset=utf-8", files.get(STYLES));
  }

  /**
   * The service does not answer: to a browser a page that asks again by itself, unless that would
   * be another request than the one that failed.
   */
  void away(Request request, Response response, Callback callback) {
    if (isAskedBeforehand(request)) {
      allow(request, response, callback);
      return;
    }
    response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_AFTER_SECONDS);
    String page = isSafe(request) ? "one-moment" : "try-again";
    int status = HttpStatus.SERVICE_UNAVAILABLE_503;
    answer(request, response, callback, status, page, detail(request));
  }

  /** No service has that path. */
  void nothing(Request request, Response response, Callback callback) {
    int status = HttpStatus.NOT_FOUND_404;
    answer(request, response, callback, status, "nothing", "There is nothing here.");
  }

  /**
   * @param limit of bodies, in bytes
   */
  void tooLong(Request request, Response response, Callback callback, long limit) {
    String detail = "The body is longer than %d bytes.".formatted(limit);
    int status = HttpStatus.PAYLOAD_TOO_LARGE_413;
    answer(request, response, callback, status, "too-long", detail);
  }

  private void answer(
      Request request,
      Response response,
      Callback callback,
      int status,
      String page,
      String detail) {
    if (!wantsAPage(request)) {
      problem(response, callback, status, detail);
      return;
    }
    HttpFields.Mutable headers = response.getHeaders();
    headers.put(HttpHeader.VARY, "Accept, Accept-Language");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Content-Security-Policy", POLICY);
    String html = files.get(file(page, language(request)));
    write(response, callback, status, "text/html;charset=utf-8", html);
  }

  /**
   * @param detail a sentence that needs no escaping in JSON
   */
  void problem(Response response, Callback callback, int status, String detail) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    nameOrigin(response);
    String body =
        "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
            .formatted(HttpStatus.getMessage(status), status, detail);
    write(response, callback, status, "application/problem+json", body);
  }

  /**
   * Whether a browser asks for a page of another origin if it may send a request. An answer that
   * the service is away would keep the request from being sent, and so the page from reading why.
   */
  private boolean isAskedBeforehand(Request request) {
    HttpFields headers = request.getHeaders();
    return HttpMethod.OPTIONS.is(request.getMethod())
        && headers.contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)
        && origins.isNamed(headers.get(HttpHeader.ORIGIN))
        && isForPages(request);
  }

  private static void allow(Request request, Response response, Callback callback) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    secure(response);
    OtherOrigins.ofAPreflight(origin, "GET, POST").forEach(response.getHeaders()::put);
    // A route that does not take it says so later, when its service is back.
    response.getHeaders().put("Access-Control-Max-Age", "0");
    response.getHeaders().put(HttpHeader.VARY, "Origin");
    response.setStatus(HttpStatus.NO_CONTENT_204);
    response.write(true, null, callback);
  }

  private void nameOrigin(Response response) {
    Request request = response.getRequest();
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    if (!origins.isEmpty() && isForPages(request)) {
      response.getHeaders().add(HttpHeader.VARY, "Origin");
      if (origin != null && origins.isNamed(origin)) {
        OtherOrigins.ofAnAnswer(origin).forEach(response.getHeaders()::put);
      }
    }
  }

  private static boolean isForPages(Request request) {
    String path = request.getHttpURI().getCanonicalPath();
    return path != null && (path.equals(FOR_PAGES) || path.startsWith(FOR_PAGES + "/"));
  }

  private static void secure(Response response) {
    SECURITY.forEach((name, value) -> {
      if (!response.getHeaders().contains(name)) {
        response.getHeaders().put(name, value);
      }
    });
  }

  private static void write(
      Response response, Callback callback, int status, String type, String body) {
    response.setStatus(status);
    secure(response);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.getBytes(UTF_8).length);
    Content.Sink.write(response, true, body, callback);
  }

  private static String detail(Request request) {
    String away = "The service does not answer at this moment.";
    return isSafe(request)
        ? away
        : away
            + " The request may have been carried out; repeat it, with the same Idempotency-Key if"
            + " it had one.";
  }

  private static boolean isSafe(Request request) {
    return HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
  }

  private static boolean wantsAPage(Request request) {
    return request.getHeaders().getCSV(HttpHeader.ACCEPT, false).stream()
        .anyMatch(accepted -> accepted.startsWith("text/html"));
  }

  private static Locale language(Request request) {
    Optional<String> accepted =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE));
    try {
      return accepted
          .map(languages ->
              languages.length() > MAX_LANGUAGES_LENGTH
                  ? languages.substring(0, languages.lastIndexOf(',', MAX_LANGUAGES_LENGTH) + 1)
                  : languages)
          .map(LanguageRange::parse)
          .map(ranges -> Locale.lookup(ranges, LANGUAGES))
          .orElse(Locale.ENGLISH);
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }

  private static String file(String page, Locale language) {
    return "%s.%s.html".formatted(page, language.getLanguage());
  }

  private static String read(String name) {
    try (InputStream file = OwnAnswers.class.getResourceAsStream("/front-door/" + name)) {
      if (file == null) {
        throw new IllegalStateException("There is no /front-door/" + name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
