package org.doorsopen.infrastructure.embedded;

import java.util.List;
import org.doorsopen.infrastructure.process.AotCaches;

/** Small and quick to start: what a child needs on a laptop next to three services. */
final class JvmOptions {
  private JvmOptions() {}

  static List<String> forChild(int maximumHeapMegabytes) {
    return List.of(
        AotCaches.LEAST_HEAP,
        "-Xmx%dm".formatted(maximumHeapMegabytes),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8");
  }
}
