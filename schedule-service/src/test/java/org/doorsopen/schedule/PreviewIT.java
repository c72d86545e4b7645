package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.doorsopen.identity.PreviewTokens;
import org.doorsopen.identity.PreviewTokens.Preview;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A draft is shown to everybody who has a link to it, and to nobody else. */
@ScheduleService
class PreviewIT {

  @LocalServerPort int port;
  @Autowired PreviewTokens tokens;

  private String meetupId = "";

  @BeforeEach
  void draft() {
    meetupId =
        new OrganizerApi(port, ScheduleService.LOGIN)
            .post(
                "/api/schedules",
                anEvening()
                    .put("title", "A <b>draft</b>")
                    .put("onlineUrl", "https://example.org/secret-room")
                    .put("description", "One\n\nTwo")
                    .toString())
            .json()
            .path("meetupId")
            .asString();
  }

  @Test
  void showsADraftAsItsPageWillBe() {
    Browser organizer = new Browser(port);
    organizer.submit(
        organizer.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
    String link = Browser.next(organizer.open("/desk/meetups/" + meetupId + "/preview"));

    HttpResponse<String> page = new Browser(port).open(link);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(page.body())
        .contains("<h1>A &lt;b&gt;draft&lt;/b&gt;</h1>", "Das ist ein Entwurf", "Nele Uhlemann")
        .contains(
            "<p class=\"prose\">Two</p>", "Fiberplane", "Es wird 8 Plätze geben", "Auch online")
        .doesNotContain("secret-room", "<b>");
  }

  @Test
  void showsItToNobodyWithoutALinkThatIsGood() {
    Instant later = Instant.now().plusSeconds(60);
    String good = tokens.issue(new Preview(meetupId, later));
    assertThat(status(good)).isEqualTo(200);

    assertThat(status(tokens.issue(new Preview(meetupId, Instant.now().minusSeconds(1)))))
        .as("over")
        .isEqualTo(404);
    assertThat(status(good.substring(0, good.length() - 1))).as("mutilated").isEqualTo(404);
    assertThat(status(meetupId)).as("guessed").isEqualTo(404);
    assertThat(status(tokens.issue(new Preview(UUID.randomUUID().toString(), later))))
        .as("of nothing")
        .isEqualTo(404);
    assertThat(Browser.next(new Browser(port).open("/desk/meetups/" + meetupId + "/preview")))
        .startsWith("/login");
  }

  private int status(String token) {
    return new Browser(port).open("/previews/" + token).statusCode();
  }
}
