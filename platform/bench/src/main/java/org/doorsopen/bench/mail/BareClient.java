package org.doorsopen.bench.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.net.SocketFactory;
import org.doorsopen.bench.measuring.BenchFailure;

/**
 * The same mail over and over, without a queue, a log or a row to write: the cost of SMTP alone.
 */
record BareClient(String smtp) {

  /** Returns when all are accepted; each connection sends its share. */
  void send(String content, int mails, int connections) {
    try (ExecutorService senders = Executors.newFixedThreadPool(connections)) {
      var shares =
          IntStream.range(0, connections)
              .mapToObj(i -> senders.submit(() -> sendShare(content, (mails + i) / connections)))
              .toList();
      for (Future<?> share : shares) {
        share.get();
      }
    } catch (ExecutionException e) {
      throw new BenchFailure("The bare client failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      throw new BenchFailure("Interrupted", e);
    }
  }

  private Void sendShare(String content, int mails) throws MessagingException {
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", smtp.substring(0, smtp.lastIndexOf(':')));
    settings.setProperty("mail.smtp.port", smtp.substring(smtp.lastIndexOf(':') + 1));
    settings.put("mail.smtp.socketFactory", new PromptSockets());
    Session session = Session.getInstance(settings);
    byte[] bytes = content.getBytes(ISO_8859_1);
    Address[] recipient = {new InternetAddress("guest@example.org")};
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(bytes));
      for (int i = 0; i < mails; i++) {
        transport.sendMessage(message, recipient);
      }
    }
    return null;
  }

  /**
   * Otherwise the end of a mail waits for the acknowledgement of its content, which takes 40 ms on
   * Linux. The same as notification-service's, which this client is the measure of, and of which it
   * may therefore know nothing.
   */
  private static final class PromptSockets extends SocketFactory {

    @Override
    public Socket createSocket() throws IOException {
      Socket socket = new Socket();
      socket.setTcpNoDelay(true);
      return socket;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
      throw new UnsupportedOperationException();
    }
  }
}
