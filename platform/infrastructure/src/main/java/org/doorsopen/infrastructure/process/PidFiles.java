package org.doorsopen.infrastructure.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The children that run for a data folder, noted by process id and start instant. The instant tells
 * a child of ours from another process that was given the same id later.
 */
public final class PidFiles {
  // The kernel counts a start in ticks since boot, and the clock may have been set meanwhile.
  private static final Duration SAME_START = Duration.ofSeconds(2);
  private static final Duration GRACE = Duration.ofSeconds(10);

  private final Path folder;

  private PidFiles(Path folder) {
    this.folder = folder;
  }

  public static PidFiles in(Path dataFolder) {
    return new PidFiles(dataFolder.resolve("run"));
  }

  void write(String name, ProcessHandle process) {
    Instant start = process.info().startInstant().orElse(Instant.EPOCH);
    DataFolder.writePrivately(file(name), process.pid() + " " + start.toEpochMilli());
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new IllegalStateException("A pid file cannot be deleted", e);
    }
  }

  /** The child of this name, if it lives; never another process that was given its id. */
  public Optional<ProcessHandle> running(String name) {
    return running(file(name)).filter(ProcessHandle::isAlive);
  }

  /** Ends the children of a run that was killed before it could end them; returns when gone. */
  void endLeftovers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.filter(file -> file.toString().endsWith(".pid")).toList();
      List<ProcessHandle> running =
          left.stream().map(PidFiles::running).flatMap(Optional::stream).toList();
      running.forEach(ProcessHandle::destroy);
      running.forEach(PidFiles::awaitEnd);
      for (Path file : left) {
        Files.delete(file);
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".pid");
  }

  private static Optional<ProcessHandle> running(Path file) {
    try {
      String[] words = Files.readString(file).strip().split(" ");
      Instant start = Instant.ofEpochMilli(Long.parseLong(words[1]));
      return ProcessHandle.of(Long.parseLong(words[0])).filter(p -> startedAt(p, start));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean startedAt(ProcessHandle process, Instant start) {
    return process
        .info()
        .startInstant()
        .filter(actual -> Duration.between(actual, start).abs().compareTo(SAME_START) < 0)
        .isPresent();
  }

  private static void awaitEnd(ProcessHandle process) {
    if (!isGone(process)) {
      process.destroyForcibly();
      if (!isGone(process)) {
        throw new StartFailure(
            "Process %d of an earlier run does not end; end it by hand".formatted(process.pid()));
      }
    }
  }

  private static boolean isGone(ProcessHandle process) {
    try {
      process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (Exception e) {
      throw new StartFailure("Interrupted while ending an earlier run", e);
    }
  }
}
