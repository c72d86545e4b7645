package org.doorsopen.rsvp.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.doorsopen.identity.RsvpIds;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.MailedRsvp;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.doorsopen.schemas.events.ContactProvided;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RsvpService
class ContactCorrectionsIT {

  private static final String KEY = "a key that nobody guesses";
  private static final String TYPED =
      "{\"name\": \"Ada Lovelcae\", \"email\": \"Ada@example.org\", \"locale\": \"de-AT\"}";

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private RsvpIds rsvpIds;

  @Test
  void correctsTheNameByAFormAndKeepsEverythingElseOfTheContact() {
    MailedRsvp rsvp = confirmed();
    String page = service.browser().get(rsvp.page()).body();
    assertThat(page)
        .contains("action=\"/rsvps/%s/contact\"".formatted(rsvp.rsvpId()))
        .contains("value=\"Ada Lovelcae\"")
        .contains("<option value=\"de\" lang=\"de\" selected=\"selected\">Deutsch</option>");

    Answer done = service.browser().postForm(form(rsvp), typed(rsvp, "Ada+Lovelace", "de"));

    assertThat(done.status()).isEqualTo(303);
    awaitName(rsvp, "Ada Lovelace");
    assertThat(service.browser().get(rsvp.page() + "&correcting=true").body())
        .contains("It is noted", "value=\"Ada Lovelace\"");
    List<ContactProvided> contacts = contacts(rsvp);
    ContactProvided first = contacts.getFirst();
    assertThat(contacts.getLast())
        .isEqualTo(ContactProvided.newBuilder(first).setName("Ada Lovelace").build());
    assertThat(first.getLocale()).isEqualTo("de-AT");

    service.browser().postForm(form(rsvp), typed(rsvp, "Ada+Lovelace", "en"));
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(contacts(rsvp).getLast().getLocale()).isEqualTo("en"));
  }

  @Test
  void keepsWhatWasTypedWhereTheNameIsNone() {
    MailedRsvp rsvp = confirmed();

    Answer wrong =
        service.browser().postForm(form(rsvp), typed(rsvp, "https%3A%2F%2Fspam.example", "de"));

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("value=\"https://spam.example\"", "id=\"name-error\"", "<details open")
        .contains("action=\"/rsvps/%s/cancellation\"".formatted(rsvp.rsvpId()));
    assertThat(contacts(rsvp)).hasSize(1);
  }

  @Test
  void correctsByTheTokenOfAMailAndNoOther() {
    MailedRsvp rsvp = confirmed();
    String path = "/api/rsvps/" + rsvp.rsvpId() + "/contact";
    String body = "{\"name\": \"Grace\"}";

    for (String token :
        List.of(
            tokens.issue(rsvp.meetupId(), rsvp.rsvpId()),
            tokens.issueForCalendar(rsvp.meetupId(), rsvp.rsvpId()))) {
      assertThat(put(path, body, token).status()).isEqualTo(403);
      assertThat(service.browser().get(rsvp.pageBy(token)).body()).doesNotContain("/contact\"");
    }
    assertThat(put(path, body, "x.y").status()).isEqualTo(401);
    assertThat(put(path, "{\"name\": \"\"}", rsvp.token()).body()).contains("name");
    assertThat(put(path, "{\"name\": \"G\", \"email\": \"x@y.z\"}", rsvp.token()).status())
        .isEqualTo(400);
    assertThat(put(path, body, rsvp.token()).status()).isEqualTo(202);
    awaitName(rsvp, "Grace");
    assertThat(put(path, body, rsvp.token()).status()).as("the same again").isEqualTo(202);
    assertThat(contacts(rsvp)).hasSize(2);
  }

  @Test
  void keepsTheCorrectionWhereTheFirstRequestIsSentAgain() {
    MailedRsvp rsvp = confirmed();
    service.browser().postForm(form(rsvp), typed(rsvp, "Ada+Lovelace", "de"));
    awaitName(rsvp, "Ada Lovelace");

    Answer again = request(rsvp.meetupId());

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.json().path("rsvpId").asString()).isEqualTo(rsvp.rsvpId());
    assertThat(contacts(rsvp))
        .extracting(ContactProvided::getName)
        .last()
        .isEqualTo("Ada Lovelace");
  }

  /** The service may die between the contact and the request. */
  @Test
  void takesARequestThatIsSentAgainAfterItsContactAlone() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    List<String> details = List.of("Ada Lovelcae", "Ada@example.org", "0", "de-AT");
    String rsvpId = rsvpIds.of(meetupId, "Ada@example.org", KEY, details);
    service.write(
        Topics.CONTACTS,
        rsvpId,
        new ContactProvided(
            rsvpId,
            meetupId,
            "Ada Lovelcae",
            "Ada@example.org",
            "de-AT",
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            null));
    MailedRsvp rsvp = new MailedRsvp(tokens, meetupId, rsvpId);
    awaitName(rsvp, "Ada Lovelcae");

    Answer answer = request(meetupId);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json().path("rsvpId").asString()).isEqualTo(rsvpId);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.status(meetupId, rsvpId).json().path("status").asString())
                .isEqualTo("CONFIRMED"));
  }

  @Test
  void correctsNothingOfAnRsvpThatIsOver() {
    MailedRsvp rsvp = confirmed();
    service
        .browser()
        .delete("/api/rsvps/" + rsvp.rsvpId(), "Authorization", "Bearer " + rsvp.token());

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.browser().get(rsvp.page()).body()).doesNotContain("/contact\""));
    assertThat(service.browser().postForm(form(rsvp), typed(rsvp, "Grace", "de")).status())
        .isEqualTo(409);
    assertThat(contacts(rsvp)).hasSize(1);
  }

  private Answer put(String path, String body, String token) {
    return service.browser().putJson(path, body, "Authorization", "Bearer " + token);
  }

  private List<ContactProvided> contacts(MailedRsvp rsvp) {
    return service.topic(Topics.CONTACTS).records(rsvp.rsvpId()).stream()
        .map(written -> (ContactProvided) written.value())
        .toList();
  }

  private void awaitName(MailedRsvp rsvp, String name) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(
                    service.status(rsvp.meetupId(), rsvp.rsvpId()).json().path("name").asString())
                .isEqualTo(name));
  }

  private Answer request(String meetupId) {
    return service
        .browser()
        .postJson("/api/meetups/" + meetupId + "/rsvps", TYPED, "Idempotency-Key", KEY);
  }

  private MailedRsvp confirmed() {
    String meetupId = service.publish(Schedules.aMeetup(8));
    MailedRsvp rsvp =
        new MailedRsvp(tokens, meetupId, request(meetupId).json().path("rsvpId").asString());
    awaitName(rsvp, "Ada Lovelcae");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(service.status(meetupId, rsvp.rsvpId()).json().path("status").asString())
                .isEqualTo("CONFIRMED"));
    return rsvp;
  }

  private static String form(MailedRsvp rsvp) {
    return "/rsvps/" + rsvp.rsvpId() + "/contact";
  }

  private static String typed(MailedRsvp rsvp, String name, String locale) {
    return "token=%s&name=%s&locale=%s".formatted(rsvp.token(), name, locale);
  }
}
