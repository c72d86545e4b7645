package org.doorsopen.chaos.erasure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.crowd.Crowd;
import org.doorsopen.crowd.Crowd.Person;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Gives people seats and mails, has an organizer erase each of them, waits for the receipts, and
 * then searches every file of the platform for their names and addresses: the topics, after a
 * compaction that is watched, the database, the logs, and everything else in the data folder.
 */
public final class ErasureExperiment {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private final PlatformFacts facts;
  private final Path data;
  private final Plan plan;
  private final Console console;
  private final String marker;
  private final Traces traces;
  private final Http organizer;

  /**
   * @param data the platform's folder
   */
  public ErasureExperiment(PlatformFacts facts, Path data, Plan plan, Console console) {
    this.facts = facts;
    this.data = data;
    this.plan = plan;
    this.console = console;
    this.marker = marker(new Random(plan.seed()));
    this.traces = new Traces(marker);
    this.organizer = Http.basic(facts.rsvp(), facts.organizer());
  }

  /**
   * Bounded: each wait ends after some minutes.
   *
   * @throws ChaosFailure if it could not be made
   */
  public Verdict run() {
    console.say(plan.inWords());
    try {
      Crowd crowd = new Crowd(facts);
      List<Person> people = crowd.confirm(plan.people(), this::person);
      await("A mail to each", () -> sent(crowd) >= plan.people());
      List<String> before = traces.in(data);
      console.say("  they are in %d files".formatted(before.size()));
      int receipts = eraseAll(people);
      Duration compacted =
          Compaction.await(facts.kafka(), () -> traces.in(data.resolve("kafka")).isEmpty());
      new DatabaseFiles(data).writeAnewUntil(() -> traces.in(data.resolve("postgresql")).isEmpty());
      return new Verdict(findings(before, receipts), before, receipts, compacted);
    } catch (InterruptedException e) {
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  private List<String> findings(List<String> before, int receipts) {
    List<String> findings = new ArrayList<>();
    for (String folder : List.of("kafka", "postgresql")) {
      if (before.stream().noneMatch(file -> file.startsWith(folder))) {
        findings.add(
            "The search found nobody in %s before, and so proves nothing".formatted(folder));
      }
    }
    before.stream()
        .filter(file -> file.startsWith("logs"))
        .forEach(log -> findings.add("Somebody was in " + log));
    if (receipts < plan.people()) {
      findings.add("%d erasures lack a receipt".formatted(plan.people() - receipts));
    }
    traces.in(data).forEach(file -> findings.add("Somebody is still in " + file));
    return findings;
  }

  /** Returns how many have the receipt of every service. */
  private int eraseAll(List<Person> people) throws InterruptedException {
    List<String> erasureIds = new ArrayList<>();
    for (Person person : people) {
      await("The read model", () -> asksToErase(person, erasureIds));
    }
    console.say("  they are erased, and every service is waited for");
    int receipts = 0;
    for (String erasureId : erasureIds) {
      await("Every receipt", () -> isComplete(erasureId));
      receipts++;
    }
    return receipts;
  }

  /** False while the address is not read yet, and nothing was erased. */
  private boolean asksToErase(Person person, List<String> erasureIds) {
    JsonNode asked = JsonNodeFactory.instance.objectNode().put("email", person.email());
    JsonNode answer = organizer.post("/api/erasures", asked, Map.of()).body();
    if (answer.path("rsvps").asInt() == 0) {
      return false;
    }
    erasureIds.add(answer.path("erasureId").asString());
    return true;
  }

  private boolean isComplete(String erasureId) {
    Http.Answer erasure = organizer.tryGet("/api/erasures/" + erasureId);
    return erasure.status() == 200
        && erasure.body().path("receipts").size() == 2
        && erasure
            .body()
            .path("receipts")
            .valueStream()
            .allMatch(receipt -> receipt.path("completedAt").isString());
  }

  private int sent(Crowd crowd) {
    Http log = Http.basic(facts.notification(), facts.organizer());
    int sent = 0;
    for (String meetupId : crowd.meetupIds()) {
      String path = "/api/emails?limit=500&status=SENT&meetupId=" + meetupId;
      JsonNode page = log.get(path).body();
      sent += page.path("emails").size();
      while (!page.path("next").isNull()) {
        page = log.get(path + "&next=" + page.path("next").asString()).body();
        sent += page.path("emails").size();
      }
    }
    return sent;
  }

  private Person person(int number) {
    return new Person("Person " + marker + " " + number, number + "." + marker + "@example.org");
  }

  /** Letters that nothing else in the world has by chance. */
  private static String marker(Random random) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private static void await(String what, BooleanSupplier isThere) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isThere.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new ChaosFailure("%s did not come within %d s".formatted(what, LIMIT.toSeconds()));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }
}
