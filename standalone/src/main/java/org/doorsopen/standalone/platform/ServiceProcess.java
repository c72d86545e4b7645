package org.doorsopen.standalone.platform;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.infrastructure.process.ChildProcess;
import org.doorsopen.infrastructure.process.DataFolder;
import org.doorsopen.infrastructure.process.Launch;
import org.doorsopen.infrastructure.process.Probe;
import org.jspecify.annotations.Nullable;

/** One service. Once it was ready, it is started again whenever it dies, with growing pauses. */
final class ServiceProcess {
  private static final Duration READY_WITHIN = Duration.ofSeconds(120);
  // Spring gives requests and jobs 20 s to finish.
  private static final Duration STOP_GRACE = Duration.ofSeconds(25);
  private static final Duration HEALTHY_AFTER = Duration.ofMinutes(1);

  private final Launch launch;
  private final URI address;
  private final DataFolder folder;
  private final Console console;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable ChildProcess process;

  ServiceProcess(Launch launch, URI address, DataFolder folder, Console console) {
    this.launch = launch;
    this.address = address;
    this.folder = folder;
    this.console = console;
  }

  /**
   * Returns when the service says that it is ready.
   *
   * @throws StartFailure if it dies first, or takes too long
   */
  void start() {
    Duration took = startOnce();
    console.ready(launch.name(), address.toString(), took);
    Thread.ofVirtual().name(launch.name() + "-keeper").start(this::keepAlive);
  }

  void stop() {
    stopping.countDown();
    synchronized (this) {
      if (process != null) {
        process.stop(STOP_GRACE);
      }
    }
  }

  private Duration startOnce() {
    long begin = System.nanoTime();
    ChildProcess started = launchUnlessStopping();
    started.awaitReady(
        Probe.answersAt(address.resolve("/actuator/health/readiness")), READY_WITHIN);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private synchronized ChildProcess launchUnlessStopping() {
    if (isStopping()) {
      throw new StartFailure(launch.name() + " is not started: everything stops");
    }
    ChildProcess started = ChildProcess.start(launch, folder);
    process = started;
    return started;
  }

  private void keepAlive() {
    BackOff backOff = new BackOff(HEALTHY_AFTER);
    while (!isStopping()) {
      int exitCode = current().onExit().join();
      if (isStopping()) {
        return;
      }
      Duration pause = backOff.next();
      console.say(
          "%s died (exit code %d); starting it again in %s s"
              .formatted(launch.name(), exitCode, Console.seconds(pause)));
      if (stopsWithin(pause)) {
        return;
      }
      startAgain();
    }
  }

  private void startAgain() {
    try {
      Duration took = startOnce();
      console.say("%s is ready again (%s s)".formatted(launch.name(), Console.seconds(took)));
    } catch (StartFailure e) {
      if (!isStopping()) {
        console.say(e.getMessage());
      }
    }
  }

  private synchronized ChildProcess current() {
    if (process == null) {
      throw new IllegalStateException("Not started");
    }
    return process;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private boolean stopsWithin(Duration pause) {
    try {
      return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
