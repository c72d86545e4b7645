package org.doorsopen.chaos.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.doorsopen.chaos.experiment.ChaosFailure;
import org.doorsopen.chaos.experiment.Killer;
import org.doorsopen.crowd.Crowd;
import org.doorsopen.crowd.Received;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.settings.Service;

/**
 * Gives notification-service mails to send and kills it while it does; has the mail server fall
 * over and refuse; in the end has every event delivered again. The mails that the server has
 * accepted are compared with those that were owed, and with the delivery log.
 */
public final class MailExperiment {
  private static final Duration MAX_SILENCE = Duration.ofMinutes(3);
  private static final long BETWEEN_LOOKS_MILLIS = 20;

  private final PlatformFacts facts;
  private final Killer killer;
  private final Plan plan;
  private final FaultyMailServer server;
  private final Received received;
  private final Console console;
  private final Random random;
  private final List<String> findings = new ArrayList<>();
  private long begin;
  private int mostInHand;

  /**
   * @param data the platform's folder
   * @param server to which the platform's mail goes
   * @param received what that server has accepted
   */
  public MailExperiment(
      PlatformFacts facts,
      Path data,
      Plan plan,
      FaultyMailServer server,
      Received received,
      Console console) {
    this.facts = facts;
    this.killer = new Killer(data, console);
    this.plan = plan;
    this.server = server;
    this.received = received;
    this.console = console;
    this.random = new Random(plan.seed());
  }

  /**
   * Bounded: ends when no mail was accepted for some minutes.
   *
   * @throws ChaosFailure if it could not be made
   */
  public Verdict run() {
    console.say(plan.inWords());
    begin = System.nanoTime();
    Crowd crowd = new Crowd(facts);
    DeliveryLog log = new DeliveryLog(facts, crowd.meetupIds());
    try {
      await("The end of what was sent before", log::isIdle);
      int before = received.total();
      List<String> owed = crowd.confirm(plan.mails());
      int redelivered = chaos(log, before);
      Audit audit = new Audit(received, log, plan);
      findings.addAll(audit.of(owed));
      return new Verdict(
          findings,
          plan,
          received.total() - before,
          audit.repeats(),
          server.refusals(),
          mostInHand,
          redelivered);
    } catch (Silence e) {
      throw new ChaosFailure(e.getMessage());
    } catch (InterruptedException e) {
      throw new ChaosFailure("The chaos was ended before its time");
    }
  }

  /** Returns how many events were delivered again; an event that never comes is a finding. */
  private int chaos(DeliveryLog log, int before) throws InterruptedException {
    try {
      killAndRefuse(log, before);
      server.refuse(0);
      await("The end of the queue", () -> log.isSettled(plan.mails()));
      return redeliverEverything();
    } catch (Silence e) {
      findings.add(e.getMessage());
      return 0;
    }
  }

  /** Each at some moment of its share of the first nine tenths of the mails. */
  private void killAndRefuse(DeliveryLog log, int before) throws InterruptedException {
    int blows = plan.kills() + plan.databaseKills() + 1;
    int outage = (plan.kills() + 1) / 2;
    for (int i = 0; i < blows; i++) {
      int mail = 1 + (int) (0.9 * (i + random.nextDouble()) / blows * plan.mails());
      await("Mail number " + mail, () -> received.total() - before >= mail);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(20));
      if (i == outage) {
        outage();
      } else if (i > outage && i <= outage + plan.databaseKills()) {
        kill("postgresql");
      } else {
        killSenders(log);
      }
    }
  }

  private void outage() throws InterruptedException {
    say("the mail server falls over, %d accepted".formatted(received.total()));
    server.stop();
    TimeUnit.MILLISECONDS.sleep(plan.outage().toMillis());
    say("it is back, and refuses %d %%".formatted(plan.refusedPercent()));
    server.refuse(plan.refusedPercent());
    server.startAgain();
  }

  private void killSenders(DeliveryLog log) throws InterruptedException {
    int inHand = log.inHand();
    kill(Service.NOTIFICATION.module());
    say("%d mails were in its hands".formatted(inHand));
    mostInHand = Math.max(mostInHand, inHand);
  }

  private void kill(String victim) throws InterruptedException {
    await("A process to kill", () -> killer.kill(victim).isPresent());
  }

  /** No mail may follow, so it waits only for the end of the events. */
  private int redeliverEverything() throws InterruptedException {
    int before = received.total();
    Redelivery redelivery = new Redelivery(facts.kafka());
    await("The end of the consumers", redelivery::rewind);
    say("every event is delivered again");
    await("The last event once more", redelivery::isDone);
    int again = received.total() - before;
    if (again > 0) {
      findings.add("%d mails were sent again because events were delivered again".formatted(again));
    }
    return redelivery.events();
  }

  private static final class Silence extends RuntimeException {
    Silence(String message) {
      super(message);
    }
  }

  private void await(String what, BooleanSupplier isThere) throws InterruptedException {
    long since = System.nanoTime();
    int seen = received.total();
    while (!isThere.getAsBoolean()) {
      if (received.total() > seen) {
        seen = received.total();
        since = System.nanoTime();
      }
      if (System.nanoTime() - since > MAX_SILENCE.toNanos()) {
        throw new Silence(
            "%s did not come within %d s after the last mail, the %dth"
                .formatted(what, MAX_SILENCE.toSeconds(), seen));
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
  }

  private void say(String what) {
    Duration passed = Duration.ofNanos(System.nanoTime() - begin);
    console.say("  %5s s  %s".formatted(Console.seconds(passed), what));
  }
}
