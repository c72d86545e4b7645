package org.doorsopen.web.strangers;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.doorsopen.identity.origins.OtherOrigins;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HTTP/1.1 as Tomcat speaks it, with an end for connections whose header or body never ends.
 * Tomcat's own time limit begins anew with every byte. Tomcat makes it by its class's name.
 */
public final class WatchedProtocol extends Http11NioProtocol {

  private static final Logger log = LoggerFactory.getLogger(WatchedProtocol.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private volatile @Nullable SlowBodies bodies;
  private volatile int requests = 1;
  private volatile OtherOrigins origins = OtherOrigins.NONE;
  private volatile Duration header = Duration.ofSeconds(10);
  private volatile @Nullable Thread watch;

  void watch(SlowBodies slow, Duration headerWithin, int atATime, OtherOrigins named) {
    this.origins = named;
    this.requests = atATime;
    this.bodies = slow;
    this.header = headerWithin;
  }

  @Override
  public void setAdapter(Adapter adapter) {
    super.setAdapter(new Turns(adapter, requests, origins));
  }

  @Override
  public void start() throws Exception {
    super.start();
    watch = Thread.ofVirtual().name("slow-connections").start(this::look);
  }

  @Override
  public void stop() throws Exception {
    Thread running = watch;
    watch = null;
    if (running != null) {
      running.interrupt();
    }
    super.stop();
  }

  private void look() {
    try {
      while (watch != null || !Thread.currentThread().isInterrupted()) {
        Thread.sleep(BETWEEN_LOOKS);
        endSlowOnes(System.nanoTime());
      }
    } catch (InterruptedException e) {
      // The service stops.
    }
  }

  private void endSlowOnes(long now) {
    SlowBodies slow = bodies;
    Set<String> late =
        slow == null
            ? Set.of()
            : slow.late(now).stream().map(GuardedBody::connection).collect(Collectors.toSet());
    for (SocketWrapperBase<NioChannel> connection : getEndpoint().getConnections()) {
      try {
        if (hasEndlessHeader(connection, now)
            || !late.isEmpty() && late.contains(idOf(connection))) {
          connection.close();
        }
      } catch (RuntimeException e) {
        log.debug("A connection changed while it was looked at", e);
      }
    }
  }

  private boolean hasEndlessHeader(SocketWrapperBase<NioChannel> connection, long now) {
    // While a request is answered, its connection has no processor.
    if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)
        || processor.isAsync()) {
      return false;
    }
    long begin = processor.getRequest().getStartTimeNanos();
    return begin > 0 && now - begin > header.toNanos();
  }

  private static String idOf(SocketWrapperBase<NioChannel> connection) {
    return connection.getServletConnection("", "").getConnectionId();
  }
}
