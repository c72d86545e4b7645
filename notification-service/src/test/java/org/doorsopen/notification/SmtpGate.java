package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.start.SharedInfrastructure;

/** Stands before the SMTP server and answers in its place where a test says so. */
final class SmtpGate implements AutoCloseable {

  /** The one that the service under test sends through. */
  static final SmtpGate SMTP = before(SharedInfrastructure.get().mailServer().smtp());

  private final ServerSocket listening;
  private final String serverHost;
  private final int serverPort;
  private final Map<String, Queue<Supplier<String>>> repliesToRecipient = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger acceptancesToLose = new AtomicInteger();
  private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger taken = new AtomicInteger();
  private volatile String overLimit = "";
  private volatile int limit = Integer.MAX_VALUE;
  private volatile Duration hesitation = Duration.ZERO;
  private volatile boolean closesThen;
  private volatile boolean closed;

  private SmtpGate(ServerSocket listening, String serverHost, int serverPort) {
    this.listening = listening;
    this.serverHost = serverHost;
    this.serverPort = serverPort;
  }

  static SmtpGate before(String server) {
    try {
      int colon = server.lastIndexOf(':');
      SmtpGate gate =
          new SmtpGate(
              new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
              server.substring(0, colon),
              Integer.parseInt(server.substring(colon + 1)));
      Thread.ofVirtual().start(gate::accept);
      return gate;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort();
  }

  /** One reply for each attempt; then the server answers again. */
  void replyTo(String recipient, String... replies) {
    Queue<Supplier<String>> queue = new ConcurrentLinkedQueue<>();
    Stream.of(replies).forEach(reply -> queue.add(() -> reply));
    repliesToRecipient.put(recipient, queue);
  }

  /** As {@link #replyTo}, once, after something has happened that the sender does not see. */
  void replyAfter(String recipient, Runnable meanwhile, String reply) {
    Supplier<String> late =
        () -> {
          meanwhile.run();
          return reply;
        };
    repliesToRecipient.put(recipient, new ConcurrentLinkedQueue<>(List.of(late)));
  }

  /** The server takes so many mails more, and then answers like this. */
  void takeNoMoreThan(int mails, String reply) {
    taken.set(0);
    overLimit = reply;
    limit = mails;
  }

  void takeAll() {
    limit = Integer.MAX_VALUE;
  }

  /** The server takes the next mail, and its answer is lost on the way. */
  void loseNextAcceptance() {
    acceptancesToLose.incrementAndGet();
  }

  /** As {@link #loseNextAcceptance}, and is closed from then on. */
  void loseNextAcceptanceAndClose() {
    closesThen = true;
    loseNextAcceptance();
  }

  /** The server asks for the content of a mail later by this, from now on. */
  void hesitate(Duration time) {
    hesitation = time;
  }

  /** While closed, new connections end before the greeting; existing ones end at once. */
  void closed(boolean closed) {
    this.closed = closed;
    if (closed) {
      hangUp();
    }
  }

  /** Ends every connection without a word, as servers do with those that are idle for too long. */
  void hangUp() {
    for (Socket client : clients) {
      try {
        client.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How many connections were opened. */
  int connections() {
    return connections.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        if (closed) {
          client.close();
        } else {
          Thread.ofVirtual().start(() -> relay(client));
        }
      } catch (IOException e) {
        return;
      }
    }
  }

  private void relay(Socket client) {
    clients.add(client);
    connections.incrementAndGet();
    try (client;
        Socket server = new Socket(serverHost, serverPort)) {
      // Mails are passed on line by line, and none is to wait for the acknowledgement of another.
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      BufferedReader commands = reader(client);
      BufferedReader replies = reader(server);
      passReply(replies, client);
      for (String command = commands.readLine(); command != null; command = commands.readLine()) {
        String scripted = scripted(command);
        if (scripted != null) {
          write(client, scripted);
          continue;
        }
        if (command.equalsIgnoreCase("DATA")) {
          Thread.sleep(hesitation);
        }
        write(server, command);
        String reply = passReply(replies, client);
        if (command.equalsIgnoreCase("DATA") && reply.startsWith("354")) {
          passContent(commands, server);
          if (acceptancesToLose.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
            replies.readLine();
            closed = closed || closesThen;
            closesThen = false;
            return;
          }
          passReply(replies, client);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // Either side hung up.
    } finally {
      clients.remove(client);
    }
  }

  private String scripted(String command) {
    if (!command.toUpperCase(Locale.ROOT).startsWith("RCPT TO:<")) {
      return null;
    }
    if (limit < Integer.MAX_VALUE && taken.incrementAndGet() > limit) {
      return overLimit;
    }
    String recipient = command.substring(command.indexOf('<') + 1, command.indexOf('>'));
    Queue<Supplier<String>> replies = repliesToRecipient.get(recipient);
    Supplier<String> reply = replies == null ? null : replies.poll();
    return reply == null ? null : reply.get();
  }

  private static void passContent(BufferedReader commands, Socket server) throws IOException {
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      write(server, line);
      if (line.equals(".")) {
        return;
      }
    }
  }

  /** Returns the last line of the reply. */
  private static String passReply(BufferedReader replies, Socket client) throws IOException {
    String line = replies.readLine();
    while (line != null && line.length() > 3 && line.charAt(3) == '-') {
      write(client, line);
      line = replies.readLine();
    }
    if (line == null) {
      throw new IOException("The server hung up");
    }
    write(client, line);
    return line;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  private static void write(Socket socket, String line) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
