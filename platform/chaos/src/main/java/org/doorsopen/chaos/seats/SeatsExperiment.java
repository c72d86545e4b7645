package org.doorsopen.chaos.seats;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.chaos.experiment.Killer.Kill;
import org.doorsopen.chaos.seats.audit.Audit;
import org.doorsopen.chaos.seats.audit.MeetupLog;
import org.doorsopen.chaos.seats.audit.ReadModel;
import org.doorsopen.chaos.seats.audit.TopicLogs;
import org.doorsopen.chaos.seats.poison.Poisoner;
import org.doorsopen.chaos.seats.poison.SentMails;
import org.doorsopen.chaos.seats.poison.SetAside;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;

/**
 * Lets people RSVP on a running platform that keeps its processes alive, kills some of these
 * meanwhile, and audits the topics and the read model in the end.
 */
public final class SeatsExperiment {
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(3);
  private static final Duration IN_TIME = Duration.ofSeconds(5);
  private static final Duration BETWEEN_AUDITS = Duration.ofMillis(500);

  private final PlatformFacts facts;
  private final Path data;
  private final Plan plan;
  private final Console console;
  private final Log log;
  private final Attendees attendees;
  private final TopicLogs topics;
  private final SentMails mails;
  private final Random random;
  private final boolean poisoned;
  private Map<String, Integer> thrown = Map.of();

  /**
   * @param data the platform's folder
   */
  public SeatsExperiment(PlatformFacts facts, Path data, Plan plan, Console console) {
    this(facts, data, plan, console, false);
  }

  private SeatsExperiment(
      PlatformFacts facts, Path data, Plan plan, Console console, boolean poisoned) {
    this.poisoned = poisoned;
    this.facts = facts;
    this.data = data;
    this.plan = plan;
    this.console = console;
    this.log = new Log(facts);
    this.attendees = new Attendees(facts, log);
    this.topics = new TopicLogs(facts);
    this.mails = new SentMails(facts);
    this.random = new Random(plan.seed());
  }

  /** The same, while records that nobody can make sense of stand in every partition. */
  public static SeatsExperiment amongPoison(
      PlatformFacts facts, Path data, Plan plan, Console console) {
    return new SeatsExperiment(facts, data, plan, console, true);
  }

  /**
   * Bounded: the load takes as long as planned, and what follows a few minutes at most.
   *
   * @throws ChaosFailure if it could not be made
   */
  public Verdict run() {
    console.say(plan.inWords());
    Meetups meetups = new Meetups(facts, log, new Random(random.nextLong()));
    List<String> meetupIds = meetups.publish(plan.meetups());
    try (log;
        Arrivals arrivals = Arrivals.from(topics)) {
      List<Kill> kills;
      if (poisoned) {
        try (Poisoner poisoner = Poisoner.on(facts, new Random(random.nextLong()))) {
          kills = loadAndKill(meetups, meetupIds);
          poisoner.close();
          thrown = poisoner.thrown();
        }
        console.say("  Thrown in, by topic: " + new TreeMap<>(thrown));
      } else {
        kills = loadAndKill(meetups, meetupIds);
      }
      console.say("  The load has ended; what is under way is finished …");
      List<String> findings = settledFindings(Set.copyOf(meetupIds));
      if (poisoned && kills.isEmpty()) {
        findings = new ArrayList<>(findings);
        findings.addAll(late(arrivals));
      }
      return new Verdict(
          findings,
          attendees.acknowledged().requests().size(),
          attendees.acknowledged().cancellations().size(),
          attendees.acknowledged().changes().size(),
          attendees.acknowledged().grants().size(),
          attendees.retries(),
          meetups.changes(),
          arrivals.all().size(),
          Interruption.of(kills, attendees.acknowledgedAt(), arrivals));
    }
  }

  /** Nobody was killed, so nobody has an excuse. */
  private List<String> late(Arrivals arrivals) {
    long longest =
        attendees.acknowledgedAt().entrySet().stream()
            .filter(request -> arrivals.firsts().containsKey(request.getKey()))
            .mapToLong(request -> arrivals.firsts().get(request.getKey()) - request.getValue())
            .max()
            .orElse(0);
    return Stream.concat(
            late("A request", Duration.ofNanos(Math.max(0, longest))),
            late("A mail", mails.longestWait()))
        .toList();
  }

  private Stream<String> late(String waiting, Duration longest) {
    String finding = "%s waited for %s s".formatted(waiting, Console.seconds(longest));
    console.say("  %s at most".formatted(finding));
    return longest.compareTo(IN_TIME) > 0 ? Stream.of(finding) : Stream.empty();
  }

  private List<Kill> loadAndKill(Meetups meetups, List<String> meetupIds) {
    Victims victims =
        new Victims(data, facts.rsvpsManagement(), console, new Random(random.nextLong()));
    Traffic traffic = new Traffic(attendees, meetupIds, new Random(random.nextLong()));
    Thread rooms = Thread.ofVirtual().name("rooms").start(meetups::changeRooms);
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Kill>> kills = executor.submit(() -> victims.kill(plan));
      try {
        traffic.flow(plan.duration(), plan.rate(), kills::isDone);
        return kills.get();
      } finally {
        kills.cancel(true);
      }
    } catch (ExecutionException | InterruptedException e) {
      throw new ChaosFailure("The chaos was ended before its time");
    } finally {
      rooms.interrupt();
    }
  }

  /** Asks again until nothing is wrong: a fault in a log stays there. */
  private List<String> settledFindings(Set<String> meetupIds) {
    long deadline = System.nanoTime() + SETTLED_WITHIN.toNanos();
    try {
      // The process that was killed last may not be back, and its read model is asked below.
      if (!new Readiness(facts.rsvpsManagement()).awaitAll(SETTLED_WITHIN)) {
        return List.of("Not every process of rsvp-service became ready again");
      }
      while (true) {
        List<String> findings = findings(meetupIds);
        if (findings.isEmpty() || System.nanoTime() > deadline) {
          return findings;
        }
        Thread.sleep(BETWEEN_AUDITS);
      }
    } catch (InterruptedException | InterruptException e) {
      throw new ChaosFailure("The chaos was ended before its verdict");
    }
  }

  private List<String> findings(Set<String> meetupIds) {
    List<MeetupLog> logs = topics.of(meetupIds);
    List<String> findings = new ArrayList<>(attendees.findings());
    findings.addAll(Audit.of(attendees.acknowledged(), logs));
    findings.addAll(new SetAside(topics).findings(thrown));
    if (poisoned) {
      findings.addAll(mails.findings(logs));
    }
    // An unfinished log cannot be compared yet.
    return findings.isEmpty() ? new ReadModel(facts).differencesFrom(logs) : findings;
  }
}
