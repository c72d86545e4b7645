package org.doorsopen.chaos.seats;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.doorsopen.chaos.experiment.Experiment;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Options;
import org.doorsopen.launcher.settings.Service;
import org.doorsopen.launcher.settings.Settings;

/**
 * {@code doors chaos seats}
 *
 * @param rsvpInstances processes of rsvp-service
 */
public record SeatsCommand(Plan plan, int rsvpInstances) implements Experiment {
  private static final String[] OPTIONS = {
    "--duration", "--kills", "--broker-kills", "--meetups", "--rate", "--rsvp-instances", "--seed"
  };

  public static SeatsCommand of(List<String> words) {
    Options options = Options.of(words, OPTIONS);
    Plan plan =
        new Plan(
            options
                .duration("--duration", Duration.ofSeconds(10), Duration.ofHours(1))
                .orElse(Duration.ofMinutes(5)),
            options.number("--kills", 0, 100).orElse(10),
            options.number("--broker-kills", 0, 50).orElse(3),
            options.number("--meetups", 1, 200).orElse(20),
            options.number("--rate", 1, 200).orElse(20),
            options.seed("--seed").orElseGet(() -> new Random().nextLong(1_000_000)));
    int rsvpInstances = options.number("--rsvp-instances", 1, 4).orElse(1);
    options.check();
    return new SeatsCommand(plan, rsvpInstances);
  }

  @Override
  public Settings on(Settings settings) {
    return settings
        .withServices(Set.of(Service.SCHEDULE, Service.RSVP))
        .withRsvpInstances(rsvpInstances);
  }

  @Override
  public boolean run(PlatformFacts facts, Path data, Console console) {
    Verdict verdict = new SeatsExperiment(facts, data, plan, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
