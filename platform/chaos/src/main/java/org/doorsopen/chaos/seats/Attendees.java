package org.doorsopen.chaos.seats;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import org.doorsopen.chaos.seats.audit.Acknowledged;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.Http.Answer;
import org.doorsopen.launcher.http.HttpFailure;
import org.doorsopen.launcher.platform.PlatformFacts;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * People who do not give up: they send a request that is answered by 503, or not at all, again with
 * the same Idempotency-Key until it is acknowledged. Each try goes to the next process of
 * rsvp-service. Among them is an organizer, who gives seats by hand.
 */
final class Attendees {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(4);
  private static final int ACKNOWLEDGED = 202;
  private static final int HAS_ENDED = 409;
  private static final int NOT_KNOWN_YET = 404;
  private static final int ONLY_SHOWS = 403;
  private static final int OUTCOME_UNKNOWN = 503;

  private final List<URI> services;
  private final String organizer;
  private final Log log;
  private final Map<String, Long> requests = new ConcurrentHashMap<>();

  /** RSVPs that may have been cancelled. */
  private final Set<String> cancelled = ConcurrentHashMap.newKeySet();

  private final Set<String> cancellations = ConcurrentHashMap.newKeySet();

  /** RSVPs whose address may be confirmed. */
  private final Set<String> confirmed = ConcurrentHashMap.newKeySet();

  private final Set<String> changes = ConcurrentHashMap.newKeySet();
  private final Set<String> grants = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();
  private final AtomicInteger tries = new AtomicInteger();
  private final AtomicInteger retries = new AtomicInteger();

  Attendees(PlatformFacts facts, Log log) {
    this.services = facts.rsvps();
    this.organizer = facts.organizer();
    this.log = log;
  }

  record Wish(String meetupId, String email, int guests, String key) {}

  /** The answer to a request: the means to see and to cancel the RSVP. */
  record Rsvp(Wish wish, String rsvpId, String token) {}

  /** Empty if it was never acknowledged, which is noted. */
  Optional<Rsvp> ask(Wish wish) {
    return ask(wish, _ -> false);
  }

  private Optional<Rsvp> ask(Wish wish, Predicate<Answer> right) {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", "Guest")
            .put("email", wish.email)
            .put("guests", wish.guests);
    String path = "/api/meetups/%s/rsvps".formatted(wish.meetupId);
    Map<String, String> headers = Map.of("Idempotency-Key", wish.key);
    return untilAcknowledged(
            "The request " + wish.key, to -> Http.anonymous(to).tryPost(path, body, headers), right)
        .map(answer -> acknowledged(wish, answer));
  }

  void cancel(Rsvp rsvp) {
    cancelled.add(rsvp.rsvpId);
    String path = "/api/rsvps/" + rsvp.rsvpId;
    untilAcknowledged(
            "The cancellation of " + rsvp.rsvpId,
            to -> Http.anonymous(to).bearer(rsvp.token).tryDelete(path),
            answer -> isLocked(rsvp, answer))
        .ifPresent(answer -> cancellations.add(rsvp.rsvpId));
  }

  /** Asks for another number of guests; an RSVP may have ended, for many reasons. */
  void change(Rsvp rsvp, int guests, String key) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("guests", guests);
    String path = "/api/rsvps/%s/changes".formatted(rsvp.rsvpId);
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    untilAcknowledged(
            "The change of " + rsvp.rsvpId,
            to -> Http.anonymous(to).bearer(rsvp.token).tryPost(path, body, headers),
            answer -> answer.status() == HAS_ENDED || isLocked(rsvp, answer))
        .ifPresent(answer -> changes.add(answer.body().path("changeId").asString()));
  }

  /** An organizer's, to an RSVP that is read a moment after it was acknowledged. */
  void seatByHand(Rsvp rsvp, boolean reserved, String key) {
    String path = "/api/rsvps/%s/grants".formatted(rsvp.rsvpId);
    grant(path, byHand(reserved), key, answer -> answer.status() == NOT_KNOWN_YET);
  }

  /** An organizer's: the person has no RSVP before, and never sees its token. */
  void addByHand(Wish wish, boolean reserved) {
    String path = "/api/meetups/%s/grants".formatted(wish.meetupId);
    ObjectNode body =
        byHand(reserved).put("name", "Speaker").put("email", wish.email).put("guests", wish.guests);
    grant(path, body, wish.key, _ -> false);
  }

  private static ObjectNode byHand(boolean reserved) {
    return JsonNodeFactory.instance.objectNode().put("reason", "SPEAKER").put("reserved", reserved);
  }

  private void grant(String path, ObjectNode body, String key, Predicate<Answer> right) {
    Map<String, String> headers = Map.of("Idempotency-Key", key);
    untilAcknowledged(
            "The grant " + key, to -> Http.basic(to, organizer).tryPost(path, body, headers), right)
        .ifPresent(answer -> grants.add(answer.body().path("grantId").asString()));
  }

  /** As if the link in a mail had been used: from then on the token of the answer only shows. */
  void confirm(Rsvp rsvp) {
    confirmed.add(rsvp.rsvpId);
    log.confirmAddress(rsvp.wish.meetupId, rsvp.rsvpId);
  }

  private boolean mayHaveEnded(Rsvp rsvp) {
    return cancelled.contains(rsvp.rsvpId) || log.hasPublished(rsvp.wish.meetupId);
  }

  private boolean isLocked(Rsvp rsvp, Answer answer) {
    return answer.status() == ONLY_SHOWS && confirmed.contains(rsvp.rsvpId);
  }

  /** The same request once more, though it was acknowledged; one that has ended is a 409. */
  void repeat(Rsvp rsvp) {
    Optional<Rsvp> same =
        ask(rsvp.wish, answer -> answer.status() == HAS_ENDED && mayHaveEnded(rsvp));
    if (same.isPresent() && !same.get().rsvpId.equals(rsvp.rsvpId)) {
      findings.add("%s is %s when asked again".formatted(rsvp.rsvpId, same.get().rsvpId));
    }
  }

  Acknowledged acknowledged() {
    return new Acknowledged(
        Set.copyOf(requests.keySet()),
        Set.copyOf(cancellations),
        Set.copyOf(changes),
        Set.copyOf(grants));
  }

  /** When each request was first acknowledged, by {@link System#nanoTime}. */
  Map<String, Long> acknowledgedAt() {
    return requests;
  }

  int retries() {
    return retries.get();
  }

  /** Answers that should not have come, and requests that were never acknowledged. */
  List<String> findings() {
    return List.copyOf(findings);
  }

  private Rsvp acknowledged(Wish wish, Answer answer) {
    String rsvpId = answer.body().path("rsvpId").asString();
    requests.putIfAbsent(rsvpId, System.nanoTime());
    return new Rsvp(wish, rsvpId, answer.body().path("token").asString());
  }

  /**
   * @param right tells an answer that is right, too, and that nothing follows from
   */
  private Optional<Answer> untilAcknowledged(
      String what, Function<URI, Answer> send, Predicate<Answer> right) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long pause = FIRST_PAUSE.toNanos();
    boolean unknown = false;
    while (System.nanoTime() < deadline && !Thread.currentThread().isInterrupted()) {
      Optional<Answer> answer = oneTry(send);
      int status = answer.map(Answer::status).orElse(OUTCOME_UNKNOWN);
      if (status == ACKNOWLEDGED) {
        return answer;
      }
      // A request that was taken in a try of unknown outcome may have been declined since.
      if (answer.filter(right).isPresent() || unknown && status == HAS_ENDED) {
        return Optional.empty();
      }
      if (status != OUTCOME_UNKNOWN) {
        findings.add("%s was answered by %d: %s".formatted(what, status, answer.get().body()));
        return Optional.empty();
      }
      unknown = true;
      retries.incrementAndGet();
      // Not all at once: a service that comes back has a crowd at its door.
      LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
      pause = Math.min(2 * pause, MAX_PAUSE.toNanos());
    }
    findings.add("%s was not acknowledged within %d s".formatted(what, PATIENCE.toSeconds()));
    return Optional.empty();
  }

  private Optional<Answer> oneTry(Function<URI, Answer> send) {
    try {
      return Optional.of(send.apply(services.get(tries.getAndIncrement() % services.size())));
    } catch (HttpFailure e) {
      return Optional.empty();
    }
  }
}
