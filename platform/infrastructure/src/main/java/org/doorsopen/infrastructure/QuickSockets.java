package org.doorsopen.infrastructure;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that acknowledge at once what they are sent, where the system can be told so. A server
 * that writes an answer in pieces, as GreenMail does, keeps back the second piece until the first
 * is acknowledged, and a kernel takes 40 ms to do that for a client that only waits. Each look into
 * a mailbox is half a dozen such answers.
 */
final class QuickSockets extends SocketFactory {

  /** The socket is not connected yet; Jakarta Mail asks for no other kind. */
  @Override
  public Socket createSocket() {
    return new QuickSocket();
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

  private static final class QuickSocket extends Socket {

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream input = super.getInputStream();
      return supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)
          ? new Acknowledging(input)
          : input;
    }

    /** The kernel forgets what it was told with each answer, so it is told before each read. */
    private final class Acknowledging extends FilterInputStream {

      Acknowledging(InputStream input) {
        super(input);
      }

      @Override
      public int read() throws IOException {
        acknowledge();
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        acknowledge();
        return super.read(bytes, offset, length);
      }

      private void acknowledge() throws IOException {
        setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
      }
    }
  }
}
