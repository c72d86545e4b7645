package org.doorsopen.launcher.frontdoor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that have not made a whole request for a while, byte by byte or not at all.
 * Jetty's own time limit begins anew with every byte.
 */
final class SilentConnections extends AbstractLifeCycle implements Connection.Listener {
  private static final long BETWEEN_LOOKS_MILLIS = 1_000;

  private final Map<Connection, Progress> open = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long silenceNanos;
  private final long keepAliveNanos;

  /**
   * @param requests made as a whole so far
   * @param bytes received when the last of these had its answer
   * @param begun whether a further one has begun; the first one has, with the connection
   * @param since {@link System#nanoTime} when it was first seen like this
   */
  private record Progress(long requests, long bytes, boolean begun, long since) {}

  /**
   * @param silence for a request's header, and before the first request
   * @param keepAlive between two requests
   */
  SilentConnections(Scheduler scheduler, Duration silence, Duration keepAlive) {
    this.scheduler = scheduler;
    this.silenceNanos = silence.toNanos();
    this.keepAliveNanos = keepAlive.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection) {
      open.put(connection, new Progress(0, 0, true, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  @Override
  protected void doStart() {
    lookAgain();
  }

  private void lookAgain() {
    scheduler.schedule(this::look, BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    open.forEach((connection, progress) -> {
      long requests = connection.getMessagesIn();
      long bytes = connection.getBytesIn();
      if (requests != progress.requests || requests > connection.getMessagesOut()) {
        note(connection, new Progress(requests, bytes, false, now));
      } else if (!progress.begun && bytes > progress.bytes) {
        note(connection, new Progress(requests, bytes, true, now));
      } else if (now - progress.since > (progress.begun ? silenceNanos : keepAliveNanos)) {
        connection.close();
      }
    });
    if (isRunning() || isStarting()) {
      lookAgain();
    }
  }

  /** Not one that has ended meanwhile. */
  private void note(Connection connection, Progress progress) {
    open.computeIfPresent(connection, (_, _) -> progress);
  }
}
