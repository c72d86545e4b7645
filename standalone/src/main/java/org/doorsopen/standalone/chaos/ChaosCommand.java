package org.doorsopen.standalone.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

/**
 * {@code doors chaos seats}: on a platform of its own in a temporary folder, which is deleted if
 * every promise held, so that nobody's data is ever near it.
 *
 * @param rsvpInstances processes of rsvp-service
 */
public record ChaosCommand(ChaosPlan plan, int rsvpInstances) {
  private static final String[] OPTIONS = {
    "--duration", "--kills", "--broker-kills", "--meetups", "--rate", "--rsvp-instances", "--seed"
  };

  /**
   * @param words after {@code chaos seats}
   */
  public static ChaosCommand of(List<String> words) {
    Options options = Options.of(words, OPTIONS);
    ChaosPlan plan =
        new ChaosPlan(
            options
                .duration("--duration", Duration.ofSeconds(10), Duration.ofHours(1))
                .orElse(Duration.ofMinutes(5)),
            options.number("--kills", 0, 100).orElse(10),
            options.number("--broker-kills", 0, 50).orElse(3),
            options.number("--meetups", 1, 200).orElse(20),
            options.number("--rate", 1, 200).orElse(20),
            options.seed("--seed").orElseGet(() -> new Random().nextLong(1_000_000)));
    int rsvpInstances = options.number("--rsvp-instances", 1, 4).orElse(1);
    options.check();
    return new ChaosCommand(plan, rsvpInstances);
  }

  /** Whether every promise held. */
  public boolean run(Home home, Console console) {
    Path data = temporaryFolder();
    boolean held = true;
    try (Platform platform =
        Platform.start(settings(data, home), home, console.brief(), AotCaches.USED)) {
      held = chaosOn(platform, data, console);
    } finally {
      if (held) {
        delete(data);
      }
    }
    if (!held) {
      console.say("Data and logs are kept in " + data);
    }
    return held;
  }

  private boolean chaosOn(Platform platform, Path data, Console console) {
    try {
      Verdict verdict = new ChaosSeats(platform.facts(), data, plan, console).run();
      verdict.tell(console);
      return verdict.held();
    } finally {
      // Who was interrupted has stopped by now, and closing the platform has to wait for its parts.
      Thread.interrupted();
    }
  }

  /** The usual ports are left to a platform of the user's. */
  private Settings settings(Path data, Home home) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DOORS_DATA", data.toString());
    for (Service service : Service.values()) {
      environment.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    return Settings.read(environment, home.path())
        .withServices(Set.of(Service.SCHEDULE, Service.RSVP))
        .withRsvpInstances(rsvpInstances);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("doors-open-chaos-");
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
