package org.doorsopen.launcher.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON over HTTP, with one {@code Authorization} or none. All methods throw {@link HttpFailure}
 * when no answer comes.
 */
public final class Http {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI base;
  private final Optional<String> authorization;
  private final Duration patience;

  private Http(URI base, Optional<String> authorization, Duration patience) {
    this.base = base;
    this.authorization = authorization;
    this.patience = patience;
  }

  public static Http anonymous(URI base) {
    return new Http(base, Optional.empty(), PATIENCE);
  }

  /**
   * @param login {@code user:password}
   */
  public static Http basic(URI base, String login) {
    String encoded = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return new Http(base, Optional.of("Basic " + encoded), PATIENCE);
  }

  public Http bearer(String token) {
    return new Http(base, Optional.of("Bearer " + token), patience);
  }

  /** For requests that take longer than a person would wait. */
  public Http patient(Duration limit) {
    return new Http(base, authorization, limit);
  }

  /**
   * @param body a JSON null in an answer without one
   */
  public record Answer(int status, JsonNode body, Optional<String> etag) {

    /**
     * @throws HttpFailure unless it is a success
     */
    public Answer orFail() {
      if (status / 100 != 2) {
        throw new HttpFailure("Answered by %d: %s".formatted(status, body));
      }
      return this;
    }
  }

  public Answer get(String path) {
    return expectSuccess("GET", path, send("GET", path, null, Map.of()));
  }

  /** This one, and those that begin with "try": the status as it is, whatever it is. */
  public Answer tryGet(String path) {
    return send("GET", path, null, Map.of());
  }

  /** Any text of any kind, which is not looked at. */
  public void fetch(URI page) {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(patience).build();
    int status = exchange(request, BodyHandlers.discarding()).statusCode();
    if (status != 200) {
      throw new HttpFailure("GET %s was answered by %d".formatted(page.getPath(), status));
    }
  }

  public Answer post(String path, JsonNode body, Map<String, String> headers) {
    return expectSuccess("POST", path, send("POST", path, body, headers));
  }

  public Answer tryPost(String path, JsonNode body, Map<String, String> headers) {
    return send("POST", path, body, headers);
  }

  public Answer tryDelete(String path) {
    return send("DELETE", path, null, Map.of());
  }

  public Answer put(String path, JsonNode body, Map<String, String> headers) {
    return expectSuccess("PUT", path, send("PUT", path, body, headers));
  }

  public Answer delete(String path) {
    return expectSuccess("DELETE", path, send("DELETE", path, null, Map.of()));
  }

  private static Answer expectSuccess(String method, String path, Answer answer) {
    if (answer.status / 100 != 2) {
      throw new HttpFailure(
          "%s %s was answered by %d: %s".formatted(method, path, answer.status, answer.body));
    }
    return answer;
  }

  private Answer send(
      String method, String path, @Nullable JsonNode body, Map<String, String> headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(patience);
    authorization.ifPresent(value -> request.header("Authorization", value));
    headers.forEach(request::header);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
    }
    HttpResponse<String> response = exchange(request.build(), BodyHandlers.ofString());
    return new Answer(
        response.statusCode(), read(response.body()), response.headers().firstValue("ETag"));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> bodies) {
    try {
      return CLIENT.send(request, bodies);
    } catch (ConnectException e) {
      throw new HttpFailure("Nobody answers at %s; start the platform: ./doors up".formatted(base));
    } catch (IOException e) {
      throw new HttpFailure("%s: %s".formatted(request.uri(), e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure("Interrupted", e);
    }
  }

  private static JsonNode read(String body) {
    return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
  }
}
