package org.doorsopen.infrastructure.containers;

import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotModifiedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.doorsopen.infrastructure.process.Probe;
import org.doorsopen.infrastructure.process.StartFailure;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;

/**
 * One container, reached at a port of this machine that stays the same.
 *
 * @param probe asked from outside, through that port
 */
record ContainerPart(String name, String address, GenericContainer<?> container, Probe probe) {
  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
  private static final int STOP_GRACE_SECONDS = 15;
  private static final int SHOWN_LINES = 15;

  ContainerPart {
    container.waitingFor(new Answering(probe)).withStartupTimeout(READY_WITHIN);
  }

  /** At a port of loopback only. */
  static GenericContainer<?> published(GenericContainer<?> container, int port, int inside) {
    container.setPortBindings(List.of("127.0.0.1:%d:%d".formatted(port, inside)));
    return container;
  }

  /** Makes the container, or starts the one that was stopped or killed; returns when it answers. */
  void start() {
    try {
      if (container.getContainerId() == null) {
        container.start();
      } else {
        container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
        new Answering(probe).withStartupTimeout(READY_WITHIN).waitUntilReady(container);
      }
    } catch (NotModifiedException e) {
      // It runs already.
    } catch (ContainerLaunchException | DockerException e) {
      throw new StartFailure("%s: %s%n%s".formatted(name, cause(e), lastLines()), e);
    }
  }

  void stop() {
    if (container.isRunning()) {
      container
          .getDockerClient()
          .stopContainerCmd(container.getContainerId())
          .withTimeout(STOP_GRACE_SECONDS)
          .exec();
    }
  }

  void kill() {
    if (container.isRunning()) {
      container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }
  }

  /** Stops it in order and removes it, with everything that is not in a named volume. */
  void end() {
    stop();
    container.stop();
  }

  private static String cause(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private String lastLines() {
    if (container.getContainerId() == null) {
      return "";
    }
    List<String> lines = container.getLogs().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
  }

  private static final class Answering extends AbstractWaitStrategy {
    private final Probe probe;

    Answering(Probe probe) {
      this.probe = probe;
    }

    @Override
    protected void waitUntilReady() {
      long deadline = System.nanoTime() + startupTimeout.toNanos();
      try {
        while (!isReady()) {
          if (!waitStrategyTarget.isRunning()) {
            throw new ContainerLaunchException("died");
          }
          if (System.nanoTime() > deadline) {
            throw new ContainerLaunchException(
                "was not ready within %d s".formatted(startupTimeout.toSeconds()));
          }
          TimeUnit.NANOSECONDS.sleep(BETWEEN_PROBES.toNanos());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ContainerLaunchException("was interrupted while it started", e);
      }
    }

    private boolean isReady() throws InterruptedException {
      try {
        return probe.ready();
      } catch (InterruptedException e) {
        throw e;
      } catch (Exception e) {
        return false;
      }
    }
  }
}
