import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes filters, one a line, as "label=a=b&label=c=d", and keeps them until nobody has been connected for ten seconds;
 * then it removes every container, network and volume that they name, and ends.
 */
final class Ryuk {
  private static final long GRACE_MILLIS = 10_000;
  private static final Set<String> FILTERS = ConcurrentHashMap.newKeySet();
  private static final AtomicInteger CONNECTIONS = new AtomicInteger();

  public static void main(String[] arguments) throws Exception {
    try (ServerSocket server = new ServerSocket(8080)) {
      Thread.ofPlatform().daemon().start(() -> takeFilters(server));
      System.out.println("Started");
      awaitLoneliness();
    }
    for (String filter : FILTERS) {
      remove("/containers/json?all=1&", "\"Id\":\"([0-9a-f]{64})\"", "/containers/%s?force=1&v=1", filter);
      remove("/networks?", "\"Id\":\"([0-9a-f]{64})\"", "/networks/%s", filter);
      remove("/volumes?", "\"Name\":\"([^\"]+)\"", "/volumes/%s?force=1", filter);
    }
  }

  private static void awaitLoneliness() throws InterruptedException {
    long alone = 0;
    while (alone < GRACE_MILLIS) {
      Thread.sleep(500);
      alone = CONNECTIONS.get() == 0 ? alone + 500 : 0;
    }
  }

  private static void takeFilters(ServerSocket server) {
    while (true) {
      try {
        Socket client = server.accept();
        CONNECTIONS.incrementAndGet();
        Thread.ofVirtual().start(() -> takeFiltersOf(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void takeFiltersOf(Socket client) {
    try (client;
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        FILTERS.add(line);
        client.getOutputStream().write("ACK\n".getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // Its JVM was killed: that is what we are here for.
    } finally {
      CONNECTIONS.decrementAndGet();
    }
  }

  private static void remove(String list, String id, String what, String filter) throws IOException {
    String labels =
        Arrays.stream(filter.split("&"))
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8).replaceFirst("^label=", ""))
            .map(label -> "\"" + label + "\"")
            .collect(Collectors.joining(","));
    String query = URLEncoder.encode("{\"label\":[" + labels + "]}", StandardCharsets.UTF_8);
    Matcher found = Pattern.compile(id).matcher(ask("GET", list + "filters=" + query));
    while (found.find()) {
      ask("DELETE", what.formatted(found.group(1)));
    }
  }

  // HTTP/1.0: the answer ends with the connection, and comes in one piece.
  private static String ask(String method, String path) throws IOException {
    try (SocketChannel engine = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      engine.connect(UnixDomainSocketAddress.of("/var/run/docker.sock"));
      OutputStream out = Channels.newOutputStream(engine);
      out.write("%s %s HTTP/1.0\r\n\r\n".formatted(method, path).getBytes(StandardCharsets.US_ASCII));
      return new String(Channels.newInputStream(engine).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
