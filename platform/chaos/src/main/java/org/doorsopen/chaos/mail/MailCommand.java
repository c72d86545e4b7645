package org.doorsopen.chaos.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.doorsopen.chaos.experiment.ExperimentCommand;
import org.doorsopen.crowd.Received;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.program.Limits;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** {@code doors chaos mail} */
@Command(
    name = "mail",
    description =
        "Give a platform of its own mails to send, kill it meanwhile, let the mail server fall over "
            + "and refuse, have every event delivered again, audit what the mail server has accepted.")
public final class MailCommand extends ExperimentCommand {

  private final Received received = new Received();
  private FaultyMailServer server;

  @Option(
      names = "--mails",
      paramLabel = "N",
      defaultValue = "10000",
      description = "1 to 1000000 (default: ${DEFAULT-VALUE}).")
  private int mails;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "20",
      description = "Of notification-service, 0 to 100 (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--database-kills",
      paramLabel = "N",
      defaultValue = "2",
      description = "Of PostgreSQL, 0 to 10 (default: ${DEFAULT-VALUE}).")
  private int databaseKills;

  @Option(
      names = "--outage",
      paramLabel = "<duration>",
      defaultValue = "20s",
      description = "Of the mail server, 0s to 2m (default: ${DEFAULT-VALUE}).")
  private Duration outage;

  @Option(
      names = "--refused",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "Percent of the mails that the server refuses for now, 0 to 90 (default: ${DEFAULT-VALUE}).")
  private int refusedPercent;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "4",
      description = "To the mail server, 1 to 8 (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Override
  public Integer call() {
    try (FaultyMailServer started = FaultyMailServer.start(received)) {
      server = started;
      return super.call();
    }
  }

  @Override
  protected void check(CommandSpec command) {
    new Limits(command)
        .number("--mails", mails, 1, 1_000_000)
        .number("--kills", kills, 0, 100)
        .number("--database-kills", databaseKills, 0, 10)
        .duration("--outage", outage, Duration.ZERO, Duration.ofMinutes(2))
        .number("--refused", refusedPercent, 0, 90)
        .number("--connections", connections, 1, 8)
        .check();
  }

  @Override
  protected Map<String, String> environment() {
    return Map.of(
        "DOORS_SMTP", server.smtp(),
        "DOORS_SMTP_CONNECTIONS", Integer.toString(connections));
  }

  @Override
  protected Settings adjusted(Settings settings) {
    return settings.withServices(Set.of(Service.NOTIFICATION));
  }

  @Override
  protected boolean run(PlatformFacts facts, Path data, Console console) {
    Plan plan = new Plan(mails, kills, databaseKills, outage, refusedPercent, connections, seed());
    Verdict verdict = new MailExperiment(facts, data, plan, server, received, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
