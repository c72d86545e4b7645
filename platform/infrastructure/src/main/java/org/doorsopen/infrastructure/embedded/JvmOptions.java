package org.doorsopen.infrastructure.embedded;

import java.util.ArrayList;
import java.util.List;
import org.doorsopen.infrastructure.process.AotCaches;

/** The options that suit a child process on a laptop, beside three services. */
final class JvmOptions {
  private JvmOptions() {}

  /**
   * Options for a program that waits more than it works: it starts quickly and stays slower than it
   * could be.
   */
  static List<String> forChild(int maximumHeapMegabytes) {
    List<String> options = new ArrayList<>(forWorker(maximumHeapMegabytes));
    options.add("-XX:TieredStopAtLevel=1");
    return options;
  }

  /** Options with the slow compiler, for a program that works hard for longer than a test. */
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
