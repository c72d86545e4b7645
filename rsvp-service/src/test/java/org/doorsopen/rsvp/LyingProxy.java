package org.doorsopen.rsvp;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.requests.RequestHeader;

/**
 * A network between clients and a Kafka broker that can be made slow or broken, or made to lie: to
 * take a request to the broker and lose the answer. The broker's addresses in its answers are
 * replaced by the proxy's, so that clients find no way around it.
 */
public final class LyingProxy implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final ServerSocket server;
  private final String targetHost;
  private final int targetPort;
  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private volatile Supplier<Duration> delay = () -> Duration.ZERO;
  private volatile Predicate<RequestHeader> swallowed = _ -> false;

  private LyingProxy(ServerSocket server, String target) {
    this.server = server;
    this.targetHost = target.split(":")[0];
    this.targetPort = Integer.parseInt(target.split(":")[1]);
  }

  /** Starts a proxy that is honest and quick until it is told otherwise. */
  public static LyingProxy to(String bootstrapServer) {
    try {
      ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName(HOST));
      LyingProxy proxy = new LyingProxy(server, bootstrapServer);
      Thread.ofVirtual().name("lying-proxy").start(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String bootstrapServers() {
    return HOST + ":" + server.getLocalPort();
  }

  /**
   * Delays each answer.
   *
   * @param pause asked for each answer
   */
  public void slowDown(Supplier<Duration> pause) {
    delay = pause;
  }

  /**
   * Lets the broker get these requests and act on them, and loses its answers together with the
   * connections.
   *
   * @param which asked for each request, in the order of its connection
   */
  public void swallowAnswersTo(Predicate<RequestHeader> which) {
    swallowed = which;
  }

  /** Ends every connection; new ones are accepted. */
  public void cut() {
    connections.forEach(Connection::close);
  }

  /** Makes the network honest and quick again. */
  public void behave() {
    delay = () -> Duration.ZERO;
    swallowed = _ -> false;
  }

  @Override
  public void close() {
    closeQuietly(server);
    cut();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // The server socket is closed, which the loop sees.
      }
    }
  }

  private void connect(Socket client) {
    try {
      Connection connection = new Connection(client, new Socket(targetHost, targetPort));
      connections.add(connection);
      Thread.ofVirtual().start(() -> connection.pump(connection::requests));
      Thread.ofVirtual().start(() -> connection.pump(connection::answers));
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // The socket was to be closed anyway.
    }
  }

  private interface Pump {
    void run() throws IOException;
  }

  /** Kafka's frames in both directions: a length, then as many bytes. */
  private final class Connection {
    private final Socket client;
    private final Socket broker;
    private final Map<Integer, RequestHeader> pending = new ConcurrentHashMap<>();
    private final Set<Integer> toSwallow = ConcurrentHashMap.newKeySet();

    Connection(Socket client, Socket broker) throws IOException {
      this.client = client;
      this.broker = broker;
      client.setTcpNoDelay(true);
      broker.setTcpNoDelay(true);
    }

    void pump(Pump pump) {
      try {
        pump.run();
      } catch (IOException e) {
        close();
      }
    }

    void requests() throws IOException {
      DataInputStream in = new DataInputStream(client.getInputStream());
      DataOutputStream out = new DataOutputStream(broker.getOutputStream());
      while (true) {
        byte[] frame = read(in);
        RequestHeader header = RequestHeader.parse(ByteBuffer.wrap(frame));
        pending.put(header.correlationId(), header);
        if (swallowed.test(header)) {
          toSwallow.add(header.correlationId());
        }
        write(frame, out);
      }
    }

    void answers() throws IOException {
      DataInputStream in = new DataInputStream(broker.getInputStream());
      DataOutputStream out = new DataOutputStream(client.getOutputStream());
      while (true) {
        byte[] frame = read(in);
        int correlationId = ByteBuffer.wrap(frame).getInt();
        if (toSwallow.contains(correlationId)) {
          throw new IOException("Swallowed");
        }
        LockSupport.parkNanos(delay.get().toNanos());
        RequestHeader request = pending.remove(correlationId);
        write(BrokerAddresses.replaced(frame, request, HOST, server.getLocalPort()), out);
      }
    }

    void close() {
      connections.remove(this);
      closeQuietly(client);
      closeQuietly(broker);
    }

    private static byte[] read(DataInputStream in) throws IOException {
      byte[] frame = new byte[in.readInt()];
      in.readFully(frame);
      return frame;
    }

    private static void write(byte[] frame, DataOutputStream out) throws IOException {
      out.writeInt(frame.length);
      out.write(frame);
      out.flush();
    }
  }
}
