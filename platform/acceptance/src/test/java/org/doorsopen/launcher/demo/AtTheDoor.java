package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.doorsopen.launcher.demo.Attendee.Rsvp;

/** A client that looks closely at what the one address answers. */
record AtTheDoor(URI address) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int PATIENCE_MILLIS = 20_000;

  String login(String organizer) {
    byte[] bytes = organizer.getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(bytes);
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).build(), BodyHandlers.ofString());
  }

  /** The same path and query here. */
  HttpResponse<String> get(URI elsewhere) {
    return get(elsewhere.getRawPath() + "?" + elsewhere.getRawQuery());
  }

  HttpResponse<String> post(String path, String body) {
    HttpRequest request =
        request(path, "Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return send(request, BodyHandlers.ofString());
  }

  /** The live status of an RSVP. */
  static LiveStatus watch(URI door, Rsvp rsvp) {
    AtTheDoor client = new AtTheDoor(door);
    String path = "/api/rsvps/%s/events?token=%s".formatted(rsvp.rsvpId(), rsvp.token());
    HttpRequest request = client.request(path, "Accept", "text/event-stream").build();
    return new LiveStatus(send(request, BodyHandlers.ofLines()).body());
  }

  /**
   * The answer with its head to a client at that address of this machine.
   *
   * @param headers in full
   */
  static String from(String address, URI to, String path, String... headers) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", to.getPort(), InetAddress.getByName(address), 0)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n%s\r\n\r\n"
              .formatted(path, to.getAuthority(), String.join("\r\n", headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200 ");
      return answer;
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return CLIENT.send(request, body);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
