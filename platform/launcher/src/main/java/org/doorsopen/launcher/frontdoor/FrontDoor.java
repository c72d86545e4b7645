package org.doorsopen.launcher.frontdoor;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.doorsopen.identity.origins.OtherOrigins;
import org.doorsopen.infrastructure.process.StartFailure;
import org.doorsopen.launcher.settings.Service;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The one address of the platform, in this JVM. It opens before the services do: until they answer
 * it says so, in words for people and for programs.
 */
public final class FrontDoor implements AutoCloseable {
  private static final int MAX_THREADS = 32;
  private static final int FILES_OF_OURS = 500;

  /** As in services: connections that wait to be accepted; Java's own 50 are less than a burst. */
  private static final int ACCEPT_QUEUE = 4_096;

  private final Server server;
  private final URI address;

  private FrontDoor(Server server, URI address) {
    this.server = server;
    this.address = address;
  }

  /**
   * @param bind the address of the interface that it listens at
   * @param services the processes of each service, by their addresses
   * @param origins of pages that may read why nothing answers them
   * @throws StartFailure if another process listens there
   */
  public static FrontDoor open(
      String bind,
      int port,
      FrontDoorPaths paths,
      Map<Service, List<URI>> services,
      OtherOrigins origins) {
    return open(bind, port, paths, services, origins, FrontDoorLimits.USUAL);
  }

  /**
   * @param port 0 for a free one
   */
  static FrontDoor open(
      String bind,
      int port,
      FrontDoorPaths paths,
      Map<Service, List<URI>> services,
      OtherOrigins origins,
      FrontDoorLimits limits) {
    OwnAnswers answers = new OwnAnswers(origins);
    Server server = new Server(threads());
    ServerConnector connector = connector(server, limits);
    SilentConnections silent =
        new SilentConnections(connector.getScheduler(), limits.silence(), limits.keepAlive());
    connector.addBean(silent);
    connector.setHost(bind);
    connector.setPort(port);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(connections(limits.connections()), connector));
    server.setErrorHandler(
        (request, response, callback) -> refuse(answers, request, response, callback));
    server.setHandler(
        silent.watching(new ServiceProxy(paths, new Instances(services), limits, answers)));
    try {
      server.start();
    } catch (Exception e) {
      throw new StartFailure(
          "The front door cannot open at port %d: %s".formatted(port, e.getMessage()), e);
    }
    return new FrontDoor(server, URI.create("http://localhost:" + connector.getLocalPort()));
  }

  public URI address() {
    return address;
  }

  /** Ends the connections that are open, also in a thread that is interrupted, which it stays. */
  @Override
  public void close() {
    // Jetty waits for its threads, and gives up where the thread that stops it is interrupted.
    boolean interrupted = Thread.interrupted();
    try {
      server.stop();
    } catch (InterruptedException e) {
      interrupted = true;
    } catch (Exception e) {
      throw new IllegalStateException("The front door does not close", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS);
    threads.setName("front-door");
    threads.setDaemon(true);
    return threads;
  }

  private static ServerConnector connector(Server server, FrontDoorLimits limits) {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(false);
    ServerConnector connector =
        new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    connector.setIdleTimeout(limits.idle().toMillis());
    connector.addBean(new AddressConnections(limits.connectionsOfAddress()));
    return connector;
  }

  /** Each may need a second one to a service. */
  private static int connections(int wanted) {
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getMaxFileDescriptorCount()
            : Long.MAX_VALUE;
    return (int) Math.min(wanted, Math.max(100, files / 2 - FILES_OF_OURS));
  }

  /** Answers a request that is no proper one, and a failure of our own, which is a bug. */
  private static boolean refuse(
      OwnAnswers answers, Request request, Response response, Callback callback) {
    int status = response.getStatus() >= 400 ? response.getStatus() : HttpStatus.BAD_REQUEST_400;
    String detail =
        status < 500 ? "This is not a request that can be answered." : "The front door failed.";
    answers.problem(response, callback, status, detail);
    return true;
  }
}
