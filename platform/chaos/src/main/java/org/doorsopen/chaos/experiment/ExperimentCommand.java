package org.doorsopen.chaos.experiment;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.doorsopen.infrastructure.process.AotCaches;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.Home;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.platform.TemporaryPlatform;
import org.doorsopen.launcher.program.Help;
import org.doorsopen.launcher.settings.Settings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * One kind of chaos as a command: on a platform of its own, whose folder is deleted if every
 * promise held.
 */
public abstract class ExperimentCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private Help help;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Asks the same and kills at the same moments again (default: drawn, printed).")
  private @Nullable Long seed;

  /** Settings of the platform beside its ports and its folder. */
  protected Map<String, String> environment() {
    return Map.of();
  }

  /** The settings, with the services that take part. */
  protected abstract Settings adjusted(Settings settings);

  /**
   * Called before the platform is started.
   *
   * @throws picocli.CommandLine.ParameterException naming every option that is outside its limits
   */
  protected abstract void check(CommandSpec command);

  /**
   * Makes the chaos.
   *
   * @param data the platform's folder
   * @return whether every promise held, of which the console was told
   */
  protected abstract boolean run(PlatformFacts facts, Path data, Console console);

  /** The seed that was asked for, or one that was drawn; the same at every call. */
  protected final long seed() {
    if (seed == null) {
      seed = new Random().nextLong(1_000_000);
    }
    return seed;
  }

  /** Returns 0 if every promise held, otherwise 1. */
  @Override
  public Integer call() {
    check(spec);
    Console console = new Console(System.out);
    TemporaryPlatform platform =
        new TemporaryPlatform(
            "chaos", environment(), this::adjusted, AotCaches.USED, Home.find(), console.brief());
    return platform.run((running, data) -> run(running.facts(), data, console)) ? 0 : 1;
  }
}
