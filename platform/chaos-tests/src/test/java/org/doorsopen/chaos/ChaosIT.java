package org.doorsopen.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.doorsopen.chaos.erasure.ErasureExperiment;
import org.doorsopen.chaos.inputs.InputsExperiment;
import org.doorsopen.chaos.mail.MailExperiment;
import org.doorsopen.chaos.seats.Plan;
import org.doorsopen.chaos.seats.SeatsExperiment;
import org.doorsopen.chaos.seats.Verdict;
import org.doorsopen.chaos.strangers.StrangersExperiment;
import org.doorsopen.crowd.Received;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.launcher.Rebuild;
import org.doorsopen.launcher.Rebuild.Rebuilt;
import org.doorsopen.launcher.platform.Console;
import org.doorsopen.launcher.platform.RunningPlatform;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The short forms of {@code ./doors chaos}, one after the other on one platform with two instances
 * of rsvp-service: the kills of those and of Kafka in every build, all others with {@code -Plong}.
 * A failure names the seed that plays it again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChaosIT {

  /** A kill that finds mails on their way finds most of them accepted and unanswered. */
  private static final Duration SLOW = Duration.ofMillis(20);

  @TempDir static Path temp;
  private final Received received = new Received();
  private final Console console = new Console(System.out);
  private final long seed = new Random().nextLong(1_000_000);
  private FaultyMailServer mailServer;
  private RunningPlatform platform;

  @BeforeAll
  void up() throws IOException {
    mailServer = FaultyMailServer.start(received);
    Map<String, String> settings = new HashMap<>();
    settings.put("DOORS_CHANGE_WINDOW", "1s");
    settings.put("DOORS_SMTP", mailServer.smtp());
    // The default ports may be just about to be taken by a platform that starts beside this one.
    for (Service service : Service.values()) {
      settings.put(service.portSetting(), Integer.toString(Ports.free()));
    }
    platform = RunningPlatform.up(data(), settings, "--rsvp-instances", "2");
  }

  @AfterAll
  void end() {
    if (platform != null) {
      platform.killEverything();
    }
    if (mailServer != null) {
      mailServer.close();
    }
  }

  @Test
  @Order(1)
  void keepsEveryPromiseThroughKillsOfServiceAndBroker() {
    Plan plan = new Plan(Duration.ofSeconds(20), 2, 1, 20, 20, seed);

    Verdict verdict = new SeatsExperiment(platform.facts(), data(), plan, console).run();

    verdict.tell(console);
    assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
    assertThat(verdict.kills()).isEqualTo(3);
    assertThat(verdict.requests()).isGreaterThan(150);
    assertThat(verdict.cancellations()).isPositive();
    assertThat(verdict.changes()).isPositive();
    assertThat(verdict.grants()).isPositive();
  }

  @Test
  @Order(2)
  void findsNothingToChangeWhenTheReadModelIsRebuiltAfterAllThat() {
    Rebuilt rebuilt = new Rebuild(platform.facts(), console).run();

    assertThat(rebuilt.records()).isGreaterThan(150);
    assertThat(rebuilt.changed()).isZero();
    assertThat(rebuilt.kept()).isZero();
  }

  @Test
  @Tag("long")
  @Order(3)
  void losesNoMailAndRepeatsFewThroughKillsAndAMailServerThatFalls() {
    mailServer.hesitate(SLOW);
    org.doorsopen.chaos.mail.Plan plan =
        new org.doorsopen.chaos.mail.Plan(600, 3, 1, Duration.ofSeconds(2), 20, 4, seed);

    org.doorsopen.chaos.mail.Verdict verdict =
        new MailExperiment(platform.facts(), data(), plan, mailServer, received, console).run();

    verdict.tell(console);
    assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
    assertThat(verdict.accepted()).isGreaterThanOrEqualTo(600);
    assertThat(verdict.refusals()).isPositive();
    assertThat(verdict.redelivered()).isGreaterThan(1_200);
    // There is one for each, where each takes one at a time.
    assertThat(verdict.mostInHand()).isGreaterThan(plan.connections());
  }

  @Test
  @Tag("long")
  @Order(4)
  void keepsNobodyWaitingBesideStrangersWhoHoldWhatTheyCan() {
    org.doorsopen.chaos.strangers.Plan plan =
        new org.doorsopen.chaos.strangers.Plan(Duration.ofSeconds(8), 240, 100, 5, seed);

    org.doorsopen.chaos.strangers.Verdict verdict =
        new StrangersExperiment(platform.facts(), data(), plan, console).run();

    verdict.tell(console);
    // Of forty RSVPs beside a build, one may be late; the long form is for the slowest.
    assertThat(verdict.findings()).filteredOn(finding -> !finding.startsWith("99 %")).isEmpty();
    assertThat(verdict.quantile(0.5)).isLessThan(1_000);
    assertThat(verdict.mostOpen()).isGreaterThan(50);
    assertThat(verdict.ended()).isPositive();
  }

  /** The seed is always the same here, so that a change fails for what it changes. */
  @Test
  @Tag("long")
  @Order(9)
  void answersInputsThatNobodyThoughtOf() {
    org.doorsopen.chaos.inputs.Verdict verdict =
        new InputsExperiment(platform.facts(), 1, 2_000).run();

    verdict.tell(console);
    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.statuses()).containsKeys(200, 303, 400, 401, 404);
    assertThat(verdict.forms()).isGreaterThan(10);
  }

  @Test
  @Tag("long")
  @Order(5)
  void findsNobodyInAnyFileWhoWasErased() {
    org.doorsopen.chaos.erasure.Verdict verdict =
        new ErasureExperiment(
                platform.facts(), data(), new org.doorsopen.chaos.erasure.Plan(30, seed), console)
            .run();

    verdict.tell(console);
    assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
    assertThat(verdict.receipts()).isEqualTo(30);
    assertThat(verdict.before()).isNotEmpty();
  }

  /** The last of those that look at decisions: records that were set aside stay there. */
  @Test
  @Tag("long")
  @Order(6)
  void keepsEveryPromiseWhileRecordsThatNobodyCanReadStandInEveryPartition() {
    Plan plan = new Plan(Duration.ofSeconds(6), 0, 0, 10, 20, seed);

    Verdict verdict = SeatsExperiment.amongPoison(platform.facts(), data(), plan, console).run();

    verdict.tell(console);
    // The long form is for the slowest: here, a build may run beside.
    assertThat(verdict.findings()).as("seed %d", seed).noneMatch(ChaosIT::isNotAboutTime);
    assertThat(verdict.requests()).isGreaterThan(60);
  }

  private static boolean isNotAboutTime(String finding) {
    return !finding.contains(" waited for ");
  }

  private static Path data() {
    return temp.resolve("data");
  }
}
