package org.doorsopen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.doorsopen.bench.http.HttpBench;
import org.doorsopen.bench.mail.MailBench;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.seats.SeatsBench;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.TemporaryPlatform;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.program.Program;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code doors bench}: on a platform of its own in a temporary folder, started as {@code doors up}
 * starts it, but with only the services that take part.
 */
@Command(
    name = "./doors bench",
    description = "Measures a platform of its own, which takes some minutes on an idle machine.")
public final class BenchCommand {

  private final Home home = Home.find();
  private final Console console = new Console(System.out);
  @Mixin private Help help;

  /** The options of every benchmark. */
  static final class Options {
    @Mixin private Help help;

    @Option(
        names = "--quick",
        description = "Only shows that the benchmark runs: its figures are of a cold machine.")
    private boolean quick;

    @Option(
        names = "--json",
        paramLabel = "FILE",
        description = "For the figures (default: target/bench-${COMMAND-NAME}.json).")
    private Path json;

    private Path json(String kind) {
      return json == null ? Path.of("target", "bench-" + kind + ".json") : json;
    }
  }

  /**
   * @param arguments the kind of benchmark and its options
   */
  public static void main(String[] arguments) {
    Program.run(new BenchCommand(), arguments);
  }

  @Command(description = "Measure seat allocation: throughput, costs and latency.")
  void seats(@Mixin Options options) {
    measure("seats", SeatsBench.of(options.quick), options);
  }

  @Command(
      description = {
        "Measure how many RSVPs are accepted over HTTP, beside the same service without Kafka.",
        "wrk makes the load where it is installed (Debian: apt-get install wrk)."
      })
  void http(
      @Option(
              names = "--front-door",
              description =
                  "Measure the rate through the front door as well, beside the direct one.")
          boolean frontDoor,
      @Mixin Options options) {
    measure("http", HttpBench.of(options.quick, frontDoor), options);
  }

  @Command(
      description =
          "Measure how many mails are sent, beside a bare client, and the memory of a long queue.")
  void mail(@Mixin Options options) {
    measure("mail", MailBench.of(options.quick), options);
  }

  private void measure(String kind, Bench measured, Options options) {
    Machine machine = Machine.here();
    Path json = home.path().resolve(options.json(kind));
    try (Bench bench = measured) {
      TemporaryPlatform platform =
          new TemporaryPlatform(
              "bench",
              bench.environment(),
              settings -> settings.withServices(bench.services()),
              AotCaches.USED,
              home,
              console);
      platform.run((running, data) -> {
        report(machine, bench.run(running, console), json);
        return true;
      });
    }
  }

  private void report(Machine machine, Bench.Result result, Path json) {
    console.say("");
    console.say("Measured on %s.%n%n%s".formatted(machine.inWords(), result.markdown()));
    Map<String, Object> forPrograms = new LinkedHashMap<>();
    forPrograms.put("machine", machine);
    forPrograms.putAll(result.json());
    write(forPrograms, json);
    console.say("The same as JSON: " + json);
  }

  private static void write(Map<String, Object> figures, Path json) {
    try {
      Files.createDirectories(json.toAbsolutePath().getParent());
      JsonMapper mapper = JsonMapper.builder().build();
      Files.write(json, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
