package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Email;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The evening on {@code docker compose up}, in both profiles. Needs the services' images and a
 * Docker engine; {@code containers/test} provides both.
 */
@Tag("compose")
class ComposeIT {
  @TempDir static Path temp;

  @BeforeAll
  static void requireEngine() {
    boolean canRun = ComposePlatform.canRun();
    String reason = "skipped, because no Docker engine answers: containers/engine start";
    if ("required".equals(System.getenv("DOORS_CONTAINERS"))) {
      assertThat(canRun).as(reason).isTrue();
    }
    assumeTrue(canRun, reason);
  }

  @Test
  void playsTheEveningOnOneOfEach() {
    try (ComposePlatform platform = ComposePlatform.up(temp.resolve("default.log"), "default")) {
      Evening evening = Evening.drafted(platform.facts());
      evening.publish();
      evening.everybodyRsvps();

      assertTheFrontDoorHidesWhatIsInternalAndSaysWhenAServiceIsAway(platform);
      assertEightOfTwelveHaveASeat(evening);
      assertTheEveningGoesOn(evening);
    }
  }

  @Test
  void losesNothingWhenABrokerAndAnInstanceAreKilledInTheMiddle() {
    try (ComposePlatform platform = ComposePlatform.up(temp.resolve("scale.log"), "scale")) {
      Evening evening = Evening.drafted(platform.facts());
      evening.publish();

      evening.everybodyRsvps(() -> platform.kill("kafka-2", "rsvp-service-2"));

      assertEightOfTwelveHaveASeat(evening);
      assertTheEveningGoesOn(evening);
      platform.start("kafka-2", "rsvp-service-2");
      evening.cancels(evening.guests().get(3));
      evening.awaitState(evening.guests().get(11), "CONFIRMED");
      assertSeats(evening, 10, 10, 0);
      assertToldOnce(evening);
    }
  }

  private static void assertTheFrontDoorHidesWhatIsInternalAndSaysWhenAServiceIsAway(
      ComposePlatform platform) {
    AtTheDoor door = new AtTheDoor(platform.facts().frontDoor());
    assertThat(door.get("/actuator/health").statusCode()).isEqualTo(404);
    assertThat(door.get("/api/openapi/schedule-service").statusCode()).isEqualTo(200);

    platform.kill("schedule-service");
    assertThat(door.get("/desk", "Accept", "text/html", "Accept-Language", "de").body())
        .contains("Einen Moment");
    assertThat(door.get("/api/schedules").headers().firstValue("Retry-After")).isPresent();
    platform.start("schedule-service");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> door.get("/api/openapi/schedule-service").statusCode() == 200);
  }

  private static void assertEightOfTwelveHaveASeat(Evening evening) {
    List<Guest> guests = evening.guests();
    assertThat(states(guests.subList(0, 8))).containsOnly("CONFIRMED");
    assertThat(states(guests.subList(8, 12))).containsOnly("WAITLISTED");
    assertThat(guests.subList(8, 12))
        .extracting(guest -> guest.status().waitlistPosition())
        .containsExactly(1, 2, 3, 4);
    assertSeats(evening, 8, 8, 4);
    guests.subList(0, 8).forEach(guest -> assertGot(evening, guest, "SEAT_CONFIRMED"));
    guests.subList(8, 12).forEach(guest -> assertGot(evening, guest, "SEAT_WAITLISTED"));
  }

  private static void assertTheEveningGoesOn(Evening evening) {
    List<Guest> guests = evening.guests();
    assertThat(evening.rsvpsAgain(guests.getFirst()).status().state()).isEqualTo("REQUESTED");
    evening.cancels(guests.get(2));
    evening.awaitState(guests.get(8), "CONFIRMED");
    assertGot(evening, guests.get(2), "SEAT_CONFIRMED", "RSVP_CANCELLED");
    assertGot(evening, guests.get(8), "SEAT_WAITLISTED", "SEAT_PROMOTED");
    assertSeats(evening, 8, 8, 3);

    List<Guest> seated = evening.seated();
    evening.movesTheTalk();
    seated.forEach(guest -> evening.letter(guest, "SCHEDULE_CHANGED"));
    evening.takesTheLargerRoom();
    evening.letter(guests.get(9), "SEAT_PROMOTED");
    evening.letter(guests.get(10), "SEAT_PROMOTED");
    seated.forEach(guest -> evening.letter(guest, "SCHEDULE_CHANGED", 2));
    assertThat(guests.getLast().status()).isEqualTo(new Status("WAITLISTED", "", 1));
    assertSeats(evening, 10, 10, 1);
    assertToldOnce(evening);
  }

  /**
   * The delivery log holds one mail of each kind that tells a decision, and all of them are out.
   */
  private static void assertToldOnce(Evening evening) {
    for (Guest guest : evening.guests()) {
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() ->
              assertThat(evening.logged(guest)).extracting(Email::status).containsOnly("SENT"));
      assertThat(decisions(evening, guest)).doesNotHaveDuplicates();
    }
  }

  private static Stream<String> decisions(Evening evening, Guest guest) {
    return evening.logged(guest).stream()
        .map(Email::kind)
        .filter(kind -> !kind.equals("SCHEDULE_CHANGED"));
  }

  private static Stream<String> states(List<Guest> guests) {
    return guests.stream().map(guest -> guest.status().state());
  }

  private static void assertSeats(Evening evening, int capacity, int confirmed, int waitlisted) {
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(evening.meetup().path("seats").toString())
                .isEqualTo(
                    "{\"capacity\":%d,\"confirmed\":%d,\"waitlisted\":%d}"
                        .formatted(capacity, confirmed, waitlisted)));
  }

  /** These mails and no others, in this order. */
  private static void assertGot(Evening evening, Guest guest, String... kinds) {
    evening.letter(guest, kinds[kinds.length - 1]);
    assertThat(evening.lettersTo(guest)).extracting(Letter::kind).containsExactly(kinds);
  }
}
