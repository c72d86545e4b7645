package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param target path and query, encoded
 * @param headers name, value, name …
 * @param body null for none
 */
record Input(Route route, String target, List<String> headers, byte @Nullable [] body) {

  /** A request that is not answered by then hangs. */
  static final Duration LIMIT = Duration.ofSeconds(10);

  HttpRequest at(URI door) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(door.toString().replaceAll("/$", "") + target))
            .timeout(LIMIT)
            .method(
                route.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    return request.headers(headers.toArray(String[]::new)).build();
  }

  /** For a reader who wants to send it again. */
  String inWords() {
    var shown = new ArrayList<String>();
    for (int i = 0; i < headers.size(); i += 2) {
      if (!headers.get(i).equals("Authorization")) {
        shown.add(headers.get(i) + ": " + shortened(headers.get(i + 1)));
      }
    }
    String sent = body == null ? "" : " " + shortened(new String(body, UTF_8));
    return route.method() + " " + shortened(target) + " " + shown + sent;
  }

  private static String shortened(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
