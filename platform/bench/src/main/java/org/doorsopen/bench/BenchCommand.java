package org.doorsopen.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.bench.http.HttpBench;
import org.doorsopen.bench.mail.MailBench;
import org.doorsopen.bench.measuring.Bench;
import org.doorsopen.bench.measuring.BenchFailure;
import org.doorsopen.bench.seats.SeatsBench;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.Trees;
import org.doorsopen.launcher.Program;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Options;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code doors bench}: on a platform of its own in a temporary folder, started as {@code doors up}
 * starts it, with the only services that take part.
 */
public final class BenchCommand {

  private static final String QUICK = "--quick";

  private final Bench bench;
  private final Path json;

  private BenchCommand(Bench bench, Path json) {
    this.bench = bench;
    this.json = json;
  }

  /**
   * @param arguments the kind of bench and its options
   */
  public static void main(String[] arguments) {
    Program.run(() -> run(Arrays.asList(arguments)));
  }

  private static int run(List<String> words) {
    Home home = Home.find();
    Optional<BenchCommand> command = BenchCommand.of(words, home);
    if (command.isEmpty()) {
      System.err.println(
          "There are three kinds of bench: ./doors bench seats, ./doors bench http and ./doors bench mail");
      return 2;
    }
    try {
      command.get().run(home, new Console(System.out));
      return 0;
    } catch (BenchFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  /**
   * @param words after {@code bench}
   * @return empty if there is no such bench
   */
  public static Optional<BenchCommand> of(List<String> words, Home home) {
    boolean quick = words.contains(QUICK);
    String kind = words.isEmpty() ? "" : words.getFirst();
    return bench(kind, quick).map(bench -> new BenchCommand(bench, json(kind, words, home)));
  }

  private static Optional<Bench> bench(String kind, boolean quick) {
    return switch (kind) {
      case "seats" -> Optional.of(SeatsBench.of(quick));
      case "http" -> Optional.of(HttpBench.of(quick));
      case "mail" -> Optional.of(MailBench.of(quick));
      default -> Optional.empty();
    };
  }

  private static Path json(String kind, List<String> words, Home home) {
    List<String> options = words.stream().skip(1).filter(word -> !word.equals(QUICK)).toList();
    String file = "data/bench-%s.json".formatted(kind);
    return home.path().resolve(Options.of(options, "--json").text("--json").orElse(file));
  }

  /**
   * @throws BenchFailure if it could not be measured; the data is kept then
   */
  public void run(Home home, Console console) {
    Machine machine = Machine.here();
    Path data = temporaryFolder();
    Bench.Result figures;
    try (bench;
        Platform platform = Platform.start(settings(data, home), home, console, AotCaches.USED)) {
      figures = bench.run(platform, console);
    } catch (BenchFailure e) {
      console.say("Data and logs are kept in " + data);
      throw e;
    }
    console.say("");
    console.say("Measured on %s.%n%n%s".formatted(machine.inWords(), figures.markdown()));
    Map<String, Object> forPrograms = new LinkedHashMap<>();
    forPrograms.put("machine", machine);
    forPrograms.putAll(figures.json());
    write(forPrograms);
    console.say("The same as JSON: " + json);
    delete(data);
  }

  private Settings settings(Path data, Home home) {
    Map<String, String> environment = new HashMap<>(bench.environment());
    environment.put("DOORS_DATA", data.toString());
    for (Service service : Service.values()) {
      environment.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    return Settings.read(environment, home.path()).withServices(bench.services());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("doors-open-bench-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Map<String, Object> figures) {
    try {
      Files.createDirectories(json.toAbsolutePath().getParent());
      JsonMapper mapper = JsonMapper.builder().build();
      Files.write(json, mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(figures));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try {
      Trees.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
