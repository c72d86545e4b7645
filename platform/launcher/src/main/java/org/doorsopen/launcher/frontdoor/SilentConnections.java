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
  private final long limitNanos;

  /**
   * @param since {@link System#nanoTime} when it had made so many requests
   */
  private record Progress(long requests, long since) {}

  /**
   * @param limit for a request's header, and between two requests
   */
  SilentConnections(Scheduler scheduler, Duration limit) {
    this.scheduler = scheduler;
    this.limitNanos = limit.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection) {
      open.put(connection, new Progress(0, System.nanoTime()));
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
      if (requests != progress.requests || requests > connection.getMessagesOut()) {
        open.computeIfPresent(connection, (_, _) -> new Progress(requests, now));
      } else if (now - progress.since > limitNanos) {
        connection.close();
      }
    });
    if (isRunning() || isStarting()) {
      lookAgain();
    }
  }
}
