import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * Apicurio Registry under the address and the settings of Confluent's: the API is at the root, the
 * data are in Kafka.
 */
final class Registry {
  private static final String BEHIND = "http://127.0.0.1:8080/apis/ccompat/v7";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public static void main(String[] arguments) throws Exception {
    Process registry = startRegistry();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(registry)));
    HttpServer server = HttpServer.create(new InetSocketAddress(port()), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", Registry::forward);
    server.start();
    // If the registry ends, so does the container, and Docker may restart it.
    System.exit(registry.waitFor());
  }

  private static Process startRegistry() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command()).directory(Path.of("/opt/registry").toFile()).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_LOG_LEVEL", "WARN",
                "APICURIO_STORAGE_KIND", "kafkasql",
                "APICURIO_KAFKASQL_BOOTSTRAP_SERVERS", brokers()));
    return builder.start();
  }

  // Topics and groups have names that begin as those of Confluent's registry do, whose rights it
  // has.
  private static List<String> command() {
    List<String> command =
        new ArrayList<>(
            List.of(
                "java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dapicurio.kafkasql.topic=_schemas",
                "-Dapicurio.kafkasql.snapshots.topic=_schemas-snapshots",
                "-Dapicurio.events.kafka.topic=_schemas-events",
                "-Dapicurio.kafkasql.consumer.group-prefix=schema-registry-"));
    Map.of(
            "SECURITY_PROTOCOL", "security.protocol",
            "SASL_MECHANISM", "sasl.mechanism",
            "SASL_JAAS_CONFIG", "sasl.jaas.config",
            "SSL_TRUSTSTORE_TYPE", "ssl.truststore.type",
            "SSL_TRUSTSTORE_LOCATION", "ssl.truststore.location")
        .forEach((name, property) -> {
          String value = setting("SCHEMA_REGISTRY_KAFKASTORE_" + name, "");
          if (!value.isEmpty()) {
            command.add("-Dapicurio.kafka.common." + property + "=" + value);
          }
        });
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    return command;
  }

  private static void end(Process registry) {
    registry.destroy();
    registry.onExit().join();
  }

  // Written as PLAINTEXT://kafka:9092.
  private static String brokers() {
    return setting("SCHEMA_REGISTRY_KAFKASTORE_BOOTSTRAP_SERVERS", "kafka:9092")
        .replaceAll("[A-Z_]+://", "");
  }

  private static int port() {
    return URI.create(setting("SCHEMA_REGISTRY_LISTENERS", "http://0.0.0.0:8081").split(",")[0])
        .getPort();
  }

  private static String setting(String name, String otherwise) {
    return System.getenv().getOrDefault(name, otherwise);
  }

  private static void forward(HttpExchange exchange) throws IOException {
    try (exchange) {
      HttpResponse<byte[]> answer = CLIENT.send(request(exchange), BodyHandlers.ofByteArray());
      answer
          .headers()
          .firstValue("Content-Type")
          .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      exchange.sendResponseHeaders(503, -1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpRequest request(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(BEHIND + exchange.getRequestURI()))
            .timeout(Duration.ofSeconds(30))
            .method(
                exchange.getRequestMethod(),
                BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String name : List.of("Content-Type", "Accept")) {
      String value = exchange.getRequestHeaders().getFirst(name);
      if (value != null) {
        request.header(name, value);
      }
    }
    return request.build();
  }
}
