package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.doorsopen.acceptance.browser.Chromium;
import org.doorsopen.acceptance.browser.LoginStory;
import org.doorsopen.acceptance.browser.OutageStory;
import org.doorsopen.acceptance.browser.Reader;
import org.doorsopen.acceptance.browser.RsvpStory;
import org.doorsopen.acceptance.browser.Visit;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Email;
import org.doorsopen.launcher.http.Http;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The evening on {@code docker compose up}, in both profiles. Needs the services' images and a
 * Docker engine; {@code containers/test} provides both.
 */
@Tag("compose")
class ComposeIT {
  @TempDir static Path temp;

  @BeforeAll
  static void requireEngine() {
    TrustedHere.install();
    boolean canRun = ComposePlatform.canRun();
    String reason = "skipped, because no Docker engine answers: containers/engine start";
    if ("required".equals(System.getenv("DOORS_CONTAINERS"))) {
      assertThat(canRun).as(reason).isTrue();
    }
    assumeTrue(canRun, reason);
  }

  @Test
  void playsTheEveningOnOneOfEachBehindTls() {
    try (ComposePlatform platform = ComposePlatform.behindTls(temp.resolve("default.log"))) {
      assertPlainHttpLeadsToTls(platform);
      Evening evening = Evening.drafted(platform.facts());
      evening.publish();
      evening.everybodyRsvps();

      assertTheFrontDoorHidesWhatIsInternalAndSaysWhenAServiceIsAway(platform);
      assertEightOfTwelveHaveASeat(evening);
      assertTheEveningGoesOn(evening);
      assertTheEngineTellsNoSecret(platform);
      assertContainersMeetWhereTheyHaveSomethingToSay(platform);
      assertFurtherOrganizersComeAndGo(platform);
      assertABrowserFindsItsWay(platform, evening);
    }
  }

  @Test
  void losesNothingWhenABrokerAndAnInstanceAreKilledInTheMiddle() {
    try (ComposePlatform platform = ComposePlatform.scaled(temp.resolve("scale.log"))) {
      assertServicesTalkToTheDatabaseThroughTls(platform);
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

  /** Brokers have no other listeners. */
  private static void assertServicesTalkToTheDatabaseThroughTls(ComposePlatform platform) {
    String query =
        "select count(*) > 5 and bool_and(ssl) from pg_stat_ssl join pg_stat_activity using (pid)"
            + " where usename in ('schedule', 'rsvp', 'notification')";
    assertThat(
            platform.said(
                "postgres",
                "bash",
                "-c",
                "PGPASSWORD=$(cat /run/database/password) psql -h 127.0.0.1 -U doors -tAc \"%s\""
                    .formatted(query)))
        .isEqualTo("t");
  }

  private static void assertPlainHttpLeadsToTls(ComposePlatform platform) {
    HttpResponse<String> answer = new AtTheDoor(platform.plainFrontDoor()).get("/");
    assertThat(answer.statusCode()).isEqualTo(308);
    assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("https://localhost");
  }

  private static void assertTheEngineTellsNoSecret(ComposePlatform platform) {
    assertThat(platform.inspected())
        .doesNotContain(
            ComposePlatform.SECRET,
            platform.facts().organizer().substring("organizer:".length()),
            platform.mailLogin(),
            platform.said("schedule-service", "cat", "/run/doors/DOORS_DATABASE_PASSWORD"),
            platform.said("postgres", "cat", "/run/database/password"),
            platform.said("registry", "cat", "/run/registry/password"));
  }

  private static void assertContainersMeetWhereTheyHaveSomethingToSay(ComposePlatform platform) {
    Map<String, String> strangers =
        Map.of(
            "front-door", "kafka postgres registry",
            "mail", "kafka postgres rsvp-service",
            "postgres", "kafka front-door",
            "kafka", "postgres mail");
    // A name that is known is known at once; others are looked for out in the world.
    strangers.forEach((container, names) ->
        assertThat(
                platform.succeeds(
                    container,
                    "sh",
                    "-c",
                    "for name in %s; do timeout 1 getent hosts $name && exit; done; false"
                        .formatted(names)))
            .as("%s knows one of %s", container, names)
            .isFalse());
    assertThat(platform.succeeds("front-door", "getent", "hosts", "rsvp-service")).isTrue();
  }

  private static void assertFurtherOrganizersComeAndGo(ComposePlatform platform) {
    Http ada = Http.basic(platform.facts().frontDoor(), "ada:a long one of her own");
    String line = "ada:{bcrypt}" + new BCryptPasswordEncoder(8).encode("a long one of her own");
    List<String> paths = List.of("/api/schedules", "/api/emails", "/api/dead-letters/rsvps");

    platform.give("DOORS_ORGANIZERS", line);
    platform.tellSecrets();
    assertThat(paths).allSatisfy(path -> assertThat(ada.tryGet(path).status()).isEqualTo(200));
    platform.give("DOORS_ORGANIZERS", "# nobody");
    platform.tellSecrets();
    assertThat(paths).allSatisfy(path -> assertThat(ada.tryGet(path).status()).isEqualTo(401));
  }

  /** One person is on the waitlist. */
  private static void assertABrowserFindsItsWay(ComposePlatform platform, Evening evening) {
    Optional<Chromium> started = Chromium.start();
    if (started.isEmpty()) {
      return;
    }
    try (Chromium browser = started.get()) {
      URI door = platform.facts().frontDoor();
      String organizer = platform.facts().organizer();
      Guest guest = evening.guests().get(1);
      Visit.to(door.resolve("/"), "home", 200, browser, Reader.ON_A_PHONE);
      Visit.to(evening.pageOf(guest), "rsvp-seat", 200, browser, Reader.AT_A_DESK_IN_GERMAN);
      Visit.ofOrganizer(door.resolve("/desk"), "desk", organizer, browser, Reader.ON_A_PHONE);
      Visit.to(door.resolve("/actuator"), "nothing", 404, browser, Reader.AT_A_DESK_IN_GERMAN);
      RsvpStory.play(door, "robin@example.org", ComposePlatform.SECRET, browser, Reader.ON_A_PHONE);
      LoginStory.play(door, organizer, ComposePlatform.SECRET, browser, Reader.AT_A_DESK_IN_GERMAN);
      OutageStory.play(
          door,
          organizer,
          evening.pageOf(guest),
          browser,
          () -> platform.kill("rsvp-service"),
          () -> platform.start("rsvp-service"));
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
