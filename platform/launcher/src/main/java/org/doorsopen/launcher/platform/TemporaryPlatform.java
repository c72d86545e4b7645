package org.doorsopen.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.infrastructure.process.Trees;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * A platform of its own for one purpose, in a temporary folder and on free ports, so that it never
 * comes near a user's data or in the way of a user's platform.
 *
 * @param purpose part of the folder's name
 * @param environment settings beside folder and ports
 * @param adjustment of these settings: which services take part, and how many processes
 * @param console told of the start, and of the data that is kept
 */
public record TemporaryPlatform(
    String purpose,
    Map<String, String> environment,
    UnaryOperator<Settings> adjustment,
    AotCaches aotCaches,
    Home home,
    Console console) {

  /** The work that is done on the platform. */
  @FunctionalInterface
  public interface Use {

    /**
     * @param data the platform's folder
     * @return whether it went well; otherwise data and logs are kept
     */
    boolean on(Platform platform, Path data);
  }

  /**
   * Starts the platform, uses it and ends it; deletes its folder unless something went wrong.
   *
   * @return whether the use went well
   * @throws org.doorsopen.infrastructure.process.StartFailure if the platform does not start
   */
  public boolean run(Use use) {
    Path data = temporaryFolder();
    boolean good = false;
    try (Platform platform = Platform.start(settings(data), home, console, aotCaches)) {
      good = used(use, platform, data);
    } finally {
      if (!good) {
        console.say("Data and logs are kept in " + data);
      }
    }
    if (good) {
      delete(data);
    }
    return good;
  }

  private static boolean used(Use use, Platform platform, Path data) {
    try {
      return use.on(platform, data);
    } finally {
      // A signal has done its work by now, and closing the platform has to wait for its parts.
      Thread.interrupted();
    }
  }

  private Settings settings(Path data) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("DOORS_DATA", data.toString());
    // Its whole crowd comes from one network, and asks again for as long as something is down.
    all.putIfAbsent("DOORS_RSVPS_PER_HOUR", "0");
    all.putIfAbsent("DOORS_RSVPS_PER_ADDRESS", "0");
    all.put(Settings.PORT, Integer.toString(Ports.free()));
    for (Service service : Service.values()) {
      all.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    return adjustment.apply(Settings.read(all, home.path()));
  }

  private Path temporaryFolder() {
    try {
      return Files.createTempDirectory("doors-open-" + purpose + "-");
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
