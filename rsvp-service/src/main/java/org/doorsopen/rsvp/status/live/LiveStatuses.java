package org.doorsopen.rsvp.status.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.rsvp.status.RsvpStatus;
import org.doorsopen.web.strangers.LongAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes statuses to clients as Server-Sent Events. Each client has the virtual thread of its
 * request for as long as it listens. A client that does not read blocks only that thread, until the
 * server's write timeout ends it.
 */
@Component
public class LiveStatuses implements SmartLifecycle {

  private static final String COMMENT = ":\n\n";

  private final StatusFeed feed;
  private final JsonMapper json;
  private final StatusSettings settings;
  private final Listeners listeners;
  private final LongSupplier nanos;
  private volatile boolean running;

  @Autowired
  LiveStatuses(StatusFeed feed, JsonMapper json, StatusSettings settings, MeterRegistry meters) {
    this(feed, json, settings, meters, System::nanoTime);
  }

  /**
   * @param nanos as {@link System#nanoTime}
   */
  LiveStatuses(
      StatusFeed feed,
      JsonMapper json,
      StatusSettings settings,
      MeterRegistry meters,
      LongSupplier nanos) {
    this.feed = feed;
    this.json = json;
    this.settings = settings;
    this.listeners = new Listeners(settings);
    this.nanos = nanos;
    meters.gauge("doors.rsvp.live", listeners, Listeners::size);
  }

  /**
   * Writes the current status and then every change. The current one comes with the next read of
   * the feed, which is one query for everybody who begins to listen to the meetup. Returns when the
   * client is gone, when it has listened for long enough (browsers come again by themselves), or
   * when the service stops.
   *
   * @param told what the client is told of a status
   * @throws org.doorsopen.web.problems.Unavailable if too many clients listen already
   */
  public void stream(
      RsvpKey key,
      UnaryOperator<RsvpStatus> told,
      HttpServletRequest request,
      HttpServletResponse response) {
    Watcher watcher = listeners.admit(key, request.getRemoteAddr());
    LongAnswers.begin(request);
    try {
      feed.add(watcher);
      write(watcher, told, response);
    } catch (IOException e) {
      // The client is gone. There is nobody to tell.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      feed.remove(watcher);
      listeners.leave(watcher);
    }
  }

  /** How many clients listen to this instance. */
  int listening() {
    return listeners.size();
  }

  private void write(Watcher watcher, UnaryOperator<RsvpStatus> told, HttpServletResponse response)
      throws IOException, InterruptedException {
    response.setContentType("text/event-stream;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
    ServletOutputStream out = response.getOutputStream();
    send(out, COMMENT); // the client knows that it listens
    RsvpStatus last = null;
    long end = nanos.getAsLong() + settings.maxLength().toNanos();
    for (long left = end - nanos.getAsLong(); left > 0; left = end - nanos.getAsLong()) {
      switch (watcher.await(atMost(settings.heartbeat(), left))) {
        case Watcher.Changed(RsvpStatus changed) -> {
          RsvpStatus status = told.apply(changed);
          if (!status.equals(last)) {
            last = status;
            send(out, event(status));
          }
        }
        case Watcher.Quiet() -> send(out, COMMENT);
        case Watcher.Closed() -> {
          return;
        }
      }
    }
  }

  private static Duration atMost(Duration wanted, long nanos) {
    return wanted.toNanos() < nanos ? wanted : Duration.ofNanos(nanos);
  }

  private String event(RsvpStatus status) {
    return "event: status\ndata: " + json.writeValueAsString(status) + "\n\n";
  }

  private static void send(ServletOutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  @Override
  public void start() {
    running = true;
    listeners.open();
  }

  /**
   * Ends every connection. The lifecycle calls this before the web server's graceful shutdown,
   * which waits for requests to end.
   */
  @Override
  public void stop() {
    running = false;
    listeners.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
