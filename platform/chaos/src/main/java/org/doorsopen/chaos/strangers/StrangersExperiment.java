package org.doorsopen.chaos.strangers;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.chaos.experiment.OneMeetup;
import org.doorsopen.infrastructure.process.PidFiles;
import org.doorsopen.launcher.http.Http.Answer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * Lets people RSVP while strangers hold what they can at the front door and at rsvp-service, and
 * then looks whether anybody was kept waiting, a process has ended, or memory was not given back.
 */
public final class StrangersExperiment {
  /** The evening is under way when they come: a service that has just started is slow by itself. */
  private static final Duration BEFORE_THEM = Duration.ofSeconds(10);

  /** How much faster people come when RSVPs open. */
  private static final int RUSH = 10;

  private static final double MAX_P99_MILLIS = 1_000;
  private static final double MAX_MORE_MEGABYTES = 30;
  private static final Duration RETURNS_WITHIN = Duration.ofSeconds(60);
  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");
  private static final String RSVP_SERVICE = "rsvp-service";

  private final PlatformFacts facts;
  private final PidFiles processes;
  private final Plan plan;
  private final Console console;

  /**
   * @param data the platform's folder
   */
  public StrangersExperiment(PlatformFacts facts, Path data, Plan plan, Console console) {
    this.facts = facts;
    this.processes = PidFiles.in(data);
    this.plan = plan;
    this.console = console;
  }

  /**
   * Bounded: takes as long as planned, and a minute or two more.
   *
   * @throws ChaosFailure if it could not be made
   */
  public Verdict run() {
    console.say(plan.inWords());
    try {
      return make();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  private Verdict make() throws InterruptedException {
    String meetupId = OneMeetup.published(facts, "Chaos & strangers", 100);
    People people = new People(facts.frontDoor(), meetupId, plan.seed());
    Answer followed = people.one();
    Map<String, Long> pids = pids();
    double before = liveMegabytes();
    rush(people);
    AtomicBoolean over = new AtomicBoolean();
    Thread evening = Thread.ofVirtual().start(() -> people.rsvp(plan.rate(), over));
    double meanwhile;
    int mostOpen;
    int ended;
    try (Strangers strangers = new Strangers()) {
      List<URI> targets = List.of(facts.frontDoor(), facts.rsvp());
      long begin = System.nanoTime();
      strangers.listen(
          plan.listeners(),
          targets,
          followed.body().path("rsvpId").asString(),
          followed.body().path("token").asString());
      strangers.hold(plan.connections(), targets, meetupId);
      long left = plan.duration().toNanos() - (System.nanoTime() - begin);
      TimeUnit.NANOSECONDS.sleep(Math.max(0, left));
      mostOpen = strangers.open();
      ended = strangers.ended();
      // The process stands still for that long, so people are not measured any more.
      over.set(true);
      evening.join();
      meanwhile = liveMegabytes();
    } finally {
      over.set(true);
    }
    console.say("  The strangers have gone …");
    List<String> findings = new ArrayList<>(people.failures());
    double after = settledMegabytes(before);
    Verdict verdict =
        new Verdict(findings, people.nanos(), mostOpen, ended, before, meanwhile, after);
    if (verdict.quantile(0.99) > MAX_P99_MILLIS) {
      findings.add("99 %% of the RSVPs took up to %.0f ms".formatted(verdict.quantile(0.99)));
    }
    if (after > before + MAX_MORE_MEGABYTES) {
      findings.add("Memory has not returned: %.0f MB after %.0f MB".formatted(after, before));
    }
    if (!pids().entrySet().containsAll(pids.entrySet())) {
      findings.add("A process has ended: %s, and before %s".formatted(pids(), pids));
    }
    return verdict;
  }

  /** RSVPs have opened a while ago. What is answered here does not count. */
  private void rush(People people) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread rush = Thread.ofVirtual().start(() -> people.rsvp(RUSH * plan.rate(), over));
    TimeUnit.NANOSECONDS.sleep(BEFORE_THEM.toNanos());
    over.set(true);
    rush.join();
    people.measureFromNow();
  }

  private Map<String, Long> pids() {
    Map<String, Long> pids = new TreeMap<>();
    Stream.of(RSVP_SERVICE, "schedule-service", "notification-service")
        .forEach(
            name -> processes.running(name).ifPresent(process -> pids.put(name, process.pid())));
    return pids;
  }

  /** Connections that were ended are noticed within seconds. */
  private double settledMegabytes(double before) throws InterruptedException {
    long deadline = System.nanoTime() + RETURNS_WITHIN.toNanos();
    double now = liveMegabytes();
    while (now > before + MAX_MORE_MEGABYTES && System.nanoTime() < deadline) {
      TimeUnit.SECONDS.sleep(2);
      now = liveMegabytes();
    }
    return now;
  }

  /** Collects the garbage of the first rsvp-service, and says how much is left. */
  private double liveMegabytes() {
    long pid =
        processes
            .running(RSVP_SERVICE)
            .orElseThrow(() -> new ChaosFailure("rsvp-service does not run"))
            .pid();
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(pid),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      Matcher total = TOTAL.matcher(new String(jcmd.getInputStream().readAllBytes()));
      if (!total.find()) {
        throw new ChaosFailure("The heap of rsvp-service cannot be looked at");
      }
      return Long.parseLong(total.group(1)) / 1e6;
    } catch (IOException e) {
      throw new ChaosFailure("The heap of rsvp-service cannot be looked at: " + e.getMessage());
    }
  }
}
