package org.doorsopen.chaos.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.doorsopen.chaos.experiment.Experiment;
import org.doorsopen.crowd.Received;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Options;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/** {@code doors chaos mail} */
public record MailCommand(Plan plan, Received received, FaultyMailServer server)
    implements Experiment {

  public static MailCommand of(List<String> words) {
    Options options =
        Options.of(
            words,
            "--mails",
            "--kills",
            "--database-kills",
            "--outage",
            "--refused",
            "--connections",
            "--seed");
    Plan plan =
        new Plan(
            options.number("--mails", 1, 1_000_000).orElse(10_000),
            options.number("--kills", 0, 100).orElse(20),
            options.number("--database-kills", 0, 10).orElse(2),
            options
                .duration("--outage", Duration.ZERO, Duration.ofMinutes(2))
                .orElse(Duration.ofSeconds(20)),
            options.number("--refused", 0, 90).orElse(20),
            options.number("--connections", 1, 8).orElse(4),
            options.seed("--seed").orElseGet(() -> new Random().nextLong(1_000_000)));
    options.check();
    Received received = new Received();
    return new MailCommand(plan, received, FaultyMailServer.start(received));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "DOORS_SMTP", server.smtp(),
        "DOORS_SMTP_CONNECTIONS", Integer.toString(plan.connections()));
  }

  @Override
  public Settings on(Settings settings) {
    return settings.withServices(Set.of(Service.NOTIFICATION));
  }

  @Override
  public boolean run(PlatformFacts facts, Path data, Console console) {
    Verdict verdict = new MailExperiment(facts, data, plan, server, received, console).run();
    verdict.tell(console);
    return verdict.held();
  }

  @Override
  public void close() {
    server.close();
  }
}
