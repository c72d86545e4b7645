package org.doorsopen.web.strangers;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.apache.catalina.connector.Connector;
import org.doorsopen.identity.origins.OtherOrigins;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Makes connections cheap and few enough to fit the heap, and puts {@link EntryValve} before
 * everything else.
 */
public final class TomcatLimits
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

  private static final Logger log = LoggerFactory.getLogger(TomcatLimits.class);

  /** For Kafka, the database, RocksDB and jars, which live in the same process. */
  private static final long FILES_OF_OURS = 2_000;

  /**
   * Connections that the system has made and that nobody has accepted yet, as many as it allows.
   * They come in bursts, which are longer than Tomcat's own 100 while the JVM collects garbage; one
   * that finds no place is tried again only after a second, and then after three.
   */
  private static final int ACCEPT_QUEUE = 4_096;

  private static final int BUFFER = 4_096;
  private static final int MAX_HEADERS = 64;

  /** Of a form, or of an address. A long form may have one for each so many bytes of its body. */
  private static final int MIN_PARAMETERS = 200;

  private static final int BYTES_OF_A_PARAMETER = 64;

  private final Bounds bounds;
  private final SlowBodies slow;
  private final OtherOrigins origins;

  /**
   * @param origins of pages that may read why a request has no turn
   */
  public TomcatLimits(Bounds bounds, OtherOrigins origins) {
    this.bounds = bounds;
    this.origins = origins;
    this.slow = new SlowBodies(bounds.slowBodies(), bounds.silence().dividedBy(2));
  }

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.setProtocol(WatchedProtocol.class.getName());
    factory.addConnectorCustomizers(this::customize);
    factory.addEngineValves(new EntryValve(bounds.largestBody(), slow));
  }

  private void customize(Connector connector) {
    connector.setMaxPostSize(bounds.largestBody());
    connector.setMaxParameterCount(
        Math.max(MIN_PARAMETERS, bounds.largestBody() / BYTES_OF_A_PARAMETER));
    connector.setMaxPartCount(1);
    WatchedProtocol protocol = (WatchedProtocol) connector.getProtocolHandler();
    protocol.watch(slow, bounds.silence(), bounds.requests(), origins);
    protocol.setMaxConnections(connections(bounds.connections(), files()));
    protocol.setAcceptCount(ACCEPT_QUEUE);
    protocol.setConnectionTimeout(Math.toIntExact(bounds.silence().toMillis()));
    protocol.setMaxHeaderCount(MAX_HEADERS);
    // A connection has buffers of these sizes as long as it lasts.
    protocol.setProperty("socket.appReadBufSize", Integer.toString(BUFFER));
    protocol.setProperty("socket.appWriteBufSize", Integer.toString(BUFFER));
  }

  static int connections(int wanted, long files) {
    long possible = Math.max(100, files - FILES_OF_OURS);
    if (possible < wanted) {
      log.warn(
          "Only {} connections at a time instead of {}, as the process may open {} files",
          possible,
          wanted,
          files);
    }
    return (int) Math.min(wanted, possible);
  }

  private static long files() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount()
        : Long.MAX_VALUE;
  }
}
