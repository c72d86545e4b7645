package org.doorsopen.standalone.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.Trees;
import org.doorsopen.standalone.platform.Console;
import org.doorsopen.standalone.platform.Home;
import org.doorsopen.standalone.platform.Platform;
import org.doorsopen.standalone.settings.Options;
import org.doorsopen.standalone.settings.Service;
import org.doorsopen.standalone.settings.Settings;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code doors bench}: on a platform of its own in a temporary folder, started as {@code doors up}
 * starts it, with the only service that takes part.
 *
 * @param json where the figures go for programs
 */
public record BenchCommand(SeatsPlan plan, Path json) {

  private static final String QUICK = "--quick";

  /**
   * @param words after {@code bench seats}
   */
  public static BenchCommand of(List<String> words, Home home) {
    List<String> options = words.stream().filter(word -> !word.equals(QUICK)).toList();
    String json = Options.of(options, "--json").text("--json").orElse("data/bench-seats.json");
    SeatsPlan plan = words.contains(QUICK) ? SeatsPlan.quick() : SeatsPlan.full();
    return new BenchCommand(plan, home.path().resolve(json));
  }

  /**
   * @throws BenchFailure if it could not be measured; the data is kept then
   */
  public void run(Home home, Console console) {
    Machine machine = Machine.here();
    Path data = temporaryFolder();
    SeatsFigures figures;
    try (Platform platform = Platform.start(settings(data, home), home, console, AotCaches.USED)) {
      RowLocks rowLocks = new RowLocks(platform.database());
      figures = new SeatsBench(platform.facts(), plan, rowLocks, console).run();
    } catch (BenchFailure e) {
      console.say("Data and logs are kept in " + data);
      throw e;
    }
    SeatsReport report = new SeatsReport(machine, figures);
    console.say("");
    console.say(report.markdown());
    write(report.json());
    console.say("The same as JSON: " + json);
    delete(data);
  }

  private static Settings settings(Path data, Home home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DOORS_DATA", data.toString());
    for (Service service : Service.values()) {
      environment.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    return Settings.read(environment, home.path()).withServices(Set.of(Service.RSVP));
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
