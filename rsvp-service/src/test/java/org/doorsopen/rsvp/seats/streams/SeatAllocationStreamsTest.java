package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.context.support.GenericApplicationContext;

/** Kafka is never there, which a client notices only when it reads. */
class SeatAllocationStreamsTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private KafkaStreams kafkaStreams;
  private SeatAllocationStreams allocation;

  @BeforeEach
  void make(@TempDir Path stateDirectory) {
    StreamsBuilder topology = new StreamsBuilder();
    topology.stream("rsvps").to("seats");
    Map<String, Object> settings =
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "test",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            "localhost:1",
            StreamsConfig.STATE_DIR_CONFIG,
            stateDirectory.toString());
    kafkaStreams = new KafkaStreams(topology.build(), new StreamsConfig(settings));
    allocation = new SeatAllocationStreams(() -> kafkaStreams, new SimpleMeterRegistry(), true);
  }

  @Test
  void endsWithAServiceThatCannotBeMade() {
    allocation.startBeside();
    await().atMost(LIMIT).until(allocation::isRunning);

    assertThatThrownBy(this::makeAServiceThatIsBroken).isInstanceOf(BeanCreationException.class);

    assertThat(allocation.isRunning()).isFalse();
    await().atMost(LIMIT).until(() -> kafkaStreams.state() == KafkaStreams.State.NOT_RUNNING);
  }

  private void makeAServiceThatIsBroken() {
    GenericApplicationContext service = new GenericApplicationContext();
    service.registerBean(SeatAllocationStreams.class, () -> allocation);
    service.registerBean(
        Object.class,
        () -> {
          throw new IllegalStateException("broken");
        });
    service.refresh();
  }

  @Test
  void doesNotStartAfterItsEnd() {
    allocation.destroy();

    allocation.start();

    assertThat(kafkaStreams.state()).isEqualTo(KafkaStreams.State.CREATED);
    kafkaStreams.close();
  }
}
