package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A process of ours: its output goes to a log in the data folder, its id to a pid file there, so
 * that the next run finds it if we are killed.
 */
public final class ChildProcess {
  private static final Duration KILL_TAKES_AT_MOST = Duration.ofSeconds(5);
  private static final int SHOWN_LINES = 15;

  private final String name;
  private final Process process;
  private final LogTail log;
  private final PidFiles pidFiles;

  private ChildProcess(String name, Process process, LogTail log, PidFiles pidFiles) {
    this.name = name;
    this.process = process;
    this.log = log;
    this.pidFiles = pidFiles;
  }

  /** Returns at once; see {@link #awaitReady}. */
  public static ChildProcess start(Launch launch, DataFolder folder) {
    try {
      LogTail log = LogTail.from(folder.log(launch.name()));
      ProcessBuilder builder =
          new ProcessBuilder(launch.command())
              .directory(launch.directory().toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
      launch.reduce(builder.environment());
      return held(launch.name(), builder.start(), log, folder);
    } catch (IOException e) {
      throw new StartFailure(
          "%s cannot be started: %s".formatted(launch.name(), e.getMessage()), e);
    }
  }

  /** A process that cannot be noted is ended, because nobody would find it again. */
  private static ChildProcess held(String name, Process process, LogTail log, DataFolder folder)
      throws IOException {
    try {
      process.getOutputStream().close();
      folder.pidFiles().write(name, process.toHandle());
      LogRotation.watch(log.file(), process);
      return new ChildProcess(name, process, log, folder.pidFiles());
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /**
   * Asks until the answer is yes.
   *
   * @throws StartFailure if it dies meanwhile or the limit passes, with the last lines of its log;
   *     it is ended then
   */
  public void awaitReady(Probe probe, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      while (!probe.saysYes()) {
        if (System.nanoTime() > deadline) {
          throw failure("was not ready within %d s".formatted(limit.toSeconds()));
        }
        if (process.waitFor(Probe.PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
          throw failure("died (exit code %d)".formatted(process.exitValue()));
        }
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new StartFailure(name + " was interrupted while it started", e);
    }
  }

  /**
   * Waits for a child that ends when its work is done.
   *
   * @throws StartFailure if it fails or takes longer
   */
  public void awaitSuccess(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw failure("did not end within %d s".formatted(limit.toSeconds()));
      }
      if (process.exitValue() != 0) {
        throw failure("failed (exit code %d)".formatted(process.exitValue()));
      }
      pidFiles.delete(name);
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
      throw new StartFailure(name + " was interrupted", e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Completed with the exit code. */
  public CompletableFuture<Integer> onExit() {
    return process.onExit().thenApply(Process::exitValue);
  }

  /** The last lines that it has written since this start. */
  public String lastLines() {
    return log.lastLines(SHOWN_LINES);
  }

  /** SIGTERM, and SIGKILL after the grace. Returns when it is gone; may be called again. */
  public void stop(Duration grace) {
    stop("TERM", grace);
  }

  /** As {@link #stop(Duration)}, for programs that expect another signal. */
  public void stop(String signal, Duration grace) {
    if (process.isAlive()) {
      Signals.send(signal, process);
      awaitEnd(grace);
    }
    kill();
  }

  /** SIGKILL. Returns when it is gone; may be called again. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd(KILL_TAKES_AT_MOST);
    pidFiles.delete(name);
  }

  private void awaitEnd(Duration limit) {
    boolean interrupted = Thread.interrupted();
    try {
      process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private StartFailure failure(String what) {
    kill();
    return new StartFailure(
        "%s %s. The last lines of %s:%n%s".formatted(name, what, log.file(), lastLines()));
  }
}
