package org.doorsopen.chaos.experiment;

import java.nio.file.Path;
import java.util.Map;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Settings;

/** One kind of chaos, and how much of it. Closed when the platform is. */
public interface Experiment extends AutoCloseable {

  /** Settings of the platform beside its ports and its folder. */
  default Map<String, String> environment() {
    return Map.of();
  }

  /** With the services that take part. */
  Settings on(Settings settings);

  /**
   * @param data the platform's folder
   * @return whether every promise held, which the console was told
   */
  boolean run(PlatformFacts facts, Path data, Console console);

  @Override
  default void close() {}
}
