package org.doorsopen.launcher.frontdoor;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.doorsopen.launcher.settings.Service;

/** The processes of each service: they take turns, and one that refused comes last for a while. */
final class Instances {
  private static final Duration LAST_FOR = Duration.ofSeconds(2);

  private final Map<Service, List<URI>> addresses;
  private final Map<URI, Long> refusedAt = new ConcurrentHashMap<>();
  private final AtomicInteger turn = new AtomicInteger();

  Instances(Map<Service, List<URI>> addresses) {
    this.addresses = Map.copyOf(addresses);
  }

  /** All of that service, in the order in which they are to be tried; none if it takes no part. */
  List<URI> inTurn(Service service) {
    List<URI> all = addresses.getOrDefault(service, List.of());
    if (all.size() < 2) {
      return all;
    }
    List<URI> order = new ArrayList<>(all);
    Collections.rotate(order, turn.getAndIncrement() % all.size());
    if (!refusedAt.isEmpty()) {
      order.sort((one, other) -> Boolean.compare(refusedLately(one), refusedLately(other)));
    }
    return order;
  }

  /** Nothing was sent, as nobody listens there. */
  void refused(URI address) {
    refusedAt.put(address, System.nanoTime());
  }

  private boolean refusedLately(URI address) {
    Long at = refusedAt.get(address);
    return at != null && System.nanoTime() - at < LAST_FOR.toNanos();
  }
}
