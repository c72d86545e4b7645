package org.doorsopen.rsvp.page.meetup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.AgendaItem;
import org.doorsopen.schemas.events.Agreement;
import org.doorsopen.schemas.events.ContactProvided;
import org.doorsopen.schemas.events.ScheduleChanged;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RsvpService
class MeetupPageIT {

  @Autowired private RunningService service;

  @Test
  void showsEverybodyTheEvening() {
    Answer page = page(published(3));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains("Pods &amp; &lt;Clouds&gt;", "3 seats are free")
        .contains("The Hall", "Street 1, 10115 Berlin", "openstreetmap.org")
        .contains("Small &lt;i&gt;kernels&lt;/i&gt;", "How small?", "Kai", "Kernels")
        .contains("itemtype=\"https://schema.org/Event\"", "https://schema.org/EventScheduled")
        .contains("property=\"og:title\"", "rel=\"canonical\"")
        .doesNotContain("<i>", "style=");
    assertThat(page.body().length()).isLessThan(100_000);
  }

  @Test
  void sendsAFormAnswerToTheStatusOfTheRsvp() {
    String meetupId = published(3);
    Form form = Form.on(page(meetupId));

    Answer asked = post(meetupId, form.with("Ada", "ada@example.org", "1"));

    assertThat(asked.status()).as(asked.body()).isEqualTo(422);
    assertThat(asked.body()).contains("Are you a person?", "value=\"ada@example.org\"");

    Answer sure = post(meetupId, Form.on(asked).with("Ada", "ada@example.org", "1"));

    assertThat(sure.status()).as(sure.body()).isEqualTo(303);
    assertThat(sure.header("Location")).startsWith("/rsvps/").contains("?token=");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.browser().get(sure.header("Location")).body())
                .contains("<h1>You have 2 seats</h1>"));
  }

  @Test
  void takesADoubleClickForOneRsvp() {
    String meetupId = published(3);
    Form sure =
        Form.on(post(meetupId, Form.on(page(meetupId)).with("Ada", "twice@example.org", "0")));
    String answer = sure.with("Ada", "twice@example.org", "0");

    assertThat(rsvpId(post(meetupId, answer))).isEqualTo(rsvpId(post(meetupId, answer)));
  }

  @Test
  void takesAFormThatWasOpenedAgainForAnotherRequest() {
    String meetupId = published(3);
    Form sure =
        Form.on(post(meetupId, Form.on(page(meetupId)).with("Ada", "again@example.org", "0")));
    Answer first = post(meetupId, sure.with("Ada", "again@example.org", "0"));

    Answer mended = post(meetupId, sure.with("Ada Lovelace", "again@example.org", "0"));

    assertThat(mended.status()).isEqualTo(303);
    assertThat(rsvpId(mended)).isNotEqualTo(rsvpId(first));
  }

  @Test
  void namesEachWrongFieldAndKeepsWhatWasTyped() {
    String meetupId = published(3);
    Form form = Form.on(page(meetupId));

    Answer answer = post(meetupId, form.with(" ", "ada at example", "many"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("3 things are not right yet")
        .contains("id=\"name-error\"", "id=\"email-error\"", "id=\"guests-error\"")
        .contains("value=\"ada at example\"", "value=\"many\"", "name=\"key\" value=\"" + form.key)
        .doesNotContain("Are you a person?");
  }

  @Test
  void asksAPersonAndNotTheProgramThatFillsInEveryField() {
    String meetupId = published(3);
    Form form = Form.on(post(meetupId, Form.on(page(meetupId)).with("Ada", "b@example.org", "0")));

    Answer answer =
        post(
            meetupId,
            form.with("Ada", "b@example.org", "0").replaceFirst("&sure=[^&]+", "")
                + "&website=https%3A%2F%2Fspam.example");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("Are you a person?").doesNotContain("spam.example");
  }

  @Test
  void tellsWhatHasChangedSinceItWasPublishedFirst() {
    ScheduleChanged first = Schedules.aMeetup(3);
    String meetupId = service.publish(first);
    assertThat(page(meetupId).body()).doesNotContain("id=\"changes\"");
    service.publish(titled("For a day", 2, first));

    service.publish(titled("Clouds", 3, first));

    assertThat(page(meetupId).body())
        .contains("Changed since it was first published")
        .contains("It was called “Pods &amp; &lt;Clouds&gt;”.")
        .doesNotContain("For a day");
    service.publish(titled("Pods & <Clouds>", 4, first));
    assertThat(page(meetupId).body()).doesNotContain("id=\"changes\"");
  }

  private static ScheduleChanged titled(String title, int version, ScheduleChanged before) {
    return ScheduleChanged.newBuilder(before)
        .setVersion(version)
        .setMeetup(
            org.doorsopen.schemas.events.Meetup.newBuilder(before.getMeetup())
                .setTitle(title)
                .build())
        .build();
  }

  @Test
  void listsWhatIsOverTheLatestFirstWithoutALimit() {
    Instant start = Instant.now().minus(Duration.ofDays(400));
    List<String> published =
        IntStream.range(0, 53)
            .mapToObj(number -> Schedules.aMeetup(3, start.minusSeconds(number)))
            .map(service::publish)
            .toList();

    List<String> listed = new ArrayList<>();
    String next = "/?past=" + start.plusSeconds(1).toEpochMilli() + "_x";
    while (next != null) {
      String page = service.browser().get(next).body();
      assertThat(page).contains("<h1>Past meetups</h1>", "This evening is over");
      Matcher links = Pattern.compile("href=\"/meetups/([^\"]+)\"").matcher(page);
      links.results().map(link -> link.group(1)).forEach(listed::add);
      Matcher more = Pattern.compile("href=\"(/\\?past=[^\"]+)\"").matcher(page);
      next = more.find() ? more.group(1) : null;
    }

    assertThat(listed).startsWith(published.toArray(String[]::new)).doesNotHaveDuplicates();
    assertThat(service.browser().get("/?past=").body()).contains("<h1>Past meetups</h1>");
    assertThat(service.browser().get("/").body()).contains("href=\"/?past=\"");
    Answer page = page(published.getFirst());
    assertThat(page.body()).contains("This evening is over").doesNotContain("name=\"email\"");
  }

  @Test
  void leadsToSlidesAndRecordingsThatAreGivenAfterTheEvening() {
    ScheduleChanged over = Schedules.aMeetup(3, Instant.now().minus(Duration.ofDays(2)));
    String meetupId = service.publish(over);
    assertThat(page(meetupId).body()).doesNotContain("Slides", "Recording");
    AgendaItem talk =
        AgendaItem.newBuilder(over.getMeetup().getAgenda().getFirst())
            .setSlidesUrl("https://slides.example/1?a&b")
            .setRecordingUrl("https://videos.example/1")
            .build();

    service.publish(
        ScheduleChanged.newBuilder(over)
            .setVersion(2)
            .setMeetup(
                org.doorsopen.schemas.events.Meetup.newBuilder(over.getMeetup())
                    .setAgenda(List.of(talk))
                    .build())
            .build());

    assertThat(page(meetupId).body())
        .contains("href=\"https://slides.example/1?a&amp;b\"", ">Slides</a>")
        .contains("href=\"https://videos.example/1\"", ">Recording</a>")
        .doesNotContain("id=\"changes\"");
  }

  @Test
  void saysWhenRsvpsOpenAndHasAnEntryForCalendars() {
    ScheduleChanged soon = Schedules.aMeetup(3, Instant.now().plus(Duration.ofDays(200)));
    String meetupId = service.publish(soon);
    String opening = "/api/meetups/" + meetupId + "/opening.ics";

    assertThat(page(meetupId).body())
        .contains("RSVPs open on", "href=\"" + opening + "\"")
        .doesNotContain("name=\"email\"");
    assertThat(service.browser().get(opening).body())
        .contains("SUMMARY:RSVPs open: Pods & <Clouds>", "/meetups/" + meetupId);
    assertThat(page(published(3)).body()).doesNotContain("opening.ics");
  }

  @Test
  void recordsWhichCodeOfConductAPersonAgreedTo() {
    ScheduleChanged first = conduct("https://example.org/conduct", 1, Schedules.aMeetup(3));
    String meetupId = service.publish(first);
    Answer asked = post(meetupId, Form.on(page(meetupId)).with("Ada", "ada@example.org", "0"));
    assertThat(asked.status()).isEqualTo(422);
    assertThat(asked.body()).contains("id=\"agreed-error\"");
    String agreed = "&agreed=" + agreed(asked);
    Form sure =
        Form.on(post(meetupId, Form.on(asked).with("Ada", "ada@example.org", "0") + agreed));

    Answer made = post(meetupId, sure.with("Ada", "ada@example.org", "0") + agreed);

    assertThat(made.status()).as(made.body()).isEqualTo(303);
    assertThat(agreementOf(made)).isEqualTo(new Agreement("https://example.org/conduct", 1));

    service.publish(conduct("https://example.org/conduct-2", 2, first));
    Answer outdated = post(meetupId, sure.with("Grace", "grace@example.org", "0") + agreed);
    assertThat(outdated.status()).isEqualTo(422);
    assertThat(outdated.body()).contains("id=\"agreed-error\"").doesNotContain("checked");
    agreed = "&agreed=" + agreed(outdated);
    Answer again =
        post(meetupId, Form.on(outdated).with("Grace", "grace@example.org", "0") + agreed);
    again = post(meetupId, Form.on(again).with("Grace", "grace@example.org", "0") + agreed);
    assertThat(agreementOf(again)).isEqualTo(new Agreement("https://example.org/conduct-2", 2));
  }

  @Test
  void recordsTheAgreementThatAProgramPassesOnAndRefusesAnOutdatedOne() {
    ScheduleChanged schedule = conduct("https://example.org/conduct", 1, Schedules.aMeetup(3));
    String meetupId = service.publish(schedule);
    String body = "{\"name\": \"Ada\", \"email\": \"ada@example.org\", \"agreedTo\": \"%s\"}";
    String path = "/api/meetups/" + meetupId + "/rsvps";

    Answer made = service.browser().postJson(path, body.formatted("https://example.org/conduct"));
    Answer outdated =
        service.browser().postJson(path, body.formatted("https://example.org/old-conduct"));
    Answer none =
        service
            .browser()
            .postJson(
                "/api/meetups/%s/rsvps".formatted(service.publish(Schedules.aMeetup(3))),
                body.formatted("https://example.org/conduct"));

    assertThat(made.status()).isEqualTo(202);
    assertThat(agreementOf(made.json().path("rsvpId").asString()))
        .isEqualTo(new Agreement("https://example.org/conduct", 1));
    for (Answer refused : new Answer[] {outdated, none}) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body()).contains("\"agreedTo\"");
    }
  }

  private @Nullable Agreement agreementOf(Answer made) {
    return agreementOf(rsvpId(made).replace("/rsvps/", ""));
  }

  private @Nullable Agreement agreementOf(String rsvpId) {
    return ((ContactProvided) service.topic(Topics.CONTACTS).records(rsvpId).getLast().value())
        .getAgreement();
  }

  private static String agreed(Answer page) {
    Matcher box = Pattern.compile("name=\"agreed\"[^>]* value=\"([^\"]+)\"").matcher(page.body());
    assertThat(box.find()).as(page.body()).isTrue();
    return box.group(1);
  }

  private static ScheduleChanged conduct(String url, int version, ScheduleChanged before) {
    return ScheduleChanged.newBuilder(before)
        .setVersion(version)
        .setMeetup(
            org.doorsopen.schemas.events.Meetup.newBuilder(before.getMeetup())
                .setCodeOfConductUrl(url)
                .build())
        .build();
  }

  @Test
  void hasNoFormOnceItIsCancelled() {
    var meetup = Schedules.aMeetup(3);
    service.publish(meetup);
    service.write(Topics.SCHEDULES, meetup.getMeetupId(), Schedules.cancelled(meetup));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(page(meetup.getMeetupId()).body())
                .contains("Cancelled", "https://schema.org/EventCancelled")
                .doesNotContain("<form method=\"post\" class=\"card\""));
  }

  @Test
  void saysThatThereIsNoSuchMeetup() {
    Answer page = service.browser().get("/meetups/" + UUID.randomUUID(), "Accept", "text/html");

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("Content-Type")).startsWith("text/html");
  }

  /** The form of a page, with its hidden fields. */
  private record Form(String key, String hidden) {

    private static final Pattern HIDDEN =
        Pattern.compile("type=\"hidden\" name=\"(key|made|sure)\" value=\"([^\"]+)\"");

    static Form on(Answer page) {
      Matcher field = HIDDEN.matcher(page.body());
      var hidden = new StringBuilder();
      String key = "";
      while (field.find()) {
        hidden.append("&").append(field.group(1)).append("=").append(field.group(2));
        if (field.group(1).equals("key")) {
          key = field.group(2);
        }
      }
      return new Form(key, hidden.toString());
    }

    String with(String name, String email, String guests) {
      return "name="
          + URLEncoder.encode(name, UTF_8)
          + "&email="
          + URLEncoder.encode(email, UTF_8)
          + "&guests="
          + guests
          + hidden;
    }
  }

  private String published(int capacity) {
    return service.publish(Schedules.aMeetup(capacity));
  }

  private Answer page(String meetupId) {
    return service.browser().get("/meetups/" + meetupId);
  }

  private Answer post(String meetupId, String form) {
    return service.browser().postForm("/meetups/" + meetupId + "/rsvps", form);
  }

  private static String rsvpId(Answer answer) {
    return answer.header("Location").replaceFirst("\\?.*", "");
  }
}
