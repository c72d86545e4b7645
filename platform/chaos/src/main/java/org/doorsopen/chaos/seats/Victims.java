package org.doorsopen.chaos.seats;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.doorsopen.chaos.experiment.Killer;
import org.doorsopen.chaos.experiment.Killer.Kill;
import org.doorsopen.launcher.platform.Console;

/** Kills processes of a platform that keeps them alive, at random instants, one at a time. */
final class Victims {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final Duration RECOVERS_WITHIN = Duration.ofMinutes(4);

  private final Killer killer;
  private final Readiness readiness;
  private final int instances;
  private final Random random;

  /**
   * @param data the platform's folder, where it notes the ids of its processes
   */
  Victims(Path data, List<URI> rsvpServices, Console console, Random random) {
    this.killer = new Killer(data, console);
    this.readiness = new Readiness(rsvpServices);
    this.instances = rsvpServices.size();
    this.random = random;
  }

  /**
   * One kill in each of as many parts of the duration as there are kills, at any time in it, but
   * not before some process of rsvp-service is ready: on a busy machine it takes longer.
   *
   * @throws InterruptedException if it was interrupted before all were done
   */
  List<Kill> kill(Plan plan) throws InterruptedException {
    List<String> order = new ArrayList<>(Collections.nCopies(plan.brokerKills(), "kafka"));
    IntStream.range(0, plan.kills()).forEach(i -> order.add(rsvpService()));
    Collections.shuffle(order, random);
    List<Kill> kills = new ArrayList<>();
    long begin = System.nanoTime();
    for (int i = 0; i < order.size(); i++) {
      double part = (i + random.nextDouble()) / order.size();
      sleepUntil(begin + (long) (part * plan.duration().toNanos()));
      readiness.awaitSome(RECOVERS_WITHIN);
      kills.add(kill(order.get(i)));
    }
    return kills;
  }

  private String rsvpService() {
    int number = 1 + random.nextInt(instances);
    return number == 1 ? "rsvp-service" : "rsvp-service-" + number;
  }

  private Kill kill(String victim) throws InterruptedException {
    Optional<Kill> kill = killer.kill(victim);
    while (kill.isEmpty()) {
      sleepUntil(System.nanoTime() + BETWEEN_LOOKS.toNanos());
      kill = killer.kill(victim);
    }
    return kill.get();
  }

  private static void sleepUntil(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
  }
}
