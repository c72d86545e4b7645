package org.doorsopen.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.doorsopen.acceptance.browser.AttendeesStory;
import org.doorsopen.acceptance.browser.Chromium;
import org.doorsopen.acceptance.browser.CrowdStory;
import org.doorsopen.acceptance.browser.DeskStory;
import org.doorsopen.acceptance.browser.EmbedStory;
import org.doorsopen.acceptance.browser.ImportStory;
import org.doorsopen.acceptance.browser.LoginStory;
import org.doorsopen.acceptance.browser.OutageStory;
import org.doorsopen.acceptance.browser.Reader;
import org.doorsopen.acceptance.browser.RsvpStory;
import org.doorsopen.acceptance.browser.TellingStory;
import org.doorsopen.acceptance.browser.Visit;
import org.doorsopen.crowd.Received;
import org.doorsopen.identity.PreviewTokens;
import org.doorsopen.identity.PreviewTokens.Preview;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.Secrets;
import org.doorsopen.identity.UnsubscribeTokens;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.infrastructure.Mailbox;
import org.doorsopen.infrastructure.faults.FaultyMailServer;
import org.doorsopen.infrastructure.process.Ports;
import org.doorsopen.launcher.demo.Attendee.Status;
import org.doorsopen.launcher.demo.Evening.Guest;
import org.doorsopen.launcher.demo.Letters.Letter;
import org.doorsopen.launcher.demo.Organizer.Change;
import org.doorsopen.launcher.demo.Organizer.Draft;
import org.doorsopen.launcher.demo.Organizer.Email;
import org.doorsopen.launcher.http.Http;
import org.doorsopen.launcher.platform.PlatformFacts;
import org.doorsopen.launcher.platform.RunningPlatform;
import org.doorsopen.launcher.settings.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One evening from its announcement to the morning after a power cut, on the real services as
 * processes, seen only through HTTP and the mailbox. Each test continues where the one before
 * ended.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveningIT {
  private static final String SECRET = "the-secret-of-this-evening-and-no-other";
  private static final int COMMUNITY = Ports.free();
  private static final Map<String, String> SETTINGS =
      Map.of(
          "DOORS_CHANGE_WINDOW",
          "1s",
          "DOORS_SECRET",
          SECRET,
          "DOORS_CORS_ORIGINS",
          EmbedStory.originAt(COMMUNITY));
  private static final int MAILS_PER_SECOND = 4;

  /**
   * The least number of mails: the talk that is moved last is announced to everyone who had a seat
   * and still has it.
   */
  private static final int GATHERED = 9;

  @TempDir static Path temp;
  private final Received received = new Received();
  private RunningPlatform platform;
  private Evening evening;
  private FaultyMailServer anotherServer;
  private final Optional<Chromium> browser = Chromium.start();
  private int pages;

  @BeforeAll
  void up() throws Exception {
    platform = RunningPlatform.up(temp.resolve("data"), SETTINGS);
    evening = Evening.drafted(platform.facts());
  }

  @AfterAll
  void end() {
    browser.ifPresent(Chromium::close);
    if (platform != null) {
      platform.killEverything();
    }
    if (anotherServer != null) {
      anotherServer.close();
    }
  }

  @TestFactory
  @Order(0)
  Stream<DynamicTest> tellsANewcomerTheNextStep() {
    return visits("home-empty", page("/"), 200);
  }

  @Test
  @Order(1)
  void showsTheEveningOnceItIsPublished() {
    assertThat(Http.anonymous(platform.facts().frontDoor()).tryGet(meetupPath()).status())
        .isEqualTo(404);

    assertThat(evening.publish().version()).isEqualTo(1);

    JsonNode meetup = evening.meetup();
    assertThat(meetup.path("title").asString())
        .isEqualTo("Kubernetes & Cloud Native Berlin Meetup");
    assertThat(meetup.path("agenda")).hasSize(6);
    assertThat(meetup.at("/agenda/4/speakers/0/name").asString()).isEqualTo("Kai Lüke");
    assertThat(meetup.at("/sponsors/0/contribution").asString()).isEqualTo("Pizzas");
    assertSeats(8, 0, 0);
  }

  @Test
  @Order(2)
  void confirmsEightOfTwelveAndWaitlistsTheRestInOrder() {
    List<Guest> guests = evening.everybodyRsvps();

    assertThat(guests.subList(0, 8))
        .extracting(guest -> guest.status().state())
        .containsOnly("CONFIRMED");
    assertThat(guests.subList(8, 12))
        .extracting(guest -> guest.status().state())
        .containsOnly("WAITLISTED");
    assertThat(guests.subList(8, 12))
        .extracting(guest -> guest.status().waitlistPosition())
        .containsExactly(1, 2, 3, 4);
    assertSeats(8, 8, 4);
    guests.subList(0, 8).forEach(guest -> assertGot(guest, "SEAT_CONFIRMED"));
    guests.subList(8, 12).forEach(guest -> assertGot(guest, "SEAT_WAITLISTED"));
  }

  @Test
  @Order(3)
  void sendsACalendarEntryToThoseWithASeatOnly() {
    assertThat(rawMail(evening.guests().getFirst())).contains("text/calendar", "invite.ics");
    assertThat(rawMail(evening.guests().getLast())).doesNotContain("text/calendar");
  }

  @Test
  @Order(4)
  void tellsTheMailboxAloneOfASecondRequestAndSendsTheLinkAgain() {
    Guest forgetful = evening.guests().getFirst();

    Guest second = evening.rsvpsAgain(forgetful);

    assertThat(second.status().state()).isEqualTo("REQUESTED");
    assertThat(forgetful.status().state()).isEqualTo("CONFIRMED");
    assertGot(forgetful, "SEAT_CONFIRMED", "ALREADY_REGISTERED");
    assertSeats(8, 8, 4);
  }

  @Test
  @Order(5)
  void isBehindOneAddressWhichHidesWhatIsInternal() {
    AtTheDoor door = new AtTheDoor(platform.facts().frontDoor());
    String login = door.login(platform.facts().organizer());

    assertThat(platform.said()).contains("Doors Open           " + door.address());
    assertThat(platform.said()).doesNotContain(platform.facts().rsvp().toString());
    assertThat(door.get(meetupPath()).statusCode()).isEqualTo(200);
    assertThat(door.get("/api/schedules", "Authorization", login).statusCode()).isEqualTo(200);
    assertThat(door.get("/api/emails", "Authorization", login).statusCode()).isEqualTo(200);
    assertThat(door.get("/api/openapi/notification-service").statusCode()).isEqualTo(200);
    assertThat(door.get(evening.pageOf(evening.guests().getFirst())).statusCode()).isEqualTo(200);
    assertThat(door.get("/actuator/health").statusCode()).isEqualTo(404);
    assertThat(door.get("/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(door.post(meetupPath() + "/rsvps", " ".repeat(300_000)).statusCode()).isEqualTo(413);
  }

  @Test
  @Order(5)
  void listensToThisMachineAlone() throws IOException {
    PlatformFacts facts = platform.facts();
    List<InetAddress> others =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress())
            .toList();

    assertThat(
            Stream.of(
                facts.frontDoor(),
                facts.rsvp(),
                facts.schedule(),
                facts.notification(),
                facts.rsvpsManagement().getFirst(),
                facts.scheduleManagement(),
                facts.notificationManagement()))
        .allSatisfy(uri ->
            assertThat(others)
                .allSatisfy(address ->
                    assertThatThrownBy(() -> new Socket(address, uri.getPort()))
                        .isInstanceOf(IOException.class)));
  }

  @Test
  @Order(6)
  void believesTheFrontDoorAloneWhereARequestComesFrom() throws IOException {
    URI door = platform.facts().frontDoor();
    URI service = platform.facts().rsvp();
    String forged = "X-Forwarded-Proto: https";

    // Only an answer to a request that came through TLS may say this.
    String secure = "Strict-Transport-Security";
    assertThat(AtTheDoor.from("127.0.0.2", service, meetupPath(), forged)).doesNotContain(secure);
    assertThat(AtTheDoor.from("127.0.0.1", door, meetupPath(), forged)).doesNotContain(secure);
    assertThat(AtTheDoor.from("127.0.0.1", service, meetupPath(), forged))
        .as("as the front door would send it")
        .contains(secure);
  }

  @Test
  @Order(7)
  void promotesTheNextInLineWhenSomebodyCancels() {
    Guest leaves = evening.guests().get(2);
    Guest next = evening.guests().get(8);
    Optional<Page> opened = browser.map(some -> some.open(Reader.ON_A_PHONE));
    opened.ifPresent(page -> page.navigate(pageOf(next).toString()));
    opened.ifPresent(page -> assertHeadline(page, "You are number 1 on the waitlist"));

    try (LiveStatus live = AtTheDoor.watch(platform.facts().frontDoor(), next.rsvp())) {
      assertThat(live.next()).contains("WAITLISTED");
      evening.cancels(leaves);
      assertThat(live.nextThatSays("CONFIRMED")).contains("CONFIRMED");
    }
    evening.awaitState(next, "CONFIRMED");
    opened.ifPresent(page -> assertHeadline(page, "You have a seat"));
    opened.ifPresent(page ->
        PlaywrightAssertions.assertThat(page.locator(".history li"))
            .containsText(new String[] {"The room was full, 8 of 8", "You moved up"}));
    opened.ifPresent(page -> page.context().close());

    assertGot(leaves, "SEAT_CONFIRMED", "RSVP_CANCELLED");
    assertGot(next, "SEAT_WAITLISTED", "SEAT_PROMOTED");
    assertThat(evening.guests().get(9).status().waitlistPosition()).isEqualTo(1);
    assertSeats(8, 8, 3);
  }

  @Test
  @Order(8)
  void tellsThoseWithASeatOfAMovedTalk() {
    List<Guest> seated = evening.seated();

    assertThat(evening.movesTheTalk().changes())
        .extracting(Change::path)
        .anyMatch(p -> p.endsWith("startsAt"));

    seated.forEach(guest -> evening.letter(guest, "SCHEDULE_CHANGED"));
    assertThat(seated).hasSize(8);
    evening.guests().subList(9, 12).forEach(waiting -> assertGot(waiting, "SEAT_WAITLISTED"));
  }

  @Test
  @Order(9)
  void promotesIntoTheLargerRoomAndTellsEveryoneOfThePlace() {
    List<Guest> seated = evening.seated();

    evening.takesTheLargerRoom();

    evening.awaitState(evening.guests().get(9), "CONFIRMED");
    evening.awaitState(evening.guests().get(10), "CONFIRMED");
    seated.forEach(guest -> evening.letter(guest, "SCHEDULE_CHANGED", 2));
    evening.letter(evening.guests().getLast(), "SCHEDULE_CHANGED");
    evening.letter(evening.guests().get(9), "SEAT_PROMOTED");
    evening.letter(evening.guests().get(10), "SEAT_PROMOTED");
    assertThat(evening.guests().getLast().status().waitlistPosition()).isEqualTo(1);
    assertSeats(10, 10, 1);
  }

  @TestFactory
  @Order(10)
  Stream<DynamicTest> showsPagesThatEverybodyCanUse() {
    List<Guest> guests = evening.guests();
    String token =
        new UnsubscribeTokens(Secrets.of(SECRET)).issue(guests.getFirst().rsvp().rsvpId());
    String meetup = "/desk/meetups/" + evening.meetupId();
    String attendees = "/desk/attendees/" + evening.meetupId();
    return Stream.of(
            visits("home", page("/"), 200),
            visits("past", page("/?past="), 200),
            visits("meetup", page("/meetups/" + evening.meetupId()), 200),
            visits("rsvp-seat", pageOf(guests.getFirst()), 200),
            visits("rsvp-waitlist", pageOf(guests.getLast()), 200),
            visits("rsvp-cancelled", pageOf(guests.get(2)), 200),
            visits("rsvp-wrong-link", page("/rsvps/one?token=two"), 401),
            visits("rsvp-erasure", erasureOf(guests.getFirst()), 200),
            visits("unsubscribe", page("/unsubscribe/" + token), 200),
            visits("login", page("/login"), 200),
            desk("desk", "/desk"),
            desk("desk-meetup", meetup),
            desk("desk-edit", meetup + "/edit"),
            desk("desk-history", meetup + "/history"),
            visits("preview", previewOf(evening.meetupId()), 200),
            visits("changes", page("/changes/" + evening.meetupId()), 200),
            byReaders(
                "a meetup is written down",
                reader ->
                    DeskStory.play(
                        platform.facts().frontDoor(),
                        platform.facts().organizer(),
                        browser.orElseThrow(),
                        reader)),
            desk("attendees", attendees),
            desk("attendee", attendees + "/rsvps/" + guests.getLast().rsvp().rsvpId()),
            desk("attendee-new", attendees + "/new"),
            byReaders(
                "an RSVP that an organizer cancels",
                reader -> {
                  String name = "Noor " + reader.name().replaceAll("[^A-Z]", " ").toLowerCase();
                  evening.anotherRsvps(name);
                  AttendeesStory.play(
                      platform.facts().frontDoor(),
                      evening.meetupId(),
                      platform.facts().organizer(),
                      name,
                      browser.orElseThrow(),
                      reader);
                }),
            desk("desk-publish", meetup + "/publish"),
            desk("desk-messages", meetup + "/messages"),
            desk("desk-cancel", meetup + "/cancel"),
            desk("import", "/desk/meetups/import"),
            byReaders(
                "a meetup out of an announcement",
                reader ->
                    ImportStory.play(
                        platform.facts().frontDoor(),
                        platform.facts().organizer(),
                        browser.orElseThrow(),
                        reader)),
            byReaders(
                "an RSVP by the form",
                reader ->
                    RsvpStory.play(
                        platform.facts().frontDoor(),
                        "robin-%s@example.org".formatted(reader.name().toLowerCase()),
                        SECRET,
                        browser.orElseThrow(),
                        reader)),
            byReaders(
                "login and sign-out",
                reader ->
                    LoginStory.play(
                        platform.facts().frontDoor(),
                        platform.facts().organizer(),
                        SECRET,
                        browser.orElseThrow(),
                        reader)),
            visits("error", page("/assets/rsvp-service/gone.html"), 404))
        .flatMap(some -> some);
  }

  @TestFactory
  @Order(10)
  Stream<DynamicTest> tellsAsManyPeopleAsTheOrganizerWasShown() {
    return byReaders(
        "publications, a message and a cancellation",
        reader ->
            TellingStory.play(
                platform.facts().frontDoor(),
                platform.facts().organizer(),
                browser.orElseThrow(),
                reader));
  }

  @TestFactory
  @Order(10)
  Stream<DynamicTest> showsAMeetupOnAPageOfAnotherOrigin() {
    String title = evening.meetup().path("title").asString();
    return Stream.concat(
        byReaders(
            "a page of the community",
            reader -> {
              try (EmbedStory story =
                  EmbedStory.at(COMMUNITY, true, platform.facts().frontDoor())) {
                story.play(
                    title,
                    "noa-%s@example.org".formatted(reader.name().toLowerCase()),
                    browser.orElseThrow(),
                    reader);
              }
            }),
        byReaders(
                "a page that is not named",
                _ -> {
                  try (EmbedStory story =
                      EmbedStory.at(COMMUNITY, false, platform.facts().frontDoor())) {
                    story.showsALinkAlone(browser.orElseThrow());
                  }
                })
            .limit(1));
  }

  @Test
  @Order(12)
  void showsHowSeatsGoWhileTwoHundredPeopleAskForThem() {
    assumeTrue(browser.isPresent(), Chromium.MISSING);
    int seats = 150;
    Organizer organizer = new Organizer(platform.facts());
    ObjectNode meetup =
        BerlinEvening.comingAfter(Instant.now().plus(Duration.ofDays(7))).asAnnounced();
    Draft draft = organizer.create(meetup.put("title", "A crowd").put("capacity", seats));
    organizer.publish(draft, "");
    Http anybody = Http.anonymous(platform.facts().frontDoor());
    String path = "/api/meetups/" + draft.meetupId();
    await().atMost(Duration.ofMinutes(1)).until(() -> anybody.tryGet(path).status() == 200);

    CrowdStory.play(page("/meetups/" + draft.meetupId()), seats, browser.orElseThrow());

    JsonNode figures = anybody.get(path).body().path("seats");
    assertThat(figures.path("confirmed").asInt()).isEqualTo(seats);
    assertThat(figures.path("waitlisted").asInt()).isEqualTo(50);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(organizer.emails(draft.meetupId()))
                .hasSize(200)
                .extracting(Email::status)
                .containsOnly("SENT"));
  }

  @Test
  @Order(11)
  void startsAServiceAgainThatDiesAndSendsWhatItMissed() {
    AtTheDoor door = new AtTheDoor(platform.facts().frontDoor());
    String[] browser = {"Accept", "text/html", "Accept-Language", "de"};
    platform.kill(Service.NOTIFICATION);

    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> door.get("/unsubscribe/x", browser).body().contains("Einen Moment"));
    assertThat(door.get("/api/emails").statusCode()).isEqualTo(503);
    evening.anotherRsvps("Noor Jansen");

    Guest late = evening.guests().getLast();
    assertGot(late, "SEAT_WAITLISTED");
    assertThat(platform.said()).contains("notification-service died (exit code 137)");
    assertThat(door.get("/unsubscribe/x", browser).statusCode()).isEqualTo(404);
    evening.cancels(late);
    assertGot(late, "SEAT_WAITLISTED", "RSVP_CANCELLED");
  }

  @Test
  @Order(12)
  void keepsPagesOpenWhileTheServiceBehindThemDies() {
    assumeTrue(browser.isPresent(), Chromium.MISSING);
    OutageStory.play(
        platform.facts().frontDoor(),
        platform.facts().organizer(),
        pageOf(evening.guests().get(1)),
        browser.orElseThrow(),
        () -> platform.kill(Service.RSVP),
        () -> {});
  }

  @Test
  @Order(13)
  void continuesWhereItStoppedAndTellsNobodyTwice() throws Exception {
    List<Status> before = evening.guests().stream().map(Guest::status).toList();
    platform.stop();

    platform = RunningPlatform.up(temp.resolve("data"), SETTINGS);
    evening = evening.on(platform.facts());

    assertThat(evening.guests().stream().map(Guest::status)).isEqualTo(before);
    assertSeats(10, 10, 1);
    evening.cancels(evening.guests().get(3));
    evening.awaitState(evening.guests().get(11), "CONFIRMED");
    assertSeats(10, 10, 0);
    assertGot(evening.guests().get(3), "RSVP_CANCELLED");
    assertGot(evening.guests().get(11), "SEAT_PROMOTED");
    assertThat(evening.allLetters()).hasSize(2);
  }

  @Test
  @Order(14)
  void losesNothingThatWasAcknowledgedWhenEverythingIsKilled() throws Exception {
    evening.anotherRsvps("Ingrid Solheim");
    Guest leaves = evening.guests().getFirst();
    leaves.attendee().cancel(leaves.rsvp());
    // Its window ends while nobody is there.
    evening.movesTheTalkAgain();
    platform.killEverything();

    anotherServer = FaultyMailServer.start(received);
    platform = RunningPlatform.up(temp.resolve("data"), slowly(), "--rsvp-instances", "2");
    evening = evening.on(platform.facts());

    Guest acknowledged = evening.guests().getLast();
    evening.awaitState(evening.guests().getFirst(), "CANCELLED");
    evening.awaitState(acknowledged, "CONFIRMED");
    assertSeats(10, 10, 0);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(evening.logged(acknowledged))
                .extracting(Email::kind, Email::status)
                .startsWith(tuple("SEAT_WAITLISTED", "SENT"), tuple("SEAT_PROMOTED", "SENT")));
    Guest toldAgain = evening.guests().get(5);
    evening.letter(toldAgain, "SCHEDULE_CHANGED", 3);
    assertThat(received.mailsOf(toldAgain.rsvp().rsvpId())).hasSize(1);
  }

  @Test
  @Order(15)
  void sendsWhatHasGatheredAsFastAsTheServerMayBeSentAndNoFaster() {
    await().atMost(Duration.ofMinutes(1)).until(() -> received.total() >= GATHERED);

    // One more, as the sender was idle before.
    assertThat(received.mostWithin(Duration.ofSeconds(1))).isBetween(2, MAILS_PER_SECOND + 1);
  }

  @Test
  @Order(16)
  void answersAlikeWhicheverInstanceIsAsked() {
    List<URI> instances = platform.facts().rsvps();
    assertThat(instances).hasSize(2).doesNotHaveDuplicates();

    for (Guest guest : evening.guests()) {
      assertThat(instances)
          .extracting(instance -> guest.attendee().on(instance).statusOf(guest.rsvp()))
          .containsOnly(guest.status());
    }
  }

  /** After everything that went wrong on purpose. */
  @Test
  @Order(17)
  void keepsNamesAndAddressesOutOfItsLogs() throws IOException {
    List<String> people =
        evening.guests().stream()
            .flatMap(guest -> Stream.of(guest.name(), Addresses.of(guest.name())))
            .toList();

    try (Stream<Path> logs = Files.list(temp.resolve("data/logs"))) {
      assertThat(logs.toList())
          .hasSizeGreaterThanOrEqualTo(6)
          .allSatisfy(log -> assertThat(log).content().doesNotContain(people));
    }
  }

  private URI page(String path) {
    return platform.facts().frontDoor().resolve(path);
  }

  private URI pageOf(Guest guest) {
    return page("/rsvps/%s?token=%s".formatted(guest.rsvp().rsvpId(), guest.rsvp().token()));
  }

  private URI previewOf(String meetupId) {
    Preview preview = new Preview(meetupId, Instant.now().plusSeconds(3_600));
    return page("/previews/" + new PreviewTokens(Secrets.of(SECRET)).issue(preview));
  }

  /** As the link in the mail that the attendee would ask for. */
  private URI erasureOf(Guest guest) {
    String rsvpId = guest.rsvp().rsvpId();
    String token =
        new RsvpTokens(Secrets.of(SECRET))
            .issueForErasure(evening.meetupId(), rsvpId, Instant.now().plusSeconds(3_600));
    return page("/rsvps/%s/erasure?token=%s".formatted(rsvpId, token));
  }

  private Stream<DynamicTest> visits(String name, URI address, int status) {
    return byReaders(
        name,
        Reader.ofPage(pages++),
        reader -> Visit.to(address, name, status, browser.orElseThrow(), reader));
  }

  /** A page that only organizers see. */
  private Stream<DynamicTest> desk(String name, String path) {
    return byReaders(
        name,
        Reader.ofPage(pages++),
        reader ->
            Visit.ofOrganizer(
                page(path), name, platform.facts().organizer(), browser.orElseThrow(), reader));
  }

  /** By each reader of this run. */
  private Stream<DynamicTest> byReaders(String name, Consumer<Reader> story) {
    return byReaders(name, Reader.ofThisRun(), story);
  }

  /** One for each reader, or tests that say why there is none. */
  private Stream<DynamicTest> byReaders(String name, List<Reader> readers, Consumer<Reader> visit) {
    return readers.stream()
        .map(reader ->
            DynamicTest.dynamicTest(
                name + " " + reader,
                () -> {
                  assumeTrue(browser.isPresent(), Chromium.MISSING);
                  visit.accept(reader);
                }));
  }

  /** Without the page being loaded again by hand. */
  private static void assertHeadline(Page page, String words) {
    PlaywrightAssertions.assertThat(page.locator("h1"))
        .hasText(words, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
  }

  /** To a server that counts, over one connection. */
  private Map<String, String> slowly() {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("DOORS_SMTP", anotherServer.smtp());
    settings.put("DOORS_SMTP_CONNECTIONS", "1");
    settings.put("DOORS_SMTP_MAILS_PER_MINUTE", Integer.toString(60 * MAILS_PER_SECOND));
    return settings;
  }

  private String meetupPath() {
    return "/api/meetups/" + evening.meetupId();
  }

  private void assertSeats(int capacity, int confirmed, int waitlisted) {
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(() ->
            assertThat(evening.meetup().path("seats").toString())
                .isEqualTo(
                    "{\"capacity\":%d,\"confirmed\":%d,\"waitlisted\":%d}"
                        .formatted(capacity, confirmed, waitlisted)));
  }

  /** These mails and no others, in this order. */
  private void assertGot(Guest guest, String... kinds) {
    evening.letter(guest, kinds[kinds.length - 1]);
    assertThat(evening.lettersTo(guest)).extracting(Letter::kind).containsExactly(kinds);
  }

  private String rawMail(Guest guest) {
    Mailbox mailbox = new Mailbox(platform.facts().inbox().orElseThrow());
    Mail mail =
        mailbox.mails().stream()
            .filter(m -> m.header("Doors-Rsvp").filter(guest.rsvp().rsvpId()::equals).isPresent())
            .findFirst()
            .orElseThrow();
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    try {
      mail.message().writeTo(raw);
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
    return raw.toString(StandardCharsets.UTF_8);
  }
}
