package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * One quick question to a process: are you ready? It is asked again and again; an exception means
 * "no".
 */
@FunctionalInterface
public interface Probe {
  /** Between two questions. */
  Duration PAUSE = Duration.ofMillis(50);

  boolean ready() throws Exception;

  /** Asks once. */
  default boolean saysYes() throws InterruptedException {
    try {
      return ready();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return false;
    }
  }

  /** Asks until the answer is yes, or the limit has passed; says which. */
  default boolean saysYesWithin(Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!saysYes()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      Thread.sleep(PAUSE);
    }
    return true;
  }

  /** Ready when it takes connections. */
  static Probe connectsTo(String host, int port) {
    return () -> {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), 1_000);
        return true;
      }
    };
  }

  /** Ready when a GET is answered with 200. */
  static Probe answersAt(URI uri) {
    return answersAt(uri, Optional.empty());
  }

  /** As {@link #answersAt(URI)}, for a caller with a token. */
  static Probe answersAt(URI uri, Optional<String> token) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(5));
    token.ifPresent(text -> request.header("Authorization", "Bearer " + text));
    return () -> isOk(client, request.build());
  }

  private static boolean isOk(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
  }
}
