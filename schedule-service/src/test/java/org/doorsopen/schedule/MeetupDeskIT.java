package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.doorsopen.schedule.Evenings.anEvening;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organizer looks at one meetup. */
@ScheduleService
class MeetupDeskIT {

  @LocalServerPort int port;

  private Browser browser = new Browser(0);
  private OrganizerApi api = new OrganizerApi(0, ScheduleService.LOGIN);

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    api = new OrganizerApi(port, ScheduleService.LOGIN);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }

  @Test
  void showsAMeetupThatTheDeskLeadsTo() {
    String meetupId =
        api.post("/api/schedules", anEvening().put("title", "A & <b>").toString())
            .json()
            .path("meetupId")
            .asString();
    String address = "/desk/meetups/" + meetupId;

    assertThat(browser.open("/desk").body()).contains("href=\"" + address + "\"");
    assertThat(browser.open(address).body())
        .contains("<h1>A &amp; &lt;b&gt;</h1>", "Entwurf: Noch sieht ihn niemand", "Berlin Mitte")
        .doesNotContain("/figures");

    api.post(address.replace("/desk/meetups", "/api/schedules") + "/publications", "{}");

    assertThat(browser.open(address).body())
        .contains("Veröffentlicht", "Version ", "von ada")
        .contains("hx-get=\"/desk/attendees/" + meetupId + "/figures\"");
  }

  @Test
  void saysThatThereIsNoSuchMeetup() {
    HttpResponse<String> answer = browser.open("/desk/meetups/" + UUID.randomUUID());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Hier ist nichts");
  }

  @Test
  void showsItToOrganizersAlone() {
    HttpResponse<String> answer = new Browser(port).open("/desk/meetups/" + UUID.randomUUID());

    assertThat(Browser.next(answer)).startsWith("/login?next=");
  }
}
