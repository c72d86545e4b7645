package org.doorsopen.chaos.inputs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.chaos.experiment.OneMeetup;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.Http.Answer;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Sends every route of every service, and every form of its pages, inputs that are made from a
 * seed, through the front door, and looks at each answer: none is a 500, none is missing, and every
 * refusal says what to mend.
 */
public final class InputsExperiment {

  private static final List<String> SERVICES =
      List.of("rsvp-service", "schedule-service", "notification-service");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int AT_A_TIME = 8;
  private static final Duration DECIDED_WITHIN = Duration.ofMinutes(1);
  private static final int MAX_READ = 1 << 20;

  private final PlatformFacts facts;
  private final long seed;
  private final int number;

  /**
   * @param number of inputs
   */
  public InputsExperiment(PlatformFacts facts, long seed, int number) {
    this.facts = facts;
    this.seed = seed;
    this.number = number;
  }

  /** The answer to one input. */
  private record Seen(int status, List<String> findings) {}

  /**
   * @throws ChaosFailure if it could not be made
   */
  public Verdict run() {
    Http door = Http.anonymous(facts.frontDoor());
    String meetupId = OneMeetup.published(facts, "Chaos & inputs", 5);
    Answer rsvp =
        door.post(
            "/api/meetups/" + meetupId + "/rsvps",
            JSON.objectNode().put("name", "Ada").put("email", "ada@example.org"),
            Map.of());
    String rsvpId = rsvp.body().path("rsvpId").asString();
    List<JsonNode> descriptions =
        SERVICES.stream().map(service -> door.get("/api/openapi/" + service).body()).toList();
    String login = "Basic " + Base64.getEncoder().encodeToString(facts.organizer().getBytes(UTF_8));
    String token = rsvp.body().path("token").asString();
    List<String> ids = List.of(meetupId, rsvpId, new UUID(seed, seed).toString());
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        ExecutorService senders = Executors.newFixedThreadPool(AT_A_TIME)) {
      awaitDecision(rsvpId, token);
      List<Route> forms =
          new Forms(client, facts.frontDoor(), login, ids)
              .from(List.of("/", "/desk", "/login", "/rsvps/%s?token=%s".formatted(rsvpId, token)));
      Inputs inputs =
          new Inputs(descriptions, forms, ids, List.of(login, login, login, "Bearer " + token));
      if (inputs.routes() == forms.size() || forms.isEmpty()) {
        throw new ChaosFailure("The services describe no routes, or their pages have no forms");
      }
      List<Future<Seen>> all =
          IntStream.range(0, number)
              .mapToObj(i -> senders.submit(() -> send(client, inputs.of(seed, i), i)))
              .toList();
      return verdict(all, forms.size());
    } catch (IOException e) {
      throw new ChaosFailure("The pages cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  /** The page of an RSVP has its forms only then. */
  private void awaitDecision(String rsvpId, String token) {
    Http attendee = Http.anonymous(facts.frontDoor()).bearer(token);
    long deadline = System.nanoTime() + DECIDED_WITHIN.toNanos();
    while (!attendee
        .tryGet("/api/rsvps/" + rsvpId)
        .body()
        .path("status")
        .asString("")
        .equals("CONFIRMED")) {
      if (System.nanoTime() > deadline) {
        throw new ChaosFailure("The RSVP is not decided after " + DECIDED_WITHIN);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private Seen send(HttpClient client, Input input, int at) throws InterruptedException {
    String named = "input %d of seed %d, %s: ".formatted(at, seed, input.inWords());
    try {
      HttpResponse<InputStream> answer = answer(client, input);
      String type = answer.headers().firstValue("Content-Type").orElse("");
      String body;
      try (InputStream in = answer.body()) {
        // A stream of events never ends.
        body =
            type.startsWith("text/event-stream") ? "" : new String(in.readNBytes(MAX_READ), UTF_8);
      }
      boolean retryAfter = answer.headers().firstValue("Retry-After").isPresent();
      return new Seen(
          answer.statusCode(),
          Examiner.fault(answer.statusCode(), type, retryAfter, body).stream()
              .map(fault -> named + fault)
              .toList());
    } catch (IOException e) {
      return new Seen(0, List.of(named + "no answer: " + e));
    }
  }

  /**
   * A server ends a connection that has been silent for long, which may be just when a request goes
   * out over it. Any client asks again then (RFC 9112, section 9.3.1), over a connection of its
   * own.
   */
  private HttpResponse<InputStream> answer(HttpClient client, Input input)
      throws IOException, InterruptedException {
    try {
      return client.send(input.at(facts.frontDoor()), BodyHandlers.ofInputStream());
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      try (HttpClient another =
          HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
        return another.send(input.at(facts.frontDoor()), BodyHandlers.ofInputStream());
      } catch (IOException again) {
        again.addSuppressed(e);
        throw again;
      }
    }
  }

  private Verdict verdict(List<Future<Seen>> all, int forms) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    var findings = new ArrayList<String>();
    try {
      for (Future<Seen> one : all) {
        Seen seen = one.get();
        statuses.merge(seen.status(), 1, Integer::sum);
        findings.addAll(seen.findings());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChaosFailure("The chaos was ended before its time");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return new Verdict(number, forms, statuses, findings);
  }
}
