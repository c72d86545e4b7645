package org.doorsopen.chaos.seats;

import java.nio.file.Path;
import java.time.Duration;
import org.doorsopen.chaos.experiment.ExperimentCommand;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doors chaos poison} */
@Command(
    name = "poison",
    description =
        "Let people RSVP on a platform of its own, throw records that nobody can read into every partition meanwhile, audit seats, pages and mails.")
public final class PoisonCommand extends ExperimentCommand {

  @Option(
      names = "--duration",
      defaultValue = "1m",
      description = "Of the load, 10s to 1h (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "0",
      description = "Of rsvp-service, 0 to 100 (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--meetups",
      paramLabel = "N",
      defaultValue = "20",
      description = "1 to 200 (default: ${DEFAULT-VALUE}).")
  private int meetups;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "20",
      description = "Requests in a second, 1 to 200 (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Override
  protected void check(CommandSpec command) {
    new Limits(command)
        .duration("--duration", duration, Duration.ofSeconds(10), Duration.ofHours(1))
        .number("--kills", kills, 0, 100)
        .number("--meetups", meetups, 1, 200)
        .number("--rate", rate, 1, 200)
        .check();
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings;
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    Plan plan = new Plan(duration, kills, 0, meetups, rate, seed());
    Verdict verdict = SeatsExperiment.amongPoison(facts, data, plan, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
