package org.doorsopen.bench.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.doorsopen.bench.measuring.Latencies;

/** For machines without wrk. It takes more of the processors, so rates are lower than with wrk. */
record JavaLoad(HttpClient client) implements Load {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  static JavaLoad make() {
    return new JavaLoad(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  @Override
  public String inWords() {
    return "Java's HTTP client, %d connections, since wrk is not installed (Debian: apt-get install wrk)"
        .formatted(CONNECTIONS);
  }

  @Override
  public Answered on(URI server, List<String> meetupIds, Duration length, String round) {
    return run(
        new Attendees(202, number -> rsvp(server, meetupIds, round + "-" + number, number)),
        length);
  }

  @Override
  public Answered reading(URI server, List<String> meetupIds, Duration length) {
    return run(new Attendees(200, number -> page(server, meetupIds, number)), length);
  }

  private Answered run(Attendees attendees, Duration length) {
    long begin = System.nanoTime();
    try (ExecutorService connections = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.submit(() -> attendees.askUntil(begin + length.toNanos()));
      }
    }
    return attendees.answered((System.nanoTime() - begin) / 1e9);
  }

  private static HttpRequest rsvp(URI server, List<String> meetupIds, String who, long number) {
    String body =
        """
        {"name":"Ada Guest","email":"ada.%s@example.org","guests":0,"locale":"en"}\
        """
            .formatted(who);
    return request(server.resolve("/api/meetups/" + one(meetupIds, number) + "/rsvps"))
        .header("Content-Type", "application/json")
        .header("Accept", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static HttpRequest page(URI server, List<String> meetupIds, long number) {
    return request(server.resolve("/meetups/" + one(meetupIds, number)))
        .header("Accept", "text/html")
        .header("Accept-Language", number / meetupIds.size() % 2 == 0 ? "en" : "de")
        .build();
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE);
  }

  private static String one(List<String> meetupIds, long number) {
    return meetupIds.get((int) (number % meetupIds.size()));
  }

  private final class Attendees {

    private final int wanted;
    private final LongFunction<HttpRequest> requests;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    /**
     * @param wanted the status of a good answer
     * @param requests one for each number
     */
    Attendees(int wanted, LongFunction<HttpRequest> requests) {
      this.wanted = wanted;
      this.requests = requests;
    }

    void askUntil(long end) {
      while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
        long begin = System.nanoTime();
        try {
          int status =
              client
                  .send(requests.apply(asked.incrementAndGet()), BodyHandlers.discarding())
                  .statusCode();
          if (status == wanted) {
            nanos.add(System.nanoTime() - begin);
          } else {
            refused.incrementAndGet();
          }
        } catch (IOException e) {
          lost.incrementAndGet();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    Answered answered(double seconds) {
      long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
      Arrays.sort(sorted);
      if (sorted.length == 0) {
        return new Answered(
            0, refused.get(), lost.get(), seconds, Double.NaN, Double.NaN, Double.NaN);
      }
      Latencies latencies = new Latencies(sorted);
      return new Answered(
          sorted.length,
          refused.get(),
          lost.get(),
          seconds,
          latencies.quantile(0.5),
          latencies.quantile(0.99),
          Double.NaN);
    }
  }
}
