package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/** TCP ports of the loopback interface. */
public final class Ports {
  // Below the range that the kernel takes for outgoing connections: a port that is ours by chance
  // would not be free again after a restart.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final RandomGenerator RANDOM = new Random();

  private Ports() {}

  /** A port that is free at this moment; bind it soon, before another process does. */
  public static int free() {
    return RANDOM
        .ints(1_000, FIRST, LAST)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> new StartFailure("No free port between " + FIRST + " and " + LAST));
  }

  /** Whether a server could listen there now, on loopback and on every interface. */
  public static boolean isFree(int port) {
    return canBind(new InetSocketAddress(port))
        && canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  /**
   * Waits a moment, too: a port that was only looked at stays bound while a child is being forked.
   *
   * @throws StartFailure if somebody else listens there
   */
  public static void requireFree(String who, int port) {
    long deadline = System.nanoTime() + Duration.ofSeconds(1).toNanos();
    while (!isFree(port)) {
      if (System.nanoTime() > deadline) {
        throw new StartFailure("%s cannot start: port %d is taken".formatted(who, port));
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static boolean canBind(InetSocketAddress address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
