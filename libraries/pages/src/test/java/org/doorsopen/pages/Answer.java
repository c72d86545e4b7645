package org.doorsopen.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The service's answer to a request, which is sent as it is: some are such that no client would
 * send them.
 *
 * @param head the status line and the headers
 */
record Answer(int status, List<String> head, String body) {

  /** As a browser asks. */
  static Answer toBrowser(int port, String requestLine, String... headers) {
    return to(
        port,
        requestLine,
        Stream.concat(
                Stream.of("Accept: text/html,application/xhtml+xml,*/*;q=0.8"), Stream.of(headers))
            .toArray(String[]::new));
  }

  /** In HTTP 1.0, whose answers come in one piece and end with the connection. */
  static Answer to(int port, String requestLine, String... headers) {
    String request =
        requestLine
            + " HTTP/1.0\r\nHost: localhost\r\n"
            + String.join("", Stream.of(headers).map(header -> header + "\r\n").toList())
            + "\r\n";
    try (Socket socket = new Socket("localhost", port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.shutdownOutput();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      List<String> head = all.substring(0, end).lines().toList();
      return new Answer(
          Integer.parseInt(head.getFirst().split(" ")[1]), head, all.substring(end + 4));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of all headers with this name, with a semicolon between them. */
  String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ": ";
    return String.join(
        "; ",
        head.stream()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
            .map(line -> line.substring(start.length()))
            .toList());
  }
}
