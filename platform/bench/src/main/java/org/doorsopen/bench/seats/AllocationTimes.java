package org.doorsopen.bench.seats;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorsopen.bench.measuring.ProcessorTimes;
import org.doorsopen.launcher.platform.Platform;

/**
 * The processor time that decisions cost: in the process that decides, with its two threads apart,
 * in the processes that it relies on, and in this process.
 *
 * @param allocator the name of the process that decides
 */
record AllocationTimes(Platform platform, String allocator) {

  /** The system's names for them, which are the first 15 letters. */
  private static final Map<String, String> THREADS =
      Map.of("rsvp-seat-alloc", "deciding thread", "kafka-producer-", "sending thread");

  /** Ticks of a second, on every system that reports threads in this way. */
  private static final long TICKS = 100;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  ProcessorTimes now() {
    Map<String, Duration> times = new LinkedHashMap<>();
    THREADS.values().stream().sorted().forEach(name -> times.put(name, Duration.ZERO));
    platform
        .process(allocator)
        .ifPresent(
            process -> readThreads(Path.of("/proc/%d/task".formatted(process.pid())), times));
    Map<String, Duration> parts = new LinkedHashMap<>(ProcessorTimes.of(platform).byPart());
    Duration all = parts.getOrDefault(allocator, Duration.ZERO);
    parts.remove(allocator);
    times.put("rest of rsvp-service", times.values().stream().reduce(all, Duration::minus));
    times.putAll(parts);
    return new ProcessorTimes(times).withOurs("benchmark");
  }

  private static void readThreads(Path threads, Map<String, Duration> times) {
    try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
      for (Path thread : each) {
        read(Files.readString(thread.resolve("stat")), times);
      }
    } catch (IOException e) {
      // Another system, or a thread that has just ended: its time is counted among the rest.
    }
  }

  /**
   * The name is in brackets and may contain anything; the fields after it are separated by blanks.
   */
  private static void read(String stat, Map<String, Duration> times) {
    int end = stat.lastIndexOf(')');
    String name = THREADS.get(stat.substring(stat.indexOf('(') + 1, end));
    if (name != null) {
      String[] words = stat.substring(end + 2).split(" ");
      long ticks = Long.parseLong(words[USER_TICKS]) + Long.parseLong(words[SYSTEM_TICKS]);
      times.merge(name, Duration.ofMillis(ticks * 1_000 / TICKS), Duration::plus);
    }
  }
}
