import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The part of Mailpit that Doors Open uses: SMTP on 1025 takes mail to anybody; the HTTP API on
 * 8025 lists it, newest first, gives each as it came, and deletes all. Kept in memory.
 */
final class Mailpit {
  private static final Pattern RAW = Pattern.compile("/api/v1/message/([^/]+)/raw");
  private static final List<Mail> MAILS = new CopyOnWriteArrayList<>();

  private record Mail(String id, byte[] raw) {}

  public static void main(String[] arguments) throws IOException {
    HttpServer http = HttpServer.create(new InetSocketAddress(8025), 0);
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", Mailpit::answer);
    try (ServerSocket smtp = new ServerSocket(1025)) {
      http.start();
      while (true) {
        Socket client = smtp.accept();
        Thread.ofVirtual().start(() -> receiveFrom(client));
      }
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Matcher raw = RAW.matcher(path);
    if (path.equals("/readyz") || path.equals("/livez")) {
      send(exchange, 200, "text/plain", bytes("ok"));
    } else if (!hasLoggedIn(exchange)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"Login\"");
      send(exchange, 401, "text/plain", bytes("Unauthorised"));
    } else if (raw.matches()) {
      MAILS.stream()
          .filter(mail -> mail.id().equals(raw.group(1)))
          .findFirst()
          .ifPresentOrElse(
              mail -> send(exchange, 200, "text/plain", mail.raw()),
              () -> send(exchange, 404, "text/plain", bytes("no such mail")));
    } else if (path.equals("/api/v1/messages") && exchange.getRequestMethod().equals("DELETE")) {
      MAILS.clear();
      send(exchange, 200, "text/plain", bytes("ok"));
    } else if (path.equals("/api/v1/messages")) {
      send(exchange, 200, "application/json", bytes(page(exchange.getRequestURI().getQuery())));
    } else {
      send(exchange, 404, "text/plain", bytes("A stand-in for Mailpit, with its HTTP API only."));
    }
  }

  // Of the real one's kinds of passwords the plain one.
  private static boolean hasLoggedIn(HttpExchange exchange) throws IOException {
    String file = System.getenv("MP_UI_AUTH_FILE");
    if (file == null) {
      return true;
    }
    String said = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
    return Files.readString(Path.of(file)).lines()
        .anyMatch(login -> said.equals("Basic " + Base64.getEncoder().encodeToString(bytes(login.strip()))));
  }

  private static String page(String query) {
    List<Mail> newestFirst = List.copyOf(MAILS).reversed();
    int start = Math.min(number(query, "start", 0), newestFirst.size());
    int end = Math.min(start + number(query, "limit", 50), newestFirst.size());
    String messages =
        newestFirst.subList(start, end).stream()
            .map(mail -> "{\"ID\":\"%s\"}".formatted(mail.id()))
            .collect(Collectors.joining(","));
    return "{\"total\":%d,\"messages_count\":%d,\"start\":%d,\"messages\":[%s]}"
        .formatted(newestFirst.size(), newestFirst.size(), start, messages);
  }

  private static int number(String query, String name, int otherwise) {
    Matcher found =
        Pattern.compile("(?:^|&)" + name + "=(\\d+)").matcher(query == null ? "" : query);
    return found.find() ? Integer.parseInt(found.group(1)) : otherwise;
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body) {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // The client has gone.
    }
  }

  private static void receiveFrom(Socket client) {
    try (client;
        InputStream in = new BufferedInputStream(client.getInputStream());
        OutputStream out = client.getOutputStream()) {
      say(out, "220 mailpit ESMTP");
      for (String line = line(in); line != null; line = line(in)) {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("DATA")) {
          say(out, "354 go on");
          MAILS.add(new Mail(UUID.randomUUID().toString(), data(in)));
        } else if (command.startsWith("EHLO")) {
          out.write(bytes("250-mailpit\r\n250-8BITMIME\r\n"));
          say(out, "250 SMTPUTF8");
          continue;
        } else if (command.startsWith("QUIT")) {
          say(out, "221 bye");
          return;
        }
        say(out, "250 ok");
      }
    } catch (IOException e) {
      // The client went without a QUIT; what it sent whole is kept.
    }
  }

  private static void say(OutputStream out, String reply) throws IOException {
    out.write(bytes(reply + "\r\n"));
    out.flush();
  }

  // RFC 5321, 4.5.2: ends with a dot alone; a leading dot more is taken away.
  private static byte[] data(InputStream in) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = line(in); !line.equals("."); line = line(in)) {
      text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  // Latin-1 keeps every byte as it is.
  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() > 0) {
          throw new IOException("cut off");
        }
        return null;
      }
      line.write(next);
    }
    return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
