package org.doorsopen.bench.measuring;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.doorsopen.launcher.platform.Platform;

/**
 * The processor time that each part of a platform has taken since it began, by its name; parts that
 * the system does not report are missing.
 */
public record ProcessorTimes(Map<String, Duration> byPart) {

  /** The name of an rsvp-service without Kafka. */
  public static final String CEILING = "ceiling";

  /** The name of an rsvp-service without its read model. */
  public static final String ALLOCATION = "seat-allocation";

  /** The names of the parts as in messages. */
  private static final List<String> PARTS =
      List.of("rsvp-service", CEILING, ALLOCATION, "notification-service", "kafka", "postgresql");

  public static ProcessorTimes of(Platform platform) {
    Map<String, Duration> times = new LinkedHashMap<>();
    for (String part : PARTS) {
      platform.process(part).ifPresent(process -> times.put(part, spentBy(process)));
    }
    return new ProcessorTimes(times);
  }

  /** The same, with the time of this process added, which is no part of the platform. */
  public ProcessorTimes withOurs(String name) {
    Map<String, Duration> times = new LinkedHashMap<>(byPart);
    ProcessHandle.current().info().totalCpuDuration().ifPresent(time -> times.put(name, time));
    return new ProcessorTimes(times);
  }

  /** The time of the process and its children: PostgreSQL has one for each connection. */
  private static Duration spentBy(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .flatMap(each -> each.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Microseconds of a processor per answer, by part, since the earlier times. */
  public Map<String, Double> since(ProcessorTimes earlier, long answers) {
    Map<String, Double> each = new LinkedHashMap<>();
    byPart.forEach((part, time) -> {
      Duration before = earlier.byPart.getOrDefault(part, Duration.ZERO);
      each.put(part, time.minus(before).toNanos() / 1e3 / answers);
    });
    return each;
  }
}
