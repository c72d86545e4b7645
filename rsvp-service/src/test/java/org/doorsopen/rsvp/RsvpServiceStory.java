package org.doorsopen.rsvp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service on real infrastructure, the same for all stories. */
@ExtendWith(ServiceEndsFirst.class)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class RsvpServiceStory {

  protected static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();

  /** The only way to Kafka that the service knows. */
  protected static final LyingProxy NETWORK =
      LyingProxy.to(INFRASTRUCTURE.kafka().bootstrapServers());

  protected static final Duration SOON = Duration.ofSeconds(20);
  private static final String ORGANIZER = "organizer:a password";

  @Autowired protected KafkaTemplate<String, Object> kafka;
  @Autowired protected RsvpTokens tokens;
  @Autowired private ConsumerFactory<String, Object> consumers;
  @Autowired private SchemaRegistryClient registry;
  @Autowired private Environment environment;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    INFRASTRUCTURE.settings().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("DOORS_KAFKA", NETWORK::bootstrapServers);
    registry.add("DOORS_ORGANIZER", () -> ORGANIZER);
    registry.add("DOORS_SECRET", () -> "a secret for tests only");
    registry.add("DOORS_DATA", RsvpServiceStory::emptyFolder);
    registry.add("doors.rsvp.heartbeat", () -> "500ms");
    registry.add("doors.rsvp.most-live", () -> "5");
    registry.add("doors.rsvp.sweep-delay", () -> "1d");
  }

  private static String emptyFolder() {
    try {
      return Files.createTempDirectory("rsvp-service").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  protected Browser browser() {
    return new Browser("http://localhost:" + environment.getRequiredProperty("local.server.port"));
  }

  protected static String organizer() {
    return "Basic " + Base64.getEncoder().encodeToString(ORGANIZER.getBytes(UTF_8));
  }

  /** A consumer that sees everything that was ever written to the topic. */
  protected TopicReader topic(String topic) {
    return new TopicReader(consumers, EventSerdes.deserializer(registry), topic);
  }

  /** Returns when Kafka has it. */
  protected void write(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    kafka.send(EventRecords.of(topic, key, event, headers)).join();
  }

  /** Returns when the API shows it. */
  protected String publish(ScheduleChanged schedule) {
    String meetupId = schedule.getMeetupId();
    write(Topics.SCHEDULES, meetupId, schedule);
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Browser.Answer meetup = browser().get("/api/meetups/" + meetupId);
          assertThat(meetup.status()).isEqualTo(200);
          assertThat(meetup.json().path("version").intValue()).isEqualTo(schedule.getVersion());
        });
    return meetupId;
  }

  protected static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Where the RSVP stands, for who holds its token. */
  protected Browser.Answer status(String meetupId, String rsvpId) {
    return browser().get("/api/rsvps/" + rsvpId + "?token=" + tokens.issue(meetupId, rsvpId));
  }
}
