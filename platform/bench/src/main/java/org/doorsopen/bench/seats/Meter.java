package org.doorsopen.bench.seats;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.events.Rsvps;
import org.doorsopen.bench.events.Sender;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.bench.measuring.Latencies;
import org.doorsopen.schemas.Topics;

/** Sends requests and waits until each of them, or its decision, has come exactly once. */
record Meter(KafkaLogin kafka, Sender sender, Serializer<Object> events) {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /** The number of requests decided in a second, for these meetups in turn. */
  double decided(List<String> meetupIds, int count) {
    Rsvps rsvps = new Rsvps(events);
    return perSecond(rsvps, rsvps.make(meetupIds, 0, count), Topics.SEATS);
  }

  /** The same requests, with nothing between us and Kafka. */
  double raw(RawTopic topic, List<String> meetupIds, int count) {
    Rsvps rsvps = new Rsvps(events);
    List<ProducerRecord<byte[], byte[]>> records =
        rsvps.make(meetupIds, 0, count).stream().map(topic::redirected).toList();
    return perSecond(rsvps, records, RawTopic.NAME);
  }

  /** The time from the first record sent to the last one seen. */
  private double perSecond(
      Rsvps rsvps, List<ProducerRecord<byte[], byte[]>> records, String seenOn) {
    try (Arrivals arrivals = Arrivals.on(kafka, seenOn, rsvps::numberIn, records.size())) {
      long begin = System.nanoTime();
      sender.send(records);
      arrivals.awaitAll(LIMIT);
      if (arrivals.twice() > 0) {
        throw new BenchFailure("%d were decided twice".formatted(arrivals.twice()));
      }
      return records.size() / ((arrivals.last() - begin) / 1e9);
    }
  }

  /** The time from the acknowledgement until the decision is visible, at a steady rate. */
  Latencies steady(List<String> meetupIds, double perSecond, Duration length) {
    Rsvps rsvps = new Rsvps(events);
    int count = (int) (perSecond * length.toMillis() / 1000);
    List<ProducerRecord<byte[], byte[]>> records = rsvps.make(meetupIds, 0, count);
    try (Arrivals arrivals = Arrivals.on(kafka, Topics.SEATS, rsvps::numberIn, count)) {
      AtomicLongArray acknowledged = sender.sendEvenly(records, perSecond);
      arrivals.awaitAll(LIMIT);
      return Latencies.of(acknowledged, arrivals::at);
    }
  }
}
