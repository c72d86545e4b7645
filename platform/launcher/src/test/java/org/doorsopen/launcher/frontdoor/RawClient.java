package org.doorsopen.launcher.frontdoor;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Sends what no well-behaved client would. */
final class RawClient {

  private RawClient() {}

  /** The whole answer, with its head; the connection ends after it. */
  static String send(URI door, String requestLine) throws IOException {
    try (Socket socket = sent(door, requestLine)) {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The beginning of the answer, up to its code. */
  static String status(URI door, String requestLine) throws IOException {
    try (Socket socket = sent(door, requestLine)) {
      return new String(socket.getInputStream().readNBytes(13), StandardCharsets.UTF_8);
    }
  }

  private static Socket sent(URI door, String requestLine) throws IOException {
    Socket socket = new Socket(door.getHost(), door.getPort());
    socket.setSoTimeout(10_000);
    String head =
        "%s\r\nHost: %s\r\nConnection: close\r\n\r\n".formatted(requestLine, door.getAuthority());
    socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
    return socket;
  }
}
