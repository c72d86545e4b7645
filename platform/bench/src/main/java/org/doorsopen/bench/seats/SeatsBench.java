package org.doorsopen.bench.seats;

import static org.doorsopen.bench.seats.Figures.ALONE;
import static org.doorsopen.bench.seats.Figures.HOT;
import static org.doorsopen.bench.seats.Figures.MILLION;
import static org.doorsopen.bench.seats.Figures.RAW;
import static org.doorsopen.bench.seats.Figures.ROW_LOCKS;
import static org.doorsopen.bench.seats.Figures.ROW_LOCKS_FSYNC;
import static org.doorsopen.bench.seats.Figures.SPREAD;
import static org.doorsopen.bench.seats.Figures.WITH_READ_MODEL;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serializer;
import org.doorsopen.access.KafkaLogin;
import org.doorsopen.bench.events.Evenings;
import org.doorsopen.bench.events.Rsvps;
import org.doorsopen.bench.events.Sender;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.measuring.Latencies;
import org.doorsopen.bench.measuring.Medians;
import org.doorsopen.bench.measuring.ProcessorTimes;
import org.doorsopen.bench.seats.Figures.Steady;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.schemas.EventSerdes;

/**
 * Measures seat allocation on a running platform that does nothing else. First as the platform has
 * it, with the read model on the same machine; then rsvp-service is started again without it, since
 * the alternatives have nothing beside them either.
 */
public final class SeatsBench {

  private static final int MEETUPS = 100;
  private static final int CHUNK = 50_000;

  private final Platform platform;
  private final Plan plan;
  private final RowLocks rowLocks;
  private final RawTopic rawTopic;
  private final Console console;
  private final Serializer<Object> events;
  private final Medians rates = new Medians();
  private final Medians costs = new Medians();

  /** Its partition has no other state, until a million RSVPs are put there and elsewhere. */
  private final List<String> hot = Evenings.newIds(1);

  private final List<String> warm;
  private final List<String> spread;

  /**
   * The benchmark, ready to run.
   *
   * @param quick whether to take only a little time, which proves that it runs but measures nothing
   */
  public static Bench of(boolean quick) {
    return quick ? Plan.quick() : Plan.full();
  }

  SeatsBench(Platform platform, Plan plan, Console console) {
    this.platform = platform;
    this.plan = plan;
    this.rowLocks = new RowLocks(platform.database());
    this.rawTopic = new RawTopic(platform.facts().kafka());
    this.console = console;
    int partitions = rawTopic.partitions();
    this.warm = List.of(Evenings.strangerTo(hot.getFirst(), partitions));
    this.spread =
        Stream.generate(() -> Evenings.strangerTo(hot.getFirst(), partitions))
            .limit(MEETUPS)
            .toList();
    this.events =
        EventSerdes.serializer(EventSerdes.registry(platform.facts().registry().toString()));
  }

  Figures run() {
    rawTopic.create();
    rowLocks.prepare();
    KafkaLogin kafka = platform.facts().kafka();
    try (Sender sender = new Sender(kafka)) {
      Meter meter = new Meter(kafka, sender, events);
      publish(sender);
      Steady withReadModel = withReadModel(meter);
      startWithoutReadModel();
      Steady alone = alone(meter);
      million(meter);
      say("%,d waiting parties are promoted", plan.waiting());
      Promotions promotions =
          new Promotions(kafka, sender, events, rawTopic.partitions(), plan.waiting());
      return new Figures(plan, rates, costs, alone, withReadModel, promotions.run());
    } finally {
      rowLocks.restore();
    }
  }

  private void say(String text, Object... values) {
    console.say("  " + text.formatted(values) + " …");
  }

  private void publish(Sender sender) {
    Rsvps rsvps = new Rsvps(events);
    sender.send(
        Stream.of(hot, warm, spread)
            .flatMap(List::stream)
            .map(id -> rsvps.bytes(Evenings.published(id, 1, plan.rsvps() / 2)))
            .toList());
  }

  private Steady withReadModel(Meter meter) {
    warmUp(meter);
    for (int round = 0; round < plan.rounds(); round++) {
      say("round %d of %d: allocation and the read model", round + 1, plan.rounds());
      allocation(meter, warm, WITH_READ_MODEL, Service.RSVP.module());
    }
    return steady(meter, warm, WITH_READ_MODEL);
  }

  /** It finds what was decided on Kafka, and goes on with it. */
  private void startWithoutReadModel() {
    platform.end(Service.RSVP.module());
    platform.startBeside(
        ProcessorTimes.ALLOCATION, Map.of("SPRING_KAFKA_LISTENER_AUTOSTARTUP", "false"));
  }

  private Steady alone(Meter meter) {
    warmUp(meter);
    for (int round = 0; round < plan.rounds(); round++) {
      say("round %d of %d: Kafka alone, allocation, the database", round + 1, plan.rounds());
      rates.note(RAW + HOT, meter.raw(rawTopic, hot, plan.rsvps()));
      rates.note(RAW + SPREAD, meter.raw(rawTopic, spread, plan.rsvps()));
      allocation(meter, hot, ALONE, ProcessorTimes.ALLOCATION);
      database();
    }
    return steady(meter, hot, ALONE);
  }

  private void million(Meter meter) {
    say("%,d RSVPs go into the state", plan.prefilled());
    for (int done = 0; done < plan.prefilled(); done += CHUNK) {
      boolean everyOther = done % (2 * CHUNK) == 0;
      meter.decided(everyOther ? hot : spread, Math.min(CHUNK, plan.prefilled() - done));
    }
    for (int round = 0; round < plan.rounds(); round++) {
      say("round %d of %d: allocation with that state", round + 1, plan.rounds());
      allocation(meter, hot, MILLION, ProcessorTimes.ALLOCATION);
    }
  }

  /**
   * Users have code that has run for a while: the compiler goes on for half a million decisions.
   */
  private void warmUp(Meter meter) {
    say("warming up");
    for (int i = 0; i < 8; i++) {
      meter.decided(warm, plan.rsvps() * 2 / 3);
      meter.decided(spread, plan.rsvps() * 2 / 3);
    }
  }

  private void allocation(Meter meter, List<String> one, String what, String process) {
    AllocationTimes times = new AllocationTimes(platform, process);
    ProcessorTimes before = times.now();
    rates.note(what + HOT, meter.decided(one, plan.rsvps()));
    times.now().since(before, plan.rsvps()).forEach((part, cost) -> costs.note(what + part, cost));
    rates.note(what + SPREAD, meter.decided(spread, plan.rsvps()));
  }

  private void database() {
    rates.note(ROW_LOCKS + HOT, rowLocks.rate(1, plan.database(), false));
    rates.note(ROW_LOCKS + SPREAD, rowLocks.rate(MEETUPS, plan.database(), false));
    rates.note(ROW_LOCKS_FSYNC + HOT, rowLocks.rate(1, plan.database(), true));
    rates.note(ROW_LOCKS_FSYNC + SPREAD, rowLocks.rate(MEETUPS, plan.database(), true));
  }

  /** The latency at half of the highest rate. */
  private Steady steady(Meter meter, List<String> one, String what) {
    double perSecond = rates.of(what + HOT) / 2;
    say("latency at %,.0f RSVPs per second", perSecond);
    Latencies latencies = meter.steady(one, perSecond, plan.steady());
    return new Steady(perSecond, latencies.quantile(0.5), latencies.quantile(0.99));
  }
}
