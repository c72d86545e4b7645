package org.doorsopen.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
record SeatsChaos(ChaosPlan plan, int rsvpInstances) implements Chaos {
  private static final String[] OPTIONS = {
    "--duration", "--kills", "--broker-kills", "--meetups", "--rate", "--rsvp-instances", "--seed"
  };

  static SeatsChaos of(List<String> words) {
    Options options = Options.of(words, OPTIONS);
    ChaosPlan plan =
        new ChaosPlan(
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
    return new SeatsChaos(plan, rsvpInstances);
  }

  @Override
  public Settings on(Settings settings) {
    return settings
        .withServices(Set.of(Service.SCHEDULE, Service.RSVP))
        .withRsvpInstances(rsvpInstances);
  }

  @Override
  public boolean run(PlatformFacts facts, Path data, Console console) {
    Verdict verdict = new ChaosSeats(facts, data, plan, console).run();
    verdict.tell(console);
    return verdict.held();
  }
}
