package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.doorsopen.launcher.http.Http;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An organizer sees whom a publication will be told, publishes, writes to those who wait and to two
 * who are ticked in the list, and cancels: a meetup of its own, with two seats and three people. As
 * many mails follow as were shown before.
 */
public final class TellingStory {

  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AUTO = "label:has(input[value=AUTO]) small";
  private static final String ALWAYS = "label:has(input[value=ALWAYS]) small";

  private final Page page;
  private final URI door;
  private final String login;
  private final Http platform;
  private final Reader reader;
  private final Map<String, String> rsvpIds = new HashMap<>();
  private String meetupId = "";
  private Map<String, Long> before = Map.of();

  private TellingStory(Page page, URI door, String login, Reader reader) {
    this.page = page;
    this.door = door;
    this.login = login;
    this.platform = Http.basic(door, login);
    this.reader = reader;
  }

  /**
   * @param login {@code user:password} of an organizer
   */
  public static void play(URI door, String login, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      TellingStory story = new TellingStory(window.pages().getFirst(), door, login, reader);
      story.publishesForTheFirstTime();
      story.threePeopleWantTwoSeats();
      story.tellsAsManyAsWereShown();
      story.writesToThoseWhoWait();
      story.writesToTwoWhoAreTicked();
      story.cancelsByTheTitle();
      story.hasToldTheTwoOnceAndNobodyElse();
    }
  }

  private void publishesForTheFirstTime() {
    meetupId =
        platform.post("/api/schedules", evening(2), Map.of()).body().path("meetupId").asString();
    open("/login");
    LoginStory.submit(page, login);
    open("/desk/meetups/" + meetupId + "/publish");
    look("publish-first");
    page.click("main form button");
    page.waitForURL("**/publish?done");
    PlaywrightAssertions.assertThat(page.locator(".note.good")).isVisible();
  }

  private void threePeopleWantTwoSeats() {
    await()
        .atMost(PATIENCE)
        .until(() -> platform.tryGet("/api/meetups/" + meetupId).status() == 200);
    for (String name : List.of("Ada", "Bob", "Zoe")) {
      ObjectNode rsvp = JsonMapper.shared().createObjectNode();
      rsvp.put("name", name);
      rsvp.put(
          "email", "%s-%s@example.org".formatted(name, meetupId.substring(0, 8)).toLowerCase());
      rsvp.put("locale", name.equals("Zoe") ? "de" : "en");
      rsvpIds.put(
          name,
          platform
              .post("/api/meetups/" + meetupId + "/rsvps", rsvp, Map.of())
              .body()
              .path("rsvpId")
              .asString());
    }
    awaitMails("SEAT_CONFIRMED", 2);
    awaitMails("SEAT_WAITLISTED", 1);
  }

  private void tellsAsManyAsWereShown() {
    ObjectNode moved = evening(2);
    ((ObjectNode) moved.path("agenda").get(0)).put("title", "Images, and how they are built");
    edit(moved);
    awaitFigures(ALWAYS, 3);
    int talk = figures(AUTO);
    look("publish");
    publishShown();
    awaitMails("SCHEDULE_CHANGED", talk);

    ObjectNode elsewhere = moved.deepCopy();
    elsewhere.putObject("venue").put("name", "c-base");
    edit(elsewhere);
    awaitFigures(ALWAYS, 3);
    int place = figures(AUTO);
    publishShown();
    awaitMails("SCHEDULE_CHANGED", talk + place);

    assertThat(List.of(talk, place)).containsExactly(2, 3);
  }

  private void publishShown() {
    page.click("main form button");
    page.waitForURL("**/publish?done");
    // The other service renders when the mails go out.
    PlaywrightAssertions.assertThat(page.locator(".loading")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator(".away:visible")).hasCount(0);
  }

  private void writesToThoseWhoWait() {
    open("/desk/meetups/" + meetupId + "/messages");
    PlaywrightAssertions.assertThat(page.locator(".loading")).hasCount(0);
    look("messages");
    page.check("[name=addressees][value=WAITLISTED]");
    page.fill("[name='texts[1].subject']", "A little patience");
    page.click("#message > button");
    PlaywrightAssertions.assertThat(page.locator(".note.bad")).isFocused();
    look("messages-wrong");
    page.fill("[name='texts[1].text']", "Somebody may still cancel.\n\nWe tell you at once.");
    page.fill("[name='texts[0].subject']", "Ein wenig Geduld");
    page.fill("[name='texts[0].text']", "Vielleicht sagt noch jemand ab.");
    page.click("button[formaction$='/preview']");
    PlaywrightAssertions.assertThat(page.locator("#preview .card")).hasCount(2);
    look("messages-preview");
    page.fill("[name=email]", "organizer@example.org");
    page.click("button[formaction$='/test']");
    PlaywrightAssertions.assertThat(page.locator("#preview .note.good")).isVisible();
    page.click("#message > button");
    page.waitForURL("**/messages?done");
    awaitMails("MESSAGE", 1);
    open("/desk/meetups/" + meetupId + "/messages");
    PlaywrightAssertions.assertThat(page.locator(".list").first())
        .containsText("A little patience");
    PlaywrightAssertions.assertThat(page.locator(".remote .list"))
        .containsText(reader.language().equals("de") ? "Ein wenig Geduld" : "A little patience");
    look("messages-sent");
  }

  private void writesToTwoWhoAreTicked() {
    before = messagesByPerson();
    open("/desk/attendees/" + meetupId);
    for (String name : List.of("Ada", "Zoe")) {
      page.locator("main ul.list > li")
          .filter(new Locator.FilterOptions().setHasText(name))
          .locator("[name=rsvp]")
          .check();
    }
    look("attendees-ticked");
    page.click("#write button");
    page.waitForURL("**/messages?rsvp=**");
    PlaywrightAssertions.assertThat(page.locator("[name=addressees][value=CHOSEN]")).isChecked();
    page.fill("[name='texts[1].subject']", "You two");
    page.fill("[name='texts[1].text']", "Could you bring the projector?");
    page.fill("[name='texts[0].subject']", "Ihr beide");
    page.fill("[name='texts[0].text']", "Könnt ihr den Projektor mitbringen?");
    page.click("button[formaction$='/preview']");
    PlaywrightAssertions.assertThat(page.locator("#preview .card")).hasCount(2);
    PlaywrightAssertions.assertThat(page.locator("#preview")).containsText("the projector");
    look("messages-chosen");
    page.click("#message > button");
    page.waitForURL("**/messages?done");
    awaitMails("MESSAGE", 3);
  }

  /** Whatever else was to be sent before the cancellation has been sent by now. */
  private void hasToldTheTwoOnceAndNobodyElse() {
    Map<String, Long> after = messagesByPerson();
    rsvpIds.forEach((name, rsvpId) ->
        assertThat(after.getOrDefault(rsvpId, 0L) - before.getOrDefault(rsvpId, 0L))
            .as("messages to %s", name)
            .isEqualTo(name.equals("Bob") ? 0 : 1));
  }

  private Map<String, Long> messagesByPerson() {
    return platform
        .get("/api/emails?meetupId=%s&kind=MESSAGE".formatted(meetupId))
        .body()
        .path("emails")
        .valueStream()
        .collect(
            Collectors.groupingBy(mail -> mail.path("rsvpId").asString(), Collectors.counting()));
  }

  private void cancelsByTheTitle() {
    open("/desk/meetups/" + meetupId + "/cancel");
    look("cancel");
    page.fill("[name=title]", "Another meetup");
    page.fill("[name=note]", "The pipes burst.");
    page.click("main form button");
    PlaywrightAssertions.assertThat(page.locator(".note.bad")).isFocused();
    page.fill("[name=title]", "An evening about images");
    page.click("main form button");
    awaitMails("MEETUP_CANCELLED", 3);
    PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
  }

  /** The read model of figures is seconds behind at most. */
  private void awaitFigures(String choice, int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          open("/desk/meetups/" + meetupId + "/publish");
          assertThat(figures(choice)).isEqualTo(number);
        });
  }

  private int figures(String choice) {
    return NUMBER
        .matcher(page.locator(choice).innerText())
        .results()
        .map(MatchResult::group)
        .map(Integer::valueOf)
        .findFirst()
        .orElse(0);
  }

  private void awaitMails(String kind, int number) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    platform
                        .get("/api/emails?meetupId=%s&kind=%s".formatted(meetupId, kind))
                        .body()
                        .path("emails")
                        .valueStream()
                        .filter(mail -> mail.path("status").asString().equals("SENT")))
                .as("mails of kind %s", kind)
                .hasSize(number));
  }

  /** Everybody can use it, and it fits. */
  private void look(String name) {
    PlaywrightAssertions.assertThat(page.locator(".loading")).hasCount(0);
    assertThat(page.title()).isEqualTo(page.locator("h1").innerText());
    Visit.lookAround(page, name, reader);
  }

  private static ObjectNode evening(int capacity) {
    Instant starts = Instant.now().truncatedTo(ChronoUnit.DAYS).plus(60, ChronoUnit.DAYS);
    ObjectNode meetup = JsonMapper.shared().createObjectNode();
    meetup.put("title", "An evening about images");
    meetup.put("timeZone", "Europe/Berlin");
    meetup.put("startsAt", starts.toString());
    meetup.put("endsAt", starts.plus(3, ChronoUnit.HOURS).toString());
    meetup.put("capacity", capacity);
    ObjectNode talk = meetup.putArray("agenda").addObject();
    talk.put("id", "images");
    talk.put("kind", "TALK");
    talk.put("title", "Images");
    talk.put("startsAt", starts.plus(30, ChronoUnit.MINUTES).toString());
    return meetup;
  }

  private void edit(ObjectNode meetup) {
    platform.put("/api/schedules/" + meetupId, meetup, Map.of("If-Match", "*"));
  }

  private void open(String path) {
    page.navigate(address(path));
  }

  private String address(String path) {
    return door.resolve(path).toString();
  }
}
