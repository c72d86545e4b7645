package org.doorsopen.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who looks at pages: keeps cookies, follows nothing by itself, and reads German. */
final class Browser {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final URI base;

  Browser(int port) {
    this.base = URI.create("http://localhost:" + port);
  }

  HttpResponse<String> open(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  /** Sends the form of the page, with its hidden token. */
  HttpResponse<String> submit(
      HttpResponse<String> page, String path, Map<String, String> fields, String... headers) {
    Matcher token = TOKEN.matcher(page.body());
    String hidden = token.find() ? "_csrf=" + token.group(1) + "&" : "";
    String form =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&", hidden, ""));
    return send(
        request(path, headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** The page that an answer leads to. */
  static String next(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("none");
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .header("Accept", "text/html,*/*;q=0.8")
            .header("Accept-Language", "de");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
