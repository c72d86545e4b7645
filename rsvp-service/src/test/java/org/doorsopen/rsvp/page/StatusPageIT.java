package org.doorsopen.rsvp.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.rsvp.RunningService.SOON;
import static org.doorsopen.rsvp.RunningService.newId;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.rsvp.Browser.Answer;
import org.doorsopen.rsvp.Decisions;
import org.doorsopen.rsvp.MailedRsvp;
import org.doorsopen.rsvp.ReadModelRows;
import org.doorsopen.rsvp.RsvpService;
import org.doorsopen.rsvp.RunningService;
import org.doorsopen.rsvp.Schedules;
import org.doorsopen.schemas.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@RsvpService
class StatusPageIT {

  @Autowired private RunningService service;
  @Autowired private RsvpTokens tokens;
  @Autowired private ReadModelRows rows;

  @Test
  void showsTheSeatAndTheEvening() {
    MailedRsvp rsvp = confirmed("Ada & \\\"L\\\"");

    Answer page = service.browser().get(rsvp.page());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains("<h1>You have 2 seats</h1>")
        .contains("They are for you and one guest.")
        .contains("Pods &amp; &lt;Clouds&gt;")
        .contains("Small &lt;i&gt;kernels&lt;/i&gt;")
        .contains("Ada &amp; &quot;L&quot;")
        .contains("The Hall", "Street 1, 10115 Berlin", "Berlin time", "Kai")
        .contains("<svg role=\"img\"", "aria-label=\"QR code for the door\"")
        .contains(
            "<form id=\"cancel\" method=\"post\" action=\"/rsvps/%s/cancellation\">"
                .formatted(rsvp.rsvpId()))
        .contains("value=\"%s\"".formatted(rsvp.token()))
        .contains("data-live=\"/api/rsvps/%s/events?token=".formatted(rsvp.rsvpId()))
        .doesNotContain("Clouds>", "<i>", "style=", "http-equiv=\"refresh\"");
  }

  @Test
  void handsOnTheTokenThatItWasOpenedWithAndNeverABetterOne() {
    MailedRsvp rsvp = new MailedRsvp(tokens, newId(), newId());
    for (String token : List.of(rsvp.token(), tokens.issue(rsvp.meetupId(), rsvp.rsvpId()))) {
      String path = "/rsvps/" + rsvp.rsvpId();

      assertThat(service.browser().get(path + "?token=" + token).body())
          .contains("value=\"%s\"".formatted(token));
      assertThat(
              service
                  .browser()
                  .postForm(path + "/cancellation", "token=" + token)
                  .header("Location"))
          .contains("token=" + token + "&");
    }
  }

  @Test
  void keepsToItself() {
    Answer page = service.browser().get(new MailedRsvp(tokens, newId(), newId()).page());

    assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    assertThat(page.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(page.header("X-Robots-Tag")).contains("noindex");
    assertThat(page.header("Content-Security-Policy"))
        .contains("default-src 'none'", "form-action 'self'", "frame-ancestors 'none'");
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    assertThat(page.headers().map()).doesNotContainKey("set-cookie");
  }

  @Test
  void comesWithItsStylesAndNothingFromElsewhere() {
    String page = service.browser().get(new MailedRsvp(tokens, newId(), newId()).page()).body();
    Matcher styles = Pattern.compile("rel=\"stylesheet\" href=\"([^\"]+)\"").matcher(page);

    assertThat(page).doesNotContain("://");
    assertThat(styles.find()).isTrue();
    assertThat(styles.group(1)).startsWith("/assets/rsvp-service/doors-");
    assertThat(service.browser().get(styles.group(1)).header("Content-Type"))
        .startsWith("text/css");
  }

  @Test
  void speaksTheLanguageOfTheBrowser() {
    assertThat(
            service
                .browser()
                .get(new MailedRsvp(tokens, newId(), newId()).page(), "Accept-Language", "de")
                .body())
        .contains("<html lang=\"de\">", "<h1>Deine Anfrage ist unterwegs</h1>");
  }

  @Test
  void asksAgainByItselfWhileNothingIsDecided() {
    assertThat(service.browser().get(new MailedRsvp(tokens, newId(), newId()).page()).body())
        .contains("Your request is on its way")
        .contains("http-equiv=\"refresh\"");
  }

  @Test
  void cancelsByAFormAndSaysSoHonestly() {
    MailedRsvp rsvp = confirmed("Ada");

    Answer cancelled =
        service
            .browser()
            .postForm("/rsvps/" + rsvp.rsvpId() + "/cancellation", "token=" + rsvp.token());

    assertThat(cancelled.status()).isEqualTo(303);
    URI back =
        URI.create("/rsvps/" + rsvp.rsvpId() + "/cancellation")
            .resolve(cancelled.header("Location"));
    assertThat(back.getPath()).isEqualTo("/rsvps/" + rsvp.rsvpId());
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          Answer page = service.browser().get(back.toString());
          assertThat(page.status()).isEqualTo(200);
          assertThat(page.body())
              .containsPattern("<h1>Your RSVP is (being cancelled|cancelled)</h1>")
              .contains("<h1>Your RSVP is cancelled</h1>")
              .doesNotContain("/cancellation\"");
        });
  }

  @Test
  void changesTheNumberOfGuestsByAFormAndShowsTheAnswer() {
    MailedRsvp rsvp = confirmed("Ada");
    String page = service.browser().get(rsvp.page()).body();
    Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
    assertThat(page)
        .contains("action=\"/rsvps/%s/party\"".formatted(rsvp.rsvpId()))
        .contains("<option value=\"1\" selected=\"selected\">1</option>")
        .doesNotContain("<option value=\"3\"");
    assertThat(key.find()).isTrue();
    String form = "token=%s&key=%s&guests=".formatted(rsvp.token(), key.group(1).replace(' ', '+'));

    assertThat(answerTo(rsvp, form + "0")).contains("It is done: you come without guests");
    assertThat(answerTo(rsvp, form + "1")).contains("It is done: you bring one guest");
    // Back has brought the first form again.
    assertThat(answerTo(rsvp, form + "0")).contains("<h1>You have a seat</h1>", "without guests");
    assertThat(answerTo(rsvp, form + "5"))
        .contains("<h1>You have a seat</h1>", "You asked for 5 guests", "more than this meetup")
        .contains("You keep all the seats that you have");
    String wrong = service.browser().postForm(path(rsvp), form + "many").body();
    assertThat(wrong).doesNotContain("It is done");
  }

  private static String path(MailedRsvp rsvp) {
    return "/rsvps/" + rsvp.rsvpId() + "/party";
  }

  /** The page when the answer is there. */
  private String answerTo(MailedRsvp rsvp, String form) {
    Answer asked = service.browser().postForm(path(rsvp), form);
    assertThat(asked.status()).isEqualTo(303);
    String back = URI.create(path(rsvp)).resolve(asked.header("Location")).toString();
    String[] page = new String[1];
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          page[0] = service.browser().get(back).body();
          assertThat(page[0]).doesNotContain("http-equiv=\"refresh\"");
        });
    return page[0];
  }

  @Test
  void changesNothingWhenAMailScannerFollowsTheLinks() {
    MailedRsvp rsvp = confirmed("Ada");

    service.browser().get(rsvp.page());
    service.browser().get(rsvp.page() + "&cancelling=true");
    Answer form =
        service.browser().get("/rsvps/" + rsvp.rsvpId() + "/cancellation?token=" + rsvp.token());

    assertThat(form.status()).isIn(401, 404, 405);
    assertThat(service.topic(Topics.RSVPS).records(rsvp.meetupId())).hasSize(1);
  }

  @Test
  void confirmsTheAddressByAButtonAndLeavesTheAnswersLinkNothingButToLook() {
    MailedRsvp rsvp = confirmed("Ada");
    String answered = tokens.issue(rsvp.meetupId(), rsvp.rsvpId());
    String path = "/rsvps/" + rsvp.rsvpId();

    assertThat(service.browser().get(rsvp.page()).body()).contains("Yes, that is me");
    Answer notByThis = service.browser().postForm(path + "/confirmation", "token=" + answered);
    assertThat(notByThis.status()).isEqualTo(403);
    Answer done = service.browser().postForm(path + "/confirmation", "token=" + rsvp.token());
    assertThat(done.status()).isEqualTo(303);

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          assertThat(service.browser().get(rsvp.page()).body()).doesNotContain("Yes, that is me");
          Answer byAnswer = service.browser().get(path + "?token=" + answered);
          assertThat(byAnswer.body())
              .contains("<h1>You have 2 seats</h1>", "one of our e-mails")
              .doesNotContain("/cancellation\"", "<svg");
        });
    for (String action : new String[] {"/cancellation", "/erasure"}) {
      Answer refused = service.browser().postForm(path + action, "token=" + answered);
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).contains("This link only shows your RSVP");
    }
    assertThat(service.topic(Topics.RSVPS).records(rsvp.meetupId()))
        .extracting(written -> written.value().getClass().getSimpleName())
        .containsExactly("RsvpRequested", "AddressConfirmed");
  }

  @Test
  void givesASeatWhoseAddressNobodyConfirmsToTheNext() {
    String meetupId = service.publish(Schedules.confirmedWithin(2, Schedules.aMeetup(2)));
    String first = asked(meetupId, "ada");
    String second = asked(meetupId, "bob");

    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode ada = service.status(meetupId, first).json();
          assertThat(ada.path("status").asString()).isEqualTo("CANCELLED");
          assertThat(ada.path("reason").asString()).isEqualTo("UNCONFIRMED");
          JsonNode bob = service.status(meetupId, second).json();
          assertThat(bob.path("status").asString()).isEqualTo("CONFIRMED");
        });
    assertThat(
            service
                .browser()
                .get("/rsvps/" + first + "?token=" + tokens.issueForMail(meetupId, first))
                .body())
        .contains("Your address was not confirmed in time");
  }

  private String asked(String meetupId, String name) {
    String body =
        "{\"name\": \"%1$s\", \"email\": \"%1$s@example.org\", \"guests\": 1}".formatted(name);
    return service
        .browser()
        .postJson("/api/meetups/" + meetupId + "/rsvps", body)
        .json()
        .path("rsvpId")
        .asString();
  }

  @Test
  void tellsWhatHappenedSoFarInTheOrderOfTheDecisions() {
    Decisions decisions = new Decisions(service.publish(Schedules.aMeetup(8)));
    String first = newId();
    String leaves = newId();
    MailedRsvp rsvp = new MailedRsvp(tokens, decisions.meetupId(), newId());
    rows.decide(decisions.confirmed(newId(), 8));
    rows.decide(decisions.waitlisted(first, 1, 1));
    rows.decide(decisions.waitlisted(leaves, 2, 2));
    rows.decide(decisions.waitlisted(rsvp.rsvpId(), 3, 3));
    rows.decide(decisions.waitlisted(newId(), 4, 4));
    rows.decide(decisions.leavesTheWaitlist(leaves));
    rows.decide(decisions.promoted(first, 8));
    rows.decide(decisions.promoted(rsvp.rsvpId(), 8));
    rows.decide(decisions.leavesTheWaitlist(newId()));
    rows.shows(rsvp.meetupId(), rsvp.rsvpId(), "CONFIRMED", null, null);

    assertThat(happened(service.browser().get(rsvp.page()).body()))
        .containsExactly(
            "The room was full, 8 of 8; you got number 3 on the waitlist.",
            "A party before you left the waitlist; you became number 2.",
            "A party before you moved up; you became number 1.",
            "You moved up: 2 seats are yours.");
    assertThat(happened(service.browser().get(rsvp.page(), "Accept-Language", "de").body()))
        .last()
        .isEqualTo("Du bist nachgerückt: 2 Plätze sind deine.");
  }

  private static List<String> happened(String page) {
    String list = page.substring(page.indexOf("class=\"list history\""));
    return Pattern.compile("<span>([^<]*)</span></li>")
        .matcher(list)
        .results()
        .map(line -> line.group(1))
        .toList();
  }

  @Test
  void hasTheMailSentAgainForEverybodyButTheReadersOfACalendar() {
    MailedRsvp rsvp = confirmed("Ada");
    String path = "/rsvps/" + rsvp.rsvpId();
    String answered = tokens.issue(rsvp.meetupId(), rsvp.rsvpId());
    String shown = tokens.issueForCalendar(rsvp.meetupId(), rsvp.rsvpId());

    for (String token : List.of(rsvp.token(), answered)) {
      assertThat(service.browser().get(path + "?token=" + token).body()).contains("Send it again");
      Answer asked = service.browser().postForm(path + "/mail", "token=" + token);
      assertThat(asked.status()).isEqualTo(303);
      assertThat(service.browser().get(path + "?token=" + token + "&mailing=true").body())
          .contains("The e-mail comes again")
          .doesNotContain("Send it again");
    }
    assertThat(service.browser().get(path + "?token=" + shown).body())
        .doesNotContain("Send it again", "no reminders");
    assertThat(service.browser().postForm(path + "/mail", "token=" + shown).status())
        .isEqualTo(403);
    assertThat(service.browser().postForm(path + "/mail", "token=x.y").status()).isEqualTo(401);
    assertThat(service.browser().get(rsvp.page()).body()).contains("href=\"/unsubscribe/");

    assertThat(service.topic(Topics.MAIL_REQUESTS).records(rsvp.rsvpId()))
        .extracting(written -> written.value().getClass().getSimpleName())
        .containsExactly("LinkRequested", "LinkRequested");
  }

  @Test
  void hasALinkMailedAndSaysTheSameToAnAddressThatNobodyHas() {
    MailedRsvp rsvp = confirmed("Ada", "grace@example.org");
    MailedRsvp left = confirmed("Ada", "grace@example.org");
    String cancellation = "/rsvps/" + left.rsvpId() + "/cancellation";
    service.browser().postForm(cancellation, "token=" + left.token());
    rows.shows(left.meetupId(), left.rsvpId(), "CANCELLED", "ATTENDEE", null);
    assertThat(service.browser().get("/rsvps/links").body()).contains("name=\"email\"");

    Answer known = service.browser().postForm("/rsvps/links", "email=Grace%40Example.org");
    Answer unknown = service.browser().postForm("/rsvps/links", "email=nobody%40example.org");
    Answer mistyped = service.browser().postForm("/rsvps/links", "email=grace+at+home");

    assertThat(known.status()).isEqualTo(200);
    assertThat(unknown.status()).isEqualTo(200);
    assertThat(known.body()).contains("Please look into your mailbox").isEqualTo(unknown.body());
    assertThat(mistyped.status()).isEqualTo(422);
    assertThat(mistyped.body()).contains("value=\"grace at home\"", "email-error");
    assertThat(service.topic(Topics.MAIL_REQUESTS).records(rsvp.rsvpId())).hasSize(1);
    assertThat(service.topic(Topics.MAIL_REQUESTS).records(left.rsvpId())).isEmpty();
  }

  @Test
  void isFriendlyAboutAWrongLink() {
    String path = "/rsvps/" + newId();
    for (Answer page :
        new Answer[] {
          service.browser().get(path),
          service.browser().get(path + "?token=x.y"),
          service.browser().get("/rsvps/no-uuid?token=x"),
          service.browser().postForm(path + "/cancellation", "token=x.y")
        }) {
      assertThat(page.status()).isEqualTo(401);
      assertThat(page.header("Content-Type")).startsWith("text/html");
      assertThat(page.body())
          .contains("This link does not work", "/assets/rsvp-service/doors-")
          .contains("action=\"/rsvps/links\"");
      assertThat(page.header("Cache-Control")).isEqualTo("no-store");
    }
  }

  private MailedRsvp confirmed(String name) {
    return confirmed(name, "ada@example.org");
  }

  private MailedRsvp confirmed(String name, String email) {
    String meetupId = service.publish(Schedules.aMeetup(8));
    JsonNode accepted =
        service
            .browser()
            .postJson(
                "/api/meetups/" + meetupId + "/rsvps",
                "{\"name\": \"%s\", \"email\": \"%s\", \"guests\": 1}".formatted(name, email))
            .json();
    MailedRsvp rsvp = new MailedRsvp(tokens, meetupId, accepted.path("rsvpId").asString());
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode status = service.status(meetupId, rsvp.rsvpId()).json();
          assertThat(status.path("status").asString()).isEqualTo("CONFIRMED");
          assertThat(status.path("name").isNull()).isFalse();
        });
    return rsvp;
  }
}
