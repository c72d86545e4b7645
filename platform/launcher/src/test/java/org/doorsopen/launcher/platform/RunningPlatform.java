package org.doorsopen.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.doorsopen.infrastructure.process.PidFiles;
import org.doorsopen.launcher.Doors;
import org.doorsopen.launcher.settings.Service;

/** {@code doors up} as a process of its own, with every process that it starts. */
public final class RunningPlatform {
  // None of these processes lives long enough for the better compiler to pay.
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

  private final Path data;
  private final Path output;
  private final Process process;

  private RunningPlatform(Path data, Path output, Process process) {
    this.data = data;
    this.output = output;
    this.process = process;
  }

  /** Returns at the line that says it is ready. */
  public static RunningPlatform up(Path data, Map<String, String> settings, String... options)
      throws IOException {
    Path output = data.resolveSibling("up.log");
    ProcessBuilder builder =
        new ProcessBuilder(command(options))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("DOORS_"));
    builder.environment().put("DOORS_DATA", data.toString());
    builder.environment().putAll(settings);
    RunningPlatform platform = new RunningPlatform(data, output, builder.start());
    platform.awaitReady();
    return platform;
  }

  public PlatformFacts facts() {
    return PlatformFacts.readFrom(data).orElseThrow();
  }

  /** The starter, and every process that it started. */
  List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** SIGTERM, as Ctrl-C does; asserts that it ends in order and leaves no process behind. */
  public void stop() throws InterruptedException {
    List<ProcessHandle> all = processes();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(128 + 15);
    assertThat(all).noneMatch(ProcessHandle::isAlive);
    assertThat(PlatformFacts.readFrom(data)).isEmpty();
  }

  /** SIGKILL to everything at once, the starter first. */
  public void killEverything() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(handle -> handle.onExit().join());
  }

  /** Kills one service as a lack of memory would. */
  public void kill(Service service) {
    PidFiles.in(data).running(service.module()).orElseThrow().destroyForcibly();
  }

  public String said() {
    return read(output);
  }

  private void awaitReady() {
    await()
        .atMost(Duration.ofMinutes(4))
        .until(() -> !process.isAlive() || said().contains("Doors Open is ready"));
    assertThat(process.isAlive()).as(said()).isTrue();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> command(String... options) {
    List<String> java =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            QUICK,
            "-Ddoors.jvm-option=" + QUICK,
            "-Ddoors.home=" + System.getProperty("doors.home"),
            "-Ddoors.infrastructure.home=" + System.getProperty("doors.infrastructure.home"),
            "-cp",
            System.getProperty("java.class.path"),
            Doors.class.getName(),
            "up");
    return Stream.concat(java.stream(), Stream.of(options)).toList();
  }
}
