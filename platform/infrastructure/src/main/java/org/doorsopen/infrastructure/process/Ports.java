package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** TCP ports of the loopback interface. */
public final class Ports {
  // Below the range that the kernel takes for outgoing connections: a port that is ours by chance
  // would not be free again after a restart.
  private static final int FIRST = 20_000;
  private static final int LAST = 32_000;
  private static final RandomGenerator RANDOM = new Random();

  private Ports() {}

  /**
   * A port that is free at this moment, and that no other process of this user is given by this
   * method for as long as this one lives. Bind it soon, before a stranger does.
   */
  public static int free() {
    return RANDOM
        .ints(1_000, FIRST, LAST)
        .filter(port -> isFree(port) && Claims.claim(port))
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

  /**
   * Ports that processes have chosen and may not have bound yet: of a file that all processes of a
   * user share, each locks the byte of that number. The kernel takes a lock back when its process
   * has died, however it died.
   */
  private static final class Claims {

    // Never closed: closing any channel of a file ends all locks that the process has on it.
    private static final @Nullable FileChannel FILE = open();

    /** False if this process or another one has the port. */
    static boolean claim(int port) {
      if (FILE == null) {
        return true;
      }
      try {
        return FILE.tryLock(port, 1, false) != null;
      } catch (OverlappingFileLockException e) {
        return false;
      } catch (IOException e) {
        return true;
      }
    }

    // Where there can be no such file, a port that is chosen twice is as improbable as it was.
    private static @Nullable FileChannel open() {
      Path file =
          Path.of(
              System.getProperty("java.io.tmpdir"),
              "doors-open-ports-" + System.getProperty("user.name"));
      try {
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      } catch (IOException e) {
        return null;
      }
    }
  }
}
