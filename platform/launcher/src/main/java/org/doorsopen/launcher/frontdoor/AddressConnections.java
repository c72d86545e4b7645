package org.doorsopen.launcher.frontdoor;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.eclipse.jetty.io.Connection;

/**
 * Ends connections of an address that has its share of them already, so that none keeps all others
 * out. An address of IPv6 counts as its network of 64 bits, which one customer has.
 */
final class AddressConnections implements Connection.Listener {
  private static final int BYTES_OF_IPV4 = 4;
  private static final int BYTES_OF_NETWORK = 8;

  private final Map<Connection, String> open = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final int limit;

  AddressConnections(int limit) {
    this.limit = limit;
  }

  @Override
  public void onOpened(Connection connection) {
    if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress client)) {
      return;
    }
    if (!admits(connection, networkOf(client.getAddress()))) {
      connection.close();
    }
  }

  private synchronized boolean admits(Connection connection, String network) {
    if (counts.getOrDefault(network, 0) >= limit) {
      return false;
    }
    counts.merge(network, 1, Integer::sum);
    open.put(connection, network);
    return true;
  }

  @Override
  public synchronized void onClosed(Connection connection) {
    String network = open.remove(connection);
    if (network != null) {
      counts.computeIfPresent(network, (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /** How many are open of any address. */
  synchronized int size() {
    return open.size();
  }

  static String networkOf(InetAddress address) {
    byte[] bytes = address.getAddress();
    return HexFormat.of()
        .formatHex(bytes.length == BYTES_OF_IPV4 ? bytes : Arrays.copyOf(bytes, BYTES_OF_NETWORK));
  }
}
