package org.doorsopen.rsvp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/** The service that {@link RsvpService} has started, and the topics around it. */
public final class RunningService {

  public static final Infrastructure INFRASTRUCTURE = SharedInfrastructure.get();

  /** The only way to Kafka that the service knows. */
  public static final LyingProxy NETWORK = LyingProxy.to(INFRASTRUCTURE.kafka().bootstrapServers());

  public static final Duration SOON = Duration.ofSeconds(20);
  static final String LOGIN = "organizer:a password";

  private final KafkaTemplate<String, Object> kafka;
  private final RsvpTokens tokens;
  private final ConsumerFactory<String, Object> consumers;
  private final SchemaRegistryClient registry;
  private final Environment environment;
  private final Map<String, TopicReader> topics = new ConcurrentHashMap<>();

  RunningService(
      KafkaTemplate<String, Object> kafka,
      RsvpTokens tokens,
      ConsumerFactory<String, Object> consumers,
      SchemaRegistryClient registry,
      Environment environment) {
    this.kafka = kafka;
    this.tokens = tokens;
    this.consumers = consumers;
    this.registry = registry;
    this.environment = environment;
  }

  /** Asks the service as anybody's program would. */
  public Browser browser() {
    return new Browser("http://localhost:" + environment.getRequiredProperty("local.server.port"));
  }

  /** Health and metrics. */
  public Browser management() {
    return new Browser(
        "http://localhost:" + environment.getRequiredProperty("local.management.port"));
  }

  /** The value of an organizer's header Authorization. */
  public static String organizer() {
    return "Basic " + Base64.getEncoder().encodeToString(LOGIN.getBytes(UTF_8));
  }

  /** Reads everything that was ever written to the topic. */
  public TopicReader topic(String topic) {
    return topics.computeIfAbsent(
        topic, _ -> new TopicReader(consumers, EventSerdes.deserializer(registry), topic));
  }

  /** Writes an event, and returns when Kafka has acknowledged it. */
  public void write(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    kafka.send(EventRecords.of(topic, key, event, headers)).join();
  }

  /** Publishes a meetup, and returns its id when the API shows it. */
  public String publish(ScheduleChanged schedule) {
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

  public static String newId() {
    return UUID.randomUUID().toString();
  }

  /** Asks how the RSVP stands, as its address does. */
  public Browser.Answer status(String meetupId, String rsvpId) {
    return status(rsvpId, tokens.issueForMail(meetupId, rsvpId), browser());
  }

  /** Asks as the sender of the request does, who may have typed somebody else's address. */
  public Browser.Answer statusForAnybody(String meetupId, String rsvpId) {
    return status(rsvpId, tokens.issue(meetupId, rsvpId), browser());
  }

  private static Browser.Answer status(String rsvpId, String token, Browser browser) {
    return browser.get("/api/rsvps/" + rsvpId, "Authorization", "Bearer " + token);
  }
}
