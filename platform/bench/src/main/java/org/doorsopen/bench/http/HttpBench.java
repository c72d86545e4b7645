package org.doorsopen.bench.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.doorsopen.bench.events.Evenings;
import org.doorsopen.bench.events.Rsvps;
import org.doorsopen.bench.events.Sender;
import org.doorsopen.bench.http.Load.Answered;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.bench.measuring.Poll;
import org.doorsopen.bench.measuring.ProcessorTimes;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.schemas.EventSerdes;

/**
 * RSVPs accepted in a second over HTTP, beside the same service that writes nothing to Kafka and
 * reads nothing from it. The former is measured with all the work that follows: while the load
 * runs, seats are allocated and the read model is written on the same machine. Pages of meetups are
 * measured through the front door.
 */
public final class HttpBench {

  private static final int MEETUPS = 20;
  private static final int CAPACITY = 100_000;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Platform platform;
  private final PlatformFacts facts;
  private final Plan plan;
  private final Console console;
  private final List<String> meetupIds = Evenings.newIds(MEETUPS);
  private int round;

  /**
   * The benchmark, ready to run.
   *
   * @param quick whether to take only a little time, which proves that it runs but measures nothing
   * @param frontDoor whether the rate through the front door is measured beside the direct one
   */
  public static Bench of(boolean quick, boolean frontDoor) {
    return quick ? Plan.quick(frontDoor) : Plan.full(frontDoor);
  }

  HttpBench(Platform platform, Plan plan, Console console) {
    this.platform = platform;
    this.facts = platform.facts();
    this.plan = plan;
    this.console = console;
  }

  Figures run() {
    URI ceiling = platform.startBeside(ProcessorTimes.CEILING, ceilingJar(), withoutKafka());
    Load load = Wrk.installed(temporaryFolder()).<Load>map(wrk -> wrk).orElseGet(JavaLoad::make);
    console.say("  load: " + load.inWords());
    publish();
    try (Ledger ledger = new Ledger(facts.kafka())) {
      Figures figures = new Figures(plan, load.inWords());
      warmUp("without Kafka", () -> load(load, ceiling));
      warmUp("with Kafka", () -> accepted(load, facts.rsvp(), ledger));
      if (plan.frontDoor()) {
        warmUp("through the front door", () -> accepted(load, facts.frontDoor(), ledger));
      }
      warmUp("pages", () -> pages(load));
      for (int i = 0; i < plan.rounds(); i++) {
        say("round %d of %d: %s", i + 1, plan.rounds(), plan.inWords());
        figures.noteCeiling(measured(() -> load(load, ceiling)));
        figures.noteOurs(measured(() -> accepted(load, facts.rsvp(), ledger)));
        if (plan.frontDoor()) {
          figures.noteFrontDoor(measured(() -> accepted(load, facts.frontDoor(), ledger)));
        }
      }
      for (int i = 0; i < plan.rounds(); i++) {
        figures.notePages(measured(() -> pages(load)));
      }
      figures.noteLedger(ledger.asked(), ledger.decided());
      return figures;
    }
  }

  private void warmUp(String what, Supplier<Answered> round) {
    for (long answers = 0; answers < plan.warmUp(); answers += round.get().accepted()) {
      say("warming up %s, %,d of %,d answers", what, answers, plan.warmUp());
    }
  }

  private Round measured(Supplier<Answered> round) {
    ProcessorTimes before = ProcessorTimes.of(platform);
    Answered answered = round.get();
    Map<String, Double> costs = ProcessorTimes.of(platform).since(before, answered.accepted());
    if (!Double.isNaN(answered.processorSeconds())) {
      costs.put("load generator", answered.processorSeconds() * 1e6 / answered.accepted());
    }
    return new Round(answered, costs);
  }

  private Answered load(Load load, URI server) {
    Answered answered = load.on(server, meetupIds, plan.length(), "r" + ++round);
    if (answered.accepted() == 0) {
      throw new BenchFailure("Nothing was accepted by " + server);
    }
    return answered;
  }

  private Answered pages(Load load) {
    Answered answered = load.reading(facts.frontDoor(), meetupIds, plan.length());
    if (answered.accepted() == 0) {
      throw new BenchFailure("No page was answered");
    }
    return answered;
  }

  /** Runs the load, then waits until every request is decided. */
  private Answered accepted(Load load, URI server, Ledger ledger) {
    int before = ledger.asked();
    Answered answered = load(load, server);
    ledger.awaitBalance(before + answered.accepted(), LIMIT);
    return answered;
  }

  private void say(String text, Object... values) {
    console.say("  " + text.formatted(values) + " …");
  }

  /** Without listeners and streams, on which readiness depends otherwise. */
  private static Map<String, String> withoutKafka() {
    return Map.of(
        "SPRING_KAFKA_LISTENER_AUTOSTARTUP",
        "false",
        "SPRING_KAFKA_STREAMS_AUTOSTARTUP",
        "false",
        "MANAGEMENT_ENDPOINT_HEALTH_GROUP_READINESS_INCLUDE",
        "readinessState,db");
  }

  private static Path ceilingJar() {
    return Home.find().jar(Path.of("platform", "bench-ceiling"));
  }

  private void publish() {
    Rsvps rsvps =
        new Rsvps(EventSerdes.serializer(EventSerdes.registry(facts.registry().toString())));
    try (Sender sender = new Sender(facts.kafka())) {
      sender.send(
          meetupIds.stream().map(id -> rsvps.bytes(Evenings.published(id, 1, CAPACITY))).toList());
    }
    Http http = Http.anonymous(facts.rsvp());
    for (String id : meetupIds) {
      Poll.until(
          () -> http.tryGet("/api/meetups/" + id).status() == 200,
          LIMIT,
          () -> "The meetups are not shown");
    }
  }

  private static Path temporaryFolder() {
    try {
      Path folder = Files.createTempDirectory("doors-open-wrk-");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
