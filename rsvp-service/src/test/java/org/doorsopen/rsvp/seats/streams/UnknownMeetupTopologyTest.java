package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.doorsopen.rsvp.seats.streams.AllocationDriver.GRACE;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.aMeetup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.doorsopen.schemas.Traceparent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing orders topics among each other, so a request may come before its schedule does. */
class UnknownMeetupTopologyTest {

  private static final Duration SOME_OF_IT = GRACE.minusSeconds(2);

  private AllocationDriver driver;

  @BeforeEach
  void open(@TempDir Path stateDirectory) {
    driver = new AllocationDriver(stateDirectory);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void givesTheSeatWhenTheScheduleComes() {
    driver.request("ada");
    driver.at(driver.now().plus(SOME_OF_IT));
    assertThat(driver.decisions()).isEmpty();

    driver.publish(aMeetup().event());

    assertThat(driver.decisions()).containsExactly("ada confirmed");
    assertThat(driver.backlogEntries()).isZero();
  }

  @Test
  void decidesAsIfTheScheduleHadComeFirst() {
    List.of("ada", "bob").forEach(driver::request);
    driver.cancel("ada");
    List.of("cyd", "bob").forEach(driver::request);
    driver.publish(aMeetup().capacity(1).event());
    driver.request("dan");

    assertThat(driver.decisions())
        .containsExactly(
            "ada confirmed",
            "bob waits with 1",
            "ada released seats",
            "bob promoted",
            "cyd waits with 2",
            "dan waits with 3");
  }

  @Test
  void waitsForOneMeetupOnly() {
    driver.publish(aMeetup().event("hamburg"));
    driver.request("ada");
    driver.requestElsewhere("hamburg", "hal");

    assertThat(driver.decisions()).containsExactly("hal confirmed");
  }

  @Test
  void declinesEachWhenItsOwnGraceIsOverAndSaysWhenItWasAsked() {
    Instant asked = driver.now();
    driver.request("ada");
    driver.cancel("ada");
    driver.at(asked.plus(SOME_OF_IT));
    driver.request("bob");
    driver.at(asked.plus(GRACE));

    assertThat(driver.events())
        .extracting("rsvpId", "decidedAt", "scheduleVersion")
        .containsExactly(tuple("ada", asked, 0));

    driver.publish(aMeetup().event());
    assertThat(driver.decisions()).containsExactly("bob confirmed");
  }

  @Test
  void takesThemFromThenOnWhenTheScheduleComesTooLate() {
    driver.request("ada");
    driver.at(driver.now().plus(GRACE));
    driver.publish(aMeetup().event());
    driver.request("again", "ada", 0, Traceparent.fresh());

    assertThat(driver.decisions())
        .containsExactly("ada declined UNKNOWN_MEETUP", "again confirmed");
  }
}
