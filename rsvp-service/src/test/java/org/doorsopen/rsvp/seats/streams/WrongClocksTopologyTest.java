package org.doorsopen.rsvp.seats.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.rsvp.seats.streams.AllocationDriver.GRACE;
import static org.doorsopen.rsvp.seats.streams.AllocationDriver.MEETUP;
import static org.doorsopen.rsvp.seats.streams.ScheduleBuilder.aMeetup;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.test.TestRecord;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.CancelledBy;
import org.doorsopen.schemas.events.RsvpCancelled;
import org.doorsopen.schemas.events.RsvpRequested;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock that is ahead of the others stops nobody's RSVPs. */
class WrongClocksTopologyTest {

  private static final Duration AHEAD = Duration.ofHours(3);

  private AllocationDriver driver;

  @BeforeEach
  void open(@TempDir Path stateDirectory) {
    driver = new AllocationDriver(stateDirectory);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  /** The last is a clock that lost its battery's date to a far future. */
  @ParameterizedTest
  @ValueSource(strings = {"PT30M", "PT1H1M", "PT3H", "P400D", "P20000D"})
  void givesDecisionsTimesThatAreNotAheadOfThisClock(Duration ahead) {
    Instant wrong = driver.now().plus(ahead);
    ScheduleChanged schedule = aMeetup(driver.now()).version(1, wrong).event();
    driver.tell(Topics.SCHEDULES, MEETUP, schedule, wrong);
    driver.tell(Topics.RSVPS, MEETUP, requested("ada", wrong), wrong);
    driver.tell(Topics.RSVPS, MEETUP, requested("bob", driver.now()), driver.now());

    assertThat(driver.records())
        .hasSize(2)
        .extracting(TestRecord::getRecordTime)
        .allMatch(time -> !time.isAfter(driver.wallClock()));
  }

  @Test
  void countsARequestAsOfTheTimeAtWhichTheLogHasIt() {
    driver.publish(aMeetup().event());
    driver.at(aMeetup().event().getMeetup().getRsvpClosesAt().minus(Duration.ofHours(1)));
    RsvpRequested request = requested("ada", driver.now().plus(AHEAD));
    driver.tell(Topics.RSVPS, MEETUP, request, driver.now());

    assertThat(driver.decisions()).containsExactly("ada confirmed");
  }

  @Test
  void countsACancellationAsOfTheTimeAtWhichTheLogHasIt() {
    driver.publish(aMeetup().capacity(1).event());
    driver.at(aMeetup().event().getMeetup().getRsvpClosesAt().minus(Duration.ofHours(1)));
    driver.request("ada");
    driver.request("bob");
    driver.tell(
        Topics.RSVPS,
        MEETUP,
        new RsvpCancelled(
            "ada", MEETUP, CancelledBy.ATTENDEE, driver.now().plus(AHEAD), null, false),
        driver.now());

    assertThat(driver.decisions())
        .containsExactly("ada confirmed", "bob waits with 1", "ada released seats", "bob promoted");
  }

  @Test
  void neverDeclinesAsUnknownBeforeAllSchedulesAreRead() {
    driver.schedulesAreRead = false;
    driver.request("ada");
    driver.at(driver.now().plus(GRACE.multipliedBy(100)));
    assertThat(driver.decisions()).isEmpty();

    driver.publish(aMeetup().event());
    assertThat(driver.decisions()).containsExactly("ada confirmed");
  }

  @Test
  void declinesAsUnknownWhenKafkaHasSaidThatAllAreRead() {
    driver.schedulesAreRead = false;
    driver.request("ada");
    driver.at(driver.now().plus(GRACE.multipliedBy(2)));
    driver.schedulesAreRead = true;
    driver.at(driver.now().plusSeconds(2));

    assertThat(driver.decisions()).containsExactly("ada declined UNKNOWN_MEETUP");
  }

  private static RsvpRequested requested(String rsvpId, Instant at) {
    return new RsvpRequested(rsvpId, MEETUP, rsvpId, 0, at);
  }
}
