package org.doorsopen.launcher.frontdoor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.doorsopen.infrastructure.process.Ports;

/** A service as small as can be, which remembers what it was asked. */
final class Upstream implements AutoCloseable {

  /** As it came through the door. */
  record Asked(String method, String target, List<String> headers, String body) {

    /** Of all headers with that name. */
    List<String> header(String name) {
      String prefix = name.toLowerCase() + ": ";
      return headers.stream()
          .filter(header -> header.startsWith(prefix))
          .map(header -> header.substring(prefix.length()))
          .toList();
    }
  }

  private final int port = Ports.free();
  private final String name;
  private final HttpHandler handler;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;

  /** Answers everything with its name. */
  Upstream(String name) {
    this(name, exchange -> answer(exchange, 200, name));
  }

  Upstream(String name, HttpHandler handler) {
    this.name = name;
    this.handler = handler;
    this.server = start();
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  List<Asked> asked() {
    return asked;
  }

  void startAgain() {
    server = start();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }

  private HttpServer start() {
    try {
      HttpServer fresh =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      fresh.setExecutor(threads);
      fresh.createContext("/", this::handle);
      fresh.start();
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    List<String> headers =
        exchange.getRequestHeaders().entrySet().stream()
            .flatMap(header ->
                header.getValue().stream().map(v -> header.getKey().toLowerCase() + ": " + v))
            .toList();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        new Asked(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body));
    handler.handle(exchange);
  }
}
