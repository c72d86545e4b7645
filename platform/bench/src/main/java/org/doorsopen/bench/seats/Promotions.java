package org.doorsopen.bench.seats;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.events.Evenings;
import org.doorsopen.bench.events.Rsvps;
import org.doorsopen.bench.events.Sender;
import org.doorsopen.bench.measuring.Latencies;
import org.doorsopen.schemas.Topics;

/** A large waitlist is promoted at once, while another meetup in the same partition goes on. */
record Promotions(
    KafkaLogin kafka, Sender sender, Serializer<Object> events, int partitions, int waiting) {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(5);
  private static final int USUAL_PROBES = 400;
  private static final int MAX_PROBES = 20_000;

  /**
   * @param longestPause that the other meetup saw meanwhile, in milliseconds
   * @param usualPause the longest that it saw just before, in milliseconds
   */
  record Result(double seconds, double longestPause, double usualPause) {}

  Result run() {
    String meetup = Evenings.newIds(1).getFirst();
    String neighbour = Evenings.neighbourOf(meetup, partitions);
    Rsvps rsvps = new Rsvps(events);
    sender.send(
        List.of(
            rsvps.bytes(Evenings.published(meetup, 1, 1)),
            rsvps.bytes(Evenings.published(neighbour, 1, MAX_PROBES))));
    fill(rsvps, meetup);
    double usual = probed(neighbour, USUAL_PROBES, () -> false).longest();
    // The waiting are seen a second time, as promoted: all but the one that had the seat.
    try (Arrivals promoted =
        Arrivals.on(kafka, Topics.SEATS, bytes -> rsvps.numberIn(bytes) - 1, waiting)) {
      AtomicLongArray raised = new AtomicLongArray(1);
      sender.send(rsvps.bytes(Evenings.published(meetup, 2, waiting + 1)), raised, 0);
      Latencies meanwhile = probed(neighbour, MAX_PROBES, promoted::areAllThere);
      promoted.awaitAll(LIMIT);
      return new Result((promoted.last() - raised.get(0)) / 1e9, meanwhile.longest(), usual);
    }
  }

  private void fill(Rsvps rsvps, String meetup) {
    try (Arrivals decided = Arrivals.on(kafka, Topics.SEATS, rsvps::numberIn, waiting + 1)) {
      sender.send(rsvps.make(List.of(meetup), 0, waiting + 1));
      decided.awaitAll(LIMIT);
    }
  }

  private Latencies probed(String neighbour, int most, BooleanSupplier enough) {
    Rsvps probes = new Rsvps(events);
    AtomicLongArray acknowledged = new AtomicLongArray(most);
    try (Arrivals arrivals = Arrivals.on(kafka, Topics.SEATS, probes::numberIn, most)) {
      int sent = 0;
      for (; sent < most && !enough.getAsBoolean(); sent++) {
        sender.send(probes.one(neighbour, sent), acknowledged, sent);
        LockSupport.parkNanos(BETWEEN_PROBES.toNanos());
      }
      sender.flush();
      arrivals.awaitFirst(sent, LIMIT);
      return Latencies.of(acknowledged, arrivals::at, sent);
    }
  }
}
