package org.doorsopen.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.doorsopen.infrastructure.StartFailure;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.infrastructure.process.Trees;
import org.doorsopen.launcher.demo.DemoFailure;
import org.doorsopen.launcher.demo.Rehearsal;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.Platform;
import org.doorsopen.launcher.settings.Settings;

/**
 * {@code doors train}: a short evening on a platform that is thrown away afterwards; what stays are
 * the AOT caches of its JVMs, which make later starts fast.
 */
record Train(Home home, Console console) {

  /**
   * @throws StartFailure or {@link DemoFailure} if the evening could not be played; there may be
   *     caches of some JVMs then, which do no harm
   */
  void run() {
    Path data = temporaryFolder();
    try (Platform platform = Platform.start(settings(data), home, console, AotCaches.RECORDED)) {
      new Rehearsal(platform.facts()).play();
      console.say("Played a short evening; writing what was learned …");
    } finally {
      delete(data);
    }
  }

  private Settings settings(Path data) {
    return Settings.read(
        Map.of("DOORS_DATA", data.toString(), "DOORS_CHANGE_WINDOW", "0s"), home.path());
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("doors-open-train-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path data) {
    try {
      Trees.delete(data);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
