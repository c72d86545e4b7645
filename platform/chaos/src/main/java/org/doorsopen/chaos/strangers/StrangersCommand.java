package org.doorsopen.chaos.strangers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.doorsopen.chaos.experiment.ExperimentCommand;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doors chaos strangers} */
@Command(
    name = "strangers",
    description =
        "Let people RSVP on a platform of its own while strangers hold connections, headers and"
            + " bodies and listen in crowds, all on this machine; audit waits, processes and"
            + " memory.")
public final class StrangersCommand extends ExperimentCommand {

  @Option(
      names = "--duration",
      defaultValue = "1m",
      description = "Of the attack, 5s to 30m (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Of strangers at a time, 10 to 7000 (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--listeners",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Connections that follow one RSVP, 0 to 3000 (default: ${DEFAULT-VALUE}).")
  private int listeners;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "5",
      description = "RSVPs of people in a second, 1 to 50 (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Override
  protected void check(CommandSpec command) {
    new Limits(command)
        .duration("--duration", duration, Duration.ofSeconds(5), Duration.ofMinutes(30))
        .number("--connections", connections, 10, 7_000)
        .number("--listeners", listeners, 0, 3_000)
        .number("--rate", rate, 1, 50)
        .check();
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings.withServices(Set.of(Service.SCHEDULE, Service.RSVP));
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    Plan plan = new Plan(duration, connections, listeners, rate, seed());
    Verdict verdict = new StrangersExperiment(facts, data, plan, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
