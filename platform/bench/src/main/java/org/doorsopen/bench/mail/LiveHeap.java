package org.doorsopen.bench.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.bench.measuring.BenchFailure;

/** The part of a process's heap that is left when all garbage has been collected. */
record LiveHeap(ProcessHandle process) {

  private static final Pattern TOTAL = Pattern.compile("(?m)^Total\\s+\\d+\\s+(\\d+)");

  /** Collects the garbage, during which the process stands still. */
  double megabytes() {
    try {
      Process jcmd =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                  Long.toString(process.pid()),
                  "GC.class_histogram")
              .redirectErrorStream(true)
              .start();
      String said = new String(jcmd.getInputStream().readAllBytes());
      Matcher total = TOTAL.matcher(said);
      if (!total.find()) {
        throw new BenchFailure("The heap cannot be looked at: " + said.strip());
      }
      return Long.parseLong(total.group(1)) / 1e6;
    } catch (IOException e) {
      throw new BenchFailure("The heap cannot be looked at: " + e.getMessage(), e);
    }
  }
}
