package org.doorsopen.schedule;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.doorsopen.infrastructure.Infrastructure;
import org.doorsopen.infrastructure.start.SharedInfrastructure;
import org.doorsopen.schemas.EventHeaders;
import org.doorsopen.schemas.EventRecords;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.Traceparent;

/** Writes what the other services would, by our serializer to the real topics. */
final class OtherServices implements AutoCloseable {

  private final KafkaProducer<String, Object> producer;

  OtherServices() {
    Infrastructure infrastructure = SharedInfrastructure.get();
    producer =
        new KafkaProducer<>(
            infrastructure.kafka().operator().settings(),
            new StringSerializer(),
            EventSerdes.serializer(
                EventSerdes.registry(infrastructure.registry().login().toString())));
  }

  void decide(String meetupId, SpecificRecord decision) {
    send(Topics.SEATS, meetupId, decision);
  }

  void send(String topic, String key, SpecificRecord event) {
    EventHeaders headers = EventHeaders.of("/test", Instant.now(), Traceparent.fresh());
    try {
      producer.send(EventRecords.of(topic, key, event, headers)).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
