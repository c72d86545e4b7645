package org.doorsopen.chaos.strangers;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.http.Http.Answer;
import org.doorsopen.launcher.http.HttpFailure;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** People who RSVP at a steady rate, once each, and note how long the answer took. */
final class People {

  private final URI frontDoor;
  private final String meetupId;
  private final long seed;
  private final AtomicInteger count = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  People(URI frontDoor, String meetupId, long seed) {
    this.seed = seed;
    this.frontDoor = frontDoor;
    this.meetupId = meetupId;
  }

  /** Until told; returns when all are answered. */
  void rsvp(int rate, AtomicBoolean over) {
    long begin = System.nanoTime();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long tick = 0; !over.get() && !Thread.currentThread().isInterrupted(); tick++) {
        LockSupport.parkNanos(begin + tick * 1_000_000_000 / rate - System.nanoTime());
        people.execute(this::oneMore);
      }
    }
  }

  private void oneMore() {
    try {
      one();
    } catch (HttpFailure e) {
      // It is noted.
    }
  }

  /** What was answered before does not count. A failure does, at any time. */
  void measureFromNow() {
    nanos.clear();
  }

  /** One RSVP, whose answer the caller needs. */
  Answer one() {
    long begin = System.nanoTime();
    try {
      Answer answer = ask();
      if (answer.status() != 202) {
        failures.add("An RSVP was answered by %d: %s".formatted(answer.status(), answer.body()));
      }
      nanos.add(System.nanoTime() - begin);
      return answer;
    } catch (HttpFailure e) {
      nanos.add(System.nanoTime() - begin);
      failures.add("An RSVP was not answered: " + e.getMessage());
      throw e;
    }
  }

  private Answer ask() {
    String address = "guest-%d-%d@example.org".formatted(seed, count.incrementAndGet());
    ObjectNode body =
        JsonNodeFactory.instance.objectNode().put("name", "Guest").put("email", address);
    return Http.anonymous(frontDoor)
        .tryPost("/api/meetups/%s/rsvps".formatted(meetupId), body, Map.of());
  }

  /** How long each answer took, the shortest first. */
  List<Long> nanos() {
    return nanos.stream().sorted().toList();
  }

  List<String> failures() {
    return List.copyOf(failures);
  }
}
