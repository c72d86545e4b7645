package org.doorsopen.launcher.frontdoor;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Ends connections that have not made a whole request for a while, byte by byte or not at all, but
 * none that gets an answer, however long that takes. Jetty's own time limit begins anew with every
 * byte, and its figures of a connection count an answer when it has only begun.
 */
final class SilentConnections extends AbstractLifeCycle implements Connection.Listener {
  private static final long BETWEEN_LOOKS_MILLIS = 1_000;

  private final Map<Connection, Stage> open = new ConcurrentHashMap<>();
  private final Scheduler scheduler;
  private final long silenceNanos;
  private final long keepAliveNanos;

  /** What a connection is at; times are those of {@link System#nanoTime}. */
  private sealed interface Stage {

    /** A request has begun; the first one has, with the connection. */
    record Begun(long since) implements Stage {}

    /** Its header is whole; its body or its answer is on its way. */
    record Answering(Request request) implements Stage {}

    /**
     * @param bytes that came until then; with the next one, a request begins
     */
    record BetweenTwo(long bytes, long since) implements Stage {}
  }

  /**
   * @param silence for a request's header, and before the first request
   * @param keepAlive between two requests
   */
  SilentConnections(Scheduler scheduler, Duration silence, Duration keepAlive) {
    this.scheduler = scheduler;
    this.silenceNanos = silence.toNanos();
    this.keepAliveNanos = keepAlive.toNanos();
  }

  /** Watches the requests that the handler gets. */
  Handler watching(Handler handler) {
    return new Handler.Wrapper(handler) {
      @Override
      public boolean handle(Request request, Response response, Callback callback)
          throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Stage answering = new Stage.Answering(request);
        open.computeIfPresent(connection, (_, _) -> answering);
        // The next request may have come before this is called.
        Request.addCompletionListener(
            request, _ -> open.replace(connection, answering, betweenTwo(connection)));
        return super.handle(request, response, callback);
      }
    };
  }

  private static Stage betweenTwo(Connection connection) {
    return new Stage.BetweenTwo(connection.getBytesIn(), System.nanoTime());
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection) {
      open.put(connection, new Stage.Begun(System.nanoTime()));
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
    open.forEach((connection, stage) -> {
      switch (stage) {
        case Stage.Begun(long since) -> endIf(now - since > silenceNanos, connection);
        case Stage.Answering _ -> {}
        case Stage.BetweenTwo(long bytes, long since) -> {
          if (connection.getBytesIn() > bytes) {
            open.replace(connection, stage, new Stage.Begun(now));
          } else {
            endIf(now - since > keepAliveNanos, connection);
          }
        }
      }
    });
    if (isRunning() || isStarting()) {
      lookAgain();
    }
  }

  private static void endIf(boolean over, Connection connection) {
    if (over) {
      connection.close();
    }
  }
}
