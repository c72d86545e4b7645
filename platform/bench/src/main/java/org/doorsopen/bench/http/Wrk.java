package org.doorsopen.bench.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorsopen.bench.measuring.BenchFailure;

/** It takes the least of the machine, since it is written in C. */
record Wrk(Path program, Path rsvps, Path pages) implements Load {

  private static final String RESULT = "result ";

  /**
   * @param folder for its script
   * @return empty if it is not installed
   */
  static Optional<Wrk> installed(Path folder) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(each -> Path.of(each, "wrk"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Wrk(program, script(folder, "rsvps.lua"), script(folder, "pages.lua")));
  }

  private static Path script(Path folder, String name) {
    Path script = folder.resolve(name);
    try (InputStream lines = Wrk.class.getResourceAsStream("/bench/" + name)) {
      if (lines == null) {
        throw new BenchFailure(name + " is missing in the jar");
      }
      Files.copy(lines, script);
      script.toFile().deleteOnExit();
      return script;
    } catch (IOException e) {
      throw new BenchFailure("The script for wrk cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public String inWords() {
    return "wrk, 2 threads, %d connections".formatted(CONNECTIONS);
  }

  @Override
  public Answered on(URI server, List<String> meetupIds, Duration length, String round) {
    return run(rsvps, server, meetupIds, length, round);
  }

  @Override
  public Answered reading(URI server, List<String> meetupIds, Duration length) {
    return run(pages, server, meetupIds, length, "pages");
  }

  private Answered run(
      Path script, URI server, List<String> meetupIds, Duration length, String round) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(program.toString(), "--threads", "2"));
    command.addAll(List.of("--connections", Integer.toString(CONNECTIONS)));
    command.addAll(List.of("--duration", length.toSeconds() + "s", "--timeout", "10s"));
    command.addAll(List.of("--script", script.toString(), server.toString(), "--", round));
    command.addAll(meetupIds);
    return resultIn(output(command));
  }

  private static String output(List<String> command) {
    Process process = start(command);
    try {
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new BenchFailure("wrk failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new BenchFailure("wrk cannot be heard: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("Interrupted");
    } finally {
      process.destroy();
    }
  }

  private static Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      throw new BenchFailure("wrk cannot be started: " + e.getMessage(), e);
    }
  }

  /**
   * The script's last line: microseconds, answers, refusals, losses, two quantiles, and its own
   * time.
   */
  static Answered resultIn(String output) {
    long[] numbers =
        output
            .lines()
            .filter(line -> line.startsWith(RESULT))
            .findFirst()
            .map(line -> line.substring(RESULT.length()).split(" "))
            .map(words -> Stream.of(words).mapToLong(Long::parseLong).toArray())
            .orElseThrow(() -> new BenchFailure("wrk gave no result: " + output));
    return new Answered(
        numbers[1] - numbers[2],
        numbers[2],
        numbers[3],
        numbers[0] / 1e6,
        numbers[4] / 1e3,
        numbers[5] / 1e3,
        numbers[6] / 1e6);
  }
}
