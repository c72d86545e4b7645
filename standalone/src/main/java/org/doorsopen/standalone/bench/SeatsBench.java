package org.doorsopen.standalone.bench;

import static org.doorsopen.standalone.bench.SeatsFigures.EMPTY;
import static org.doorsopen.standalone.bench.SeatsFigures.HOT;
import static org.doorsopen.standalone.bench.SeatsFigures.MILLION;
import static org.doorsopen.standalone.bench.SeatsFigures.RAW;
import static org.doorsopen.standalone.bench.SeatsFigures.ROW_LOCKS;
import static org.doorsopen.standalone.bench.SeatsFigures.ROW_LOCKS_FSYNC;
import static org.doorsopen.standalone.bench.SeatsFigures.SPREAD;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.schemas.EventSerdes;
import org.doorsopen.schemas.Topics;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.PlatformFacts;

/** Measures seat allocation on a running platform that does nothing else. */
final class SeatsBench {

  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int MEETUPS = 100;
  private static final int CHUNK = 50_000;

  private final PlatformFacts facts;
  private final SeatsPlan plan;
  private final RowLocks rowLocks;
  private final RawTopic rawTopic;
  private final Console console;
  private final Serializer<Object> events;
  private final Medians rates = new Medians();
  private final List<String> hot = Evenings.newIds(1);
  private final List<String> spread = Evenings.newIds(MEETUPS);

  SeatsBench(PlatformFacts facts, SeatsPlan plan, RowLocks rowLocks, Console console) {
    this.facts = facts;
    this.plan = plan;
    this.rowLocks = rowLocks;
    this.rawTopic = new RawTopic(facts.kafka());
    this.console = console;
    this.events = EventSerdes.serializer(EventSerdes.registry(facts.registry().toString()));
  }

  SeatsFigures run() {
    rawTopic.create();
    rowLocks.prepare();
    try (Sender sender = new Sender(facts.kafka())) {
      publish(sender, hot, spread);
      warmUp(sender);
      for (int round = 0; round < plan.rounds(); round++) {
        say("round %d of %d: Kafka alone, allocation, the database", round + 1, plan.rounds());
        againstOthers(sender);
      }
      say("%,d RSVPs go into the state", plan.prefilled());
      prefill(sender);
      for (int round = 0; round < plan.rounds(); round++) {
        say("round %d of %d: allocation with that state", round + 1, plan.rounds());
        allocation(sender, MILLION);
      }
      double steadyRate = rates.of(EMPTY + HOT) / 2;
      say("latency at %,.0f RSVPs per second", steadyRate);
      Latencies steady = steady(sender, steadyRate);
      say("%,d waiting parties are promoted", plan.waiting());
      Promotions promotions =
          new Promotions(facts.kafka(), sender, events, rawTopic.partitions(), plan.waiting());
      Promotions.Figures promoted = promotions.run();
      return new SeatsFigures(
          plan,
          rates,
          steadyRate,
          steady.quantile(0.5),
          steady.quantile(0.99),
          promoted.seconds(),
          promoted.longestPause(),
          promoted.usualPause());
    } finally {
      rowLocks.restore();
    }
  }

  private void say(String text, Object... values) {
    console.say("  " + text.formatted(values) + " …");
  }

  private void publish(Sender sender, List<String> one, List<String> many) {
    Rsvps rsvps = new Rsvps(events);
    sender.send(
        Stream.concat(one.stream(), many.stream())
            .map(id -> rsvps.bytes(Evenings.published(id, 1, plan.rsvps() / 2)))
            .toList());
  }

  /** Code that has run some seconds is what users have. */
  private void warmUp(Sender sender) {
    say("warming up");
    for (int i = 0; i < 3; i++) {
      decided(sender, hot, plan.rsvps() / 3);
      decided(sender, spread, plan.rsvps() / 3);
    }
  }

  private void againstOthers(Sender sender) {
    raw(sender, HOT, hot);
    raw(sender, SPREAD, spread);
    allocation(sender, EMPTY);
    rates.note(ROW_LOCKS + HOT, rowLocks.rate(1, plan.database(), false));
    rates.note(ROW_LOCKS + SPREAD, rowLocks.rate(MEETUPS, plan.database(), false));
    rates.note(ROW_LOCKS_FSYNC + HOT, rowLocks.rate(1, plan.database(), true));
    rates.note(ROW_LOCKS_FSYNC + SPREAD, rowLocks.rate(MEETUPS, plan.database(), true));
  }

  private void allocation(Sender sender, String state) {
    rates.note(state + HOT, decided(sender, hot, plan.rsvps()));
    rates.note(state + SPREAD, decided(sender, spread, plan.rsvps()));
  }

  private void raw(Sender sender, String where, List<String> meetupIds) {
    Rsvps rsvps = new Rsvps(events);
    List<ProducerRecord<byte[], byte[]>> records =
        rsvps.make(meetupIds, 0, plan.rsvps()).stream().map(rawTopic::redirected).toList();
    rates.note(RAW + where, measured(sender, rsvps, records, RawTopic.NAME));
  }

  private double decided(Sender sender, List<String> meetupIds, int count) {
    Rsvps rsvps = new Rsvps(events);
    return measured(sender, rsvps, rsvps.make(meetupIds, 0, count), Topics.SEATS);
  }

  /** From the first sent to the last seen, each exactly once. */
  private double measured(
      Sender sender, Rsvps rsvps, List<ProducerRecord<byte[], byte[]>> records, String seenOn) {
    try (Arrivals arrivals = Arrivals.on(facts.kafka(), seenOn, rsvps::numberIn, records.size())) {
      long begin = System.nanoTime();
      sender.send(records);
      arrivals.awaitAll(LIMIT);
      if (arrivals.twice() > 0) {
        throw new BenchFailure("%d were decided twice".formatted(arrivals.twice()));
      }
      return records.size() / ((arrivals.last() - begin) / 1e9);
    }
  }

  private void prefill(Sender sender) {
    for (int done = 0; done < plan.prefilled(); done += CHUNK) {
      int count = Math.min(CHUNK, plan.prefilled() - done);
      boolean aTenth = done % (10 * CHUNK) == 0;
      decided(sender, aTenth ? hot : spread, count);
    }
  }

  private Latencies steady(Sender sender, double perSecond) {
    Rsvps rsvps = new Rsvps(events);
    int count = (int) (perSecond * plan.steady().toMillis() / 1000);
    List<ProducerRecord<byte[], byte[]>> records = rsvps.make(hot, 0, count);
    try (Arrivals arrivals =
        Arrivals.on(facts.kafka(), Topics.SEATS, rsvps::numberIn, records.size())) {
      AtomicLongArray acknowledged = sender.sendEvenly(records, perSecond);
      arrivals.awaitAll(LIMIT);
      return Latencies.of(acknowledged, arrivals);
    }
  }
}
