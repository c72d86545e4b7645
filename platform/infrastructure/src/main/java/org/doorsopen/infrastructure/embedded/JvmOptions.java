package org.doorsopen.infrastructure.embedded;

import java.util.ArrayList;
import java.util.List;
import org.doorsopen.infrastructure.process.AotCaches;

/** The options that suit a child process on a laptop, beside three services. */
final class JvmOptions {
  private JvmOptions() {}

  /** Quick to start, and slower than it could be: for what waits more than it works. */
  static List<String> forChild(int maximumHeapMegabytes) {
    List<String> options = new ArrayList<>(forWorker(maximumHeapMegabytes));
    options.add("-XX:TieredStopAtLevel=1");
    return options;
  }

  /** With the compiler that takes its time, for what works hard for longer than a test. */
  static List<String> forWorker(int maximumHeapMegabytes) {
    return List.of(
        AotCaches.MIN_HEAP,
        "-Xmx%dm".formatted(maximumHeapMegabytes),
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dfile.encoding=UTF-8");
  }
}
