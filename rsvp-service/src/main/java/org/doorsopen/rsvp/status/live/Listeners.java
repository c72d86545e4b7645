package org.doorsopen.rsvp.status.live;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.doorsopen.rsvp.access.RsvpKey;
import org.doorsopen.web.problems.Unavailable;

/**
 * The listeners: so many in all, of one address, and of one RSVP. A place is given and taken back
 * under one lock, so that no race lets one more in.
 *
 * <p>A browser that comes again has left its earlier connection, which may not have been noticed
 * yet; so the oldest of an RSVP gives way. Of an address nobody gives way: they are other people.
 */
final class Listeners {

  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);
  private static final int IPV6_NETWORK_BYTES = 8;

  private final StatusSettings settings;
  private final Set<Watcher> all = new HashSet<>();
  private final Map<RsvpKey, Deque<Watcher>> byRsvp = new HashMap<>();
  private final Map<String, Integer> byNetwork = new HashMap<>();
  private final Map<Watcher, String> networks = new HashMap<>();
  private boolean open;

  Listeners(StatusSettings settings) {
    this.settings = settings;
  }

  synchronized void open() {
    open = true;
  }

  /** Ends all of them, and lets nobody in. */
  synchronized void close() {
    open = false;
    all.forEach(Watcher::close);
  }

  synchronized int size() {
    return all.size();
  }

  /**
   * @param address of the client
   * @throws Unavailable if there is no place at all
   * @throws TooManyListeners if the address has its share
   */
  synchronized Watcher admit(RsvpKey key, String address) {
    Deque<Watcher> ofRsvp = byRsvp.getOrDefault(key, new ArrayDeque<>());
    if (ofRsvp.size() >= settings.maxClientsOfRsvp()) {
      Watcher oldest = ofRsvp.getFirst();
      oldest.close();
      leave(oldest);
    }
    String network = network(address);
    if (!open || all.size() >= settings.maxClients()) {
      throw new Unavailable("Too many clients listen; ask again later.", ASK_AGAIN);
    }
    if (byNetwork.getOrDefault(network, 0) >= settings.maxClientsOfAddress()) {
      throw new TooManyListeners(ASK_AGAIN);
    }
    Watcher watcher = new Watcher(key);
    all.add(watcher);
    byRsvp.computeIfAbsent(key, _ -> new ArrayDeque<>()).addLast(watcher);
    byNetwork.merge(network, 1, Integer::sum);
    networks.put(watcher, network);
    return watcher;
  }

  /** Does nothing the second time. */
  synchronized void leave(Watcher watcher) {
    if (!all.remove(watcher)) {
      return;
    }
    byRsvp.computeIfPresent(
        watcher.key(),
        (_, some) -> {
          some.remove(watcher);
          return some.isEmpty() ? null : some;
        });
    byNetwork.computeIfPresent(
        networks.remove(watcher), (_, count) -> count == 1 ? null : count - 1);
  }

  /** A customer has one address of IPv4, or the 2^64 of a network of IPv6. */
  static String network(String address) {
    try {
      byte[] bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
      return bytes.length == 4
          ? InetAddress.getByAddress(bytes).getHostAddress()
          : InetAddress.getByAddress(withoutHost(bytes)).getHostAddress();
    } catch (IllegalArgumentException | UnknownHostException e) {
      return address;
    }
  }

  private static byte[] withoutHost(byte[] address) {
    byte[] network = address.clone();
    Arrays.fill(network, IPV6_NETWORK_BYTES, network.length, (byte) 0);
    return network;
  }
}
