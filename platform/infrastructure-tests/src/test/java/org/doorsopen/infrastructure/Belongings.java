package org.doorsopen.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.access.KafkaLogin;

/** One object in each part that keeps data: a record, a schema, a row. */
public final class Belongings {
  private static final String TOPIC = "belongings";
  private static final String SCHEMA = "{\"schema\": \"{\\\"type\\\":\\\"string\\\"}\"}";

  private Belongings() {}

  public static void leaveIn(Infrastructure infrastructure) {
    try {
      leaveRecord(infrastructure.kafka().operator());
      leaveSchema(infrastructure.registry());
      leaveRow(infrastructure.database());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public static void assertAreIn(Infrastructure infrastructure) {
    try {
      assertThat(record(infrastructure.kafka().operator())).isEqualTo("an umbrella");
      assertThat(subjects(infrastructure.registry())).contains("umbrella");
      assertThat(rows(infrastructure.database())).isEqualTo(1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void leaveRecord(KafkaLogin kafka) throws Exception {
    Map<String, Object> settings = kafka.settings();
    try (Admin admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(TOPIC, "an umbrella")).get();
    }
  }

  private static String record(KafkaLogin kafka) {
    // It has asked for more when it is closed, and the broker would let it wait for that.
    Map<String, Object> settings = kafka.settingsAnd(Map.of("fetch.max.wait.ms", 10));
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(TOPIC, 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
    }
  }

  private static void leaveSchema(Registry registry) throws Exception {
    HttpRequest request =
        request(registry, "/subjects/umbrella/versions")
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .POST(BodyPublishers.ofString(SCHEMA))
            .build();
    assertThat(send(request)).contains("id");
  }

  private static String subjects(Registry registry) throws Exception {
    return send(request(registry, "/subjects").build());
  }

  private static HttpRequest.Builder request(Registry registry, String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(registry.url() + path));
    registry.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return request;
  }

  private static String send(HttpRequest request) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString()).body();
    }
  }

  private static void leaveRow(Database database) throws Exception {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement()) {
      statement.execute("create schema belongings");
      statement.execute("create table belongings.umbrellas (id int)");
      statement.execute("insert into belongings.umbrellas values (1)");
    }
  }

  private static int rows(Database database) throws Exception {
    try (var connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        var statement = connection.createStatement();
        var result = statement.executeQuery("select count(*) from belongings.umbrellas")) {
      result.next();
      return result.getInt(1);
    }
  }
}
