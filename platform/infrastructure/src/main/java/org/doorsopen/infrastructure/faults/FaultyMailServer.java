package org.doorsopen.infrastructure.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.doorsopen.infrastructure.process.Ports;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * A real SMTP server that takes mail to anybody, keeps none of it, and can be down, slow, or refuse
 * for now. Its listener hears of an acceptance before the client does.
 */
public final class FaultyMailServer implements AutoCloseable {
  private static final int TEMPORARILY = 451;

  private final int port = Ports.free();
  private final Consumer<Acceptance> accepted;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile int refusedPercent;
  private volatile Duration hesitation = Duration.ZERO;
  private volatile SMTPServer server;

  /**
   * @param messageId as it stands in the header, with its angle brackets
   * @param rsvpId the header {@code Doors-Rsvp}; empty if there is none
   * @param content header and body, a character for each octet
   */
  public record Acceptance(String messageId, String rsvpId, String content) {}

  private FaultyMailServer(Consumer<Acceptance> accepted) {
    this.accepted = accepted;
    this.server = started();
  }

  /**
   * @param accepted told by many threads at once; the client waits for its answer until it returns
   */
  public static FaultyMailServer start(Consumer<Acceptance> accepted) {
    return new FaultyMailServer(accepted);
  }

  /** {@code host:port} */
  public String smtp() {
    return "localhost:" + port;
  }

  /** Ends all connections, in whatever state they are; from then on connecting is refused. */
  public synchronized void stop() {
    server.stop();
  }

  /** Starts the server again, on the same port. */
  public synchronized void startAgain() {
    server = started();
  }

  /**
   * From now on this percentage of the mails is refused by a 4xx, before or after their content.
   */
  public void refuse(int percent) {
    refusedPercent = percent;
  }

  /** From now on the client hears of an acceptance later than the listener, by this delay. */
  public void hesitate(Duration time) {
    hesitation = time;
  }

  /** The number of mails refused so far. */
  public int refusals() {
    return refusals.get();
  }

  @Override
  public void close() {
    stop();
  }

  private SMTPServer started() {
    SMTPServer made =
        SMTPServer.port(port)
            .bindAddress(InetAddress.getLoopbackAddress())
            .messageHandlerFactory(OneMail::new)
            .build();
    made.start();
    return made;
  }

  private final class OneMail implements MessageHandler {
    private final boolean refused = ThreadLocalRandom.current().nextInt(100) < refusedPercent;
    private final boolean early = ThreadLocalRandom.current().nextBoolean();

    OneMail(MessageContext session) {}

    @Override
    public void from(String sender) {}

    @Override
    public void recipient(String address) throws RejectException {
      if (refused && early) {
        throw refusal();
      }
    }

    @Override
    public String data(InputStream content) throws RejectException, IOException {
      String mail = new String(content.readAllBytes(), ISO_8859_1);
      if (refused) {
        throw refusal();
      }
      accepted.accept(new Acceptance(header(mail, "Message-ID"), header(mail, "Doors-Rsvp"), mail));
      hesitate();
      return "Accepted";
    }

    @Override
    public void done() {}

    private void hesitate() throws IOException {
      try {
        TimeUnit.NANOSECONDS.sleep(hesitation.toNanos());
      } catch (InterruptedException e) {
        throw new InterruptedIOException();
      }
    }

    private RejectException refusal() {
      refusals.incrementAndGet();
      return new RejectException(TEMPORARILY, "4.3.0 Not now");
    }
  }

  /** Reads a header that is too short to be folded. */
  private static String header(String mail, String name) {
    int end = mail.indexOf("\r\n\r\n");
    int at = mail.indexOf("\r\n" + name + ": ");
    if (at < 0 || at > end) {
      return "";
    }
    int value = at + name.length() + 4;
    return mail.substring(value, mail.indexOf("\r\n", value));
  }
}
