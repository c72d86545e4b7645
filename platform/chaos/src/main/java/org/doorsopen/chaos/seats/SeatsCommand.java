package org.doorsopen.chaos.seats;

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

/** {@code doors chaos seats} */
@Command(
    name = "seats",
    description =
        "Let people RSVP on a platform of its own, kill parts of it meanwhile, audit what is left.")
public final class SeatsCommand extends ExperimentCommand {

  @Option(
      names = "--duration",
      defaultValue = "5m",
      description = "Of the load, at least, 10s to 1h (default: ${DEFAULT-VALUE}).")
  private Duration duration;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "10",
      description = "Of rsvp-service, 0 to 100 (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--broker-kills",
      paramLabel = "N",
      defaultValue = "3",
      description = "Of Kafka, 0 to 50 (default: ${DEFAULT-VALUE}).")
  private int brokerKills;

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

  @Option(
      names = "--rsvp-instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "Processes of rsvp-service, 1 to 4 (default: ${DEFAULT-VALUE}).")
  private int rsvpInstances;

  @Override
  protected void check(CommandSpec command) {
    new Limits(command)
        .duration("--duration", duration, Duration.ofSeconds(10), Duration.ofHours(1))
        .number("--kills", kills, 0, 100)
        .number("--broker-kills", brokerKills, 0, 50)
        .number("--meetups", meetups, 1, 200)
        .number("--rate", rate, 1, 200)
        .number("--rsvp-instances", rsvpInstances, 1, 4)
        .check();
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings
        .withServices(Set.of(Service.SCHEDULE, Service.RSVP))
        .withRsvpInstances(rsvpInstances);
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    Plan plan = new Plan(duration, kills, brokerKills, meetups, rate, seed());
    Verdict verdict = new SeatsExperiment(facts, data, plan, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
