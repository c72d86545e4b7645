package org.doorsopen.launcher.platform;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Keeper;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.Probe;
import org.doorsopen.infrastructure.process.StartFailure;
import org.jspecify.annotations.Nullable;

/** One service. Once it has been ready, it is started again whenever it dies. */
final class ServiceProcess {
  private static final Duration READY_WITHIN = Duration.ofSeconds(120);
  // Spring gives requests and jobs 20 s to finish.
  private static final Duration STOP_GRACE = Duration.ofSeconds(25);

  private final Launch launch;
  private final URI address;
  private final URI management;
  private final DataFolder folder;
  private final AotCaches aotCaches;
  private final Console console;
  private volatile @Nullable ChildProcess process;
  private volatile @Nullable Keeper keeper;

  /**
   * @param management where it says whether it is ready
   */
  ServiceProcess(
      Launch launch,
      URI address,
      URI management,
      DataFolder folder,
      AotCaches aotCaches,
      Console console) {
    this.launch = launch;
    this.address = address;
    this.management = management;
    this.folder = folder;
    this.aotCaches = aotCaches;
    this.console = console;
  }

  /**
   * Returns when the service says that it is ready.
   *
   * @throws StartFailure if it dies first, or takes too long
   */
  void start() {
    long begin = System.nanoTime();
    startOnce();
    console.ready(launch.name(), address.toString(), Duration.ofNanos(System.nanoTime() - begin));
    keeper = Keeper.of(launch.name(), this::current, this::startOnce, console::say);
  }

  /** The name that it has in messages. */
  String name() {
    return launch.name();
  }

  /** Not while {@link #start} runs. */
  void stop() {
    if (keeper != null) {
      keeper.stop();
    }
    if (process != null) {
      process.stop(aotCaches.stopGrace(STOP_GRACE));
    }
  }

  private void startOnce() {
    process = ChildProcess.start(launch, folder);
    process.awaitReady(
        Probe.answersAt(management.resolve("/actuator/health/readiness")), READY_WITHIN);
  }

  private ChildProcess current() {
    return Objects.requireNonNull(process);
  }
}
