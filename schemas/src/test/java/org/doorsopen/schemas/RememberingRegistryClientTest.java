package org.doorsopen.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a registry whose ids follow from the question, and which can be out of order. */
class RememberingRegistryClientTest {

  private static final AvroSchema REQUESTED = new AvroSchema(RsvpRequested.getClassSchema());
  private static final AvroSchema CANCELLED = new AvroSchema(RsvpCancelled.getClassSchema());

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile boolean inOrder = true;
  private HttpServer registry;
  private SchemaRegistryClient client;

  @BeforeEach
  void startTheRegistry() throws IOException {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.createContext("/", this::answer);
    registry.start();
    client = EventSerdes.registry("http://localhost:" + registry.getAddress().getPort());
  }

  @AfterEach
  void stopTheRegistry() throws IOException {
    client.close();
    registry.stop(0);
  }

  @Test
  void tellsSubjectsAndSchemasApartWhenItRemembers() throws Exception {
    for (int time = 1; time <= 2; time++) {
      assertThat(client.getId("a", REQUESTED, false)).isEqualTo(11);
      assertThat(client.getId("a", CANCELLED, false)).isEqualTo(12);
      assertThat(client.getId("b", REQUESTED, false)).isEqualTo(21);
      assertThat(client.getId("b", CANCELLED, false)).isEqualTo(22);
      assertThat(client.getSchemaById(1)).isEqualTo(REQUESTED);
      assertThat(client.getSchemaById(2)).isEqualTo(CANCELLED);
    }
    assertThat(asked).doesNotHaveDuplicates().hasSize(6);
  }

  @Test
  void needsNoRegistryForWhatItKnows() throws Exception {
    client.getId("a", REQUESTED, false);
    client.getSchemaById(1);

    inOrder = false;

    assertThat(client.getId("a", REQUESTED, false)).isEqualTo(11);
    assertThat(client.getSchemaById(1)).isEqualTo(REQUESTED);
  }

  @Test
  void doesNotRememberThatItWasRefused() throws Exception {
    inOrder = false;
    assertThatExceptionOfType(RestClientException.class)
        .isThrownBy(() -> client.getId("a", REQUESTED, false));
    assertThatExceptionOfType(RestClientException.class).isThrownBy(() -> client.getSchemaById(1));

    inOrder = true;

    assertThat(client.getId("a", REQUESTED, false)).isEqualTo(11);
    assertThat(client.getSchemaById(1)).isEqualTo(REQUESTED);
  }

  @Test
  void asksAgainForEverythingAfterAReset() throws Exception {
    client.getId("a", REQUESTED, false);
    client.getSchemaById(1);

    client.reset();
    asked.clear();

    client.getId("a", REQUESTED, false);
    client.getSchemaById(1);
    assertThat(asked).hasSize(2);
  }

  /** The ten of an id is its subject, the one its schema. */
  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    asked.add(path + body);
    int schema = body.contains("RsvpRequested") || path.endsWith("/1") ? 1 : 2;
    if (!inOrder) {
      send(exchange, 500, "{\"error_code\": 50001, \"message\": \"out of order\"}");
    } else if (path.startsWith("/schemas/ids/")) {
      AvroSchema known = schema == 1 ? REQUESTED : CANCELLED;
      send(exchange, 200, "{\"schema\": \"%s\"}".formatted(quoted(known.canonicalString())));
    } else {
      int subject = path.equals("/subjects/a") ? 1 : 2;
      String answer = "{\"subject\": \"x\", \"version\": 1, \"id\": %d, \"schema\": \"%s\"}";
      send(exchange, 200, answer.formatted(10 * subject + schema, quoted("\"string\"")));
    }
  }

  private static String quoted(String json) {
    return json.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
    byte[] bytes = json.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
