package org.doorsopen.infrastructure.process;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Keeps logs short while their writers run. A log that has grown large is copied to a file with
 * {@code .1} behind its name, in place of the one before, and emptied: a process that was started
 * with its output appended to the file goes on at the new end. So a log is never more than twice as
 * long as this, and what is written between two looks; a line that is written just between the copy
 * and the emptying is lost.
 */
final class LogRotation {
  static final long MAX_BYTES = 10L * 1024 * 1024;
  private static final long BETWEEN_LOOKS_SECONDS = 2;

  private static final LogRotation OF_THIS_JVM = new LogRotation(MAX_BYTES);

  static {
    ScheduledExecutorService looks =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-rotation").factory());
    looks.scheduleWithFixedDelay(
        OF_THIS_JVM::look, BETWEEN_LOOKS_SECONDS, BETWEEN_LOOKS_SECONDS, TimeUnit.SECONDS);
  }

  private final long maxBytes;
  private final Set<Path> logs = ConcurrentHashMap.newKeySet();

  LogRotation(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Looks after the log until the process has ended. */
  static void watch(Path log, Process writer) {
    OF_THIS_JVM.add(log);
    writer.onExit().thenRun(() -> OF_THIS_JVM.logs.remove(log));
  }

  void add(Path log) {
    logs.add(log);
  }

  /** A log that cannot be set aside grows until the next look. */
  void look() {
    for (Path log : logs) {
      try {
        setAsideIfLong(log);
      } catch (IOException | UncheckedIOException e) {
        // Nobody is there to be told: the next look tries again.
      }
    }
  }

  private void setAsideIfLong(Path log) throws IOException {
    if (!Files.exists(log) || Files.size(log) <= maxBytes) {
      return;
    }
    Path fresh = log.resolveSibling(log.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (FileChannel from = FileChannel.open(log, READ, WRITE);
        FileChannel to = FileChannel.open(fresh, CREATE, WRITE, TRUNCATE_EXISTING)) {
      long copied = 0;
      while (copied < from.size()) {
        copied += from.transferTo(copied, from.size() - copied, to);
      }
      Files.move(
          fresh, log.resolveSibling(log.getFileName() + ".1"), ATOMIC_MOVE, REPLACE_EXISTING);
      from.truncate(0);
    }
  }
}
