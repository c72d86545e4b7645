package org.doorsopen.infrastructure.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.doorsopen.infrastructure.Blueprint;
import org.doorsopen.infrastructure.start.Infrastructures;

/** A process that starts an infrastructure, says so, and waits to be ended by somebody else. */
final class OtherJvm {
  private static final String READY = "ready";

  private OtherJvm() {}

  static Process startsInfrastructureIn(Path data) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Ddoors.infrastructure.home=" + System.getProperty("doors.infrastructure.home"),
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    BufferedReader output = process.inputReader();
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals(READY)) {
        return process;
      }
      said.append(line).append('\n');
    }
    throw new AssertionError("The other JVM did not start: " + said);
  }

  public static void main(String[] arguments) throws InterruptedException {
    Infrastructures.start(Blueprint.in(Path.of(arguments[0])));
    System.out.println(READY);
    Thread.currentThread().join();
  }
}
