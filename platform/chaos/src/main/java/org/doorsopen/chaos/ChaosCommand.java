package org.doorsopen.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.chaos.experiment.Experiment;
import org.doorsopen.chaos.mail.MailCommand;
import org.doorsopen.chaos.seats.SeatsCommand;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.Trees;
import org.doorsopen.launcher.Program;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * {@code doors chaos}: on a platform of its own in a temporary folder, which is deleted if every
 * promise held, so that nobody's data is ever near it.
 */
public final class ChaosCommand {
  private final Experiment chaos;

  private ChaosCommand(Experiment chaos) {
    this.chaos = chaos;
  }

  /**
   * @param arguments the kind of chaos and its options
   */
  public static void main(String[] arguments) {
    Program.run(() -> run(Arrays.asList(arguments)));
  }

  private static int run(List<String> words) {
    Optional<ChaosCommand> command = ChaosCommand.of(words);
    if (command.isEmpty()) {
      System.err.println(
          "There are two kinds of chaos: ./doors chaos seats and ./doors chaos mail");
      return 2;
    }
    try {
      return command.get().run(Home.find(), new Console(System.out)) ? 0 : 1;
    } catch (ChaosFailure e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  /**
   * @param words after {@code chaos}
   * @return empty if there is no such chaos
   */
  public static Optional<ChaosCommand> of(List<String> words) {
    String kind = words.isEmpty() ? "" : words.getFirst();
    List<String> options = words.stream().skip(1).toList();
    return switch (kind) {
      case "seats" -> Optional.of(new ChaosCommand(SeatsCommand.of(options)));
      case "mail" -> Optional.of(new ChaosCommand(MailCommand.of(options)));
      default -> Optional.empty();
    };
  }

  /** Whether every promise held. */
  public boolean run(Home home, Console console) {
    Path data = temporaryFolder();
    boolean held = true;
    try (chaos;
        Platform platform =
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
      return chaos.run(platform.facts(), data, console);
    } finally {
      // Who was interrupted has stopped by now, and closing the platform has to wait for its parts.
      Thread.interrupted();
    }
  }

  /** The usual ports are left to a platform of the user's. */
  private Settings settings(Path data, Home home) {
    Map<String, String> environment = new HashMap<>(chaos.environment());
    environment.put("DOORS_DATA", data.toString());
    for (Service service : Service.values()) {
      environment.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    return chaos.on(Settings.read(environment, home.path()));
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
