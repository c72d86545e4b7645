package org.doorsopen.chaos.strangers;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bounded number of attackers, each with one connection at a time to this machine, which is begun
 * again as soon as it ends.
 */
final class Strangers implements AutoCloseable {
  private static final Duration BETWEEN_DROPS = Duration.ofSeconds(1);
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(1);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final ExecutorService attackers = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  /** Begins them one after the other, each kind at each target as often as the others. */
  void hold(int connections, List<URI> targets, String meetupId) throws InterruptedException {
    List<String[]> ways = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      ways.add(new String[] {kind.begin(meetupId), kind.drop().orElse("")});
    }
    for (int i = 0; i < connections; i++) {
      String[] way = ways.get(i % ways.size());
      URI target = targets.get(i / ways.size() % targets.size());
      attackers.execute(() -> attack(target, way[0], way[1]));
      TimeUnit.NANOSECONDS.sleep(BETWEEN_STARTS.toNanos());
    }
  }

  /** All of them follow the same RSVP. */
  void listen(int connections, List<URI> targets, String rsvpId, String token)
      throws InterruptedException {
    String request =
        "GET /api/rsvps/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(rsvpId, token);
    for (int i = 0; i < connections; i++) {
      URI target = targets.get(i % targets.size());
      attackers.execute(() -> attack(target, request, ""));
      TimeUnit.NANOSECONDS.sleep(BETWEEN_STARTS.toNanos());
    }
  }

  int open() {
    return open.get();
  }

  /** Connections that the platform has ended. */
  int ended() {
    return ended.get();
  }

  private void attack(URI target, String begin, String drop) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        try (Socket socket = new Socket("127.0.0.1", target.getPort())) {
          open.incrementAndGet();
          holdOn(socket, begin, drop);
        } catch (IOException e) {
          // It was ended, or there was no place for it.
        } finally {
          open.updateAndGet(count -> Math.max(0, count - 1));
        }
        ended.incrementAndGet();
        TimeUnit.NANOSECONDS.sleep(BETWEEN_TRIES.toNanos());
      }
    } catch (InterruptedException e) {
      // It is over.
    }
  }

  private static void holdOn(Socket socket, String begin, String drop)
      throws IOException, InterruptedException {
    socket.setSoTimeout((int) BETWEEN_DROPS.toMillis());
    OutputStream out = socket.getOutputStream();
    out.write(begin.getBytes(StandardCharsets.US_ASCII));
    byte[] answer = new byte[1_024];
    while (!Thread.currentThread().isInterrupted()) {
      try {
        if (socket.getInputStream().read(answer) < 0) {
          return;
        }
      } catch (SocketTimeoutException e) {
        out.write(drop.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  @Override
  public void close() {
    attackers.shutdownNow();
    attackers.close();
  }
}
