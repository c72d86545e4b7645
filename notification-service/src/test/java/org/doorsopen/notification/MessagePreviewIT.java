package org.doorsopen.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.doorsopen.notification.NotificationService.ORGANIZER;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.doorsopen.infrastructure.Mail;
import org.doorsopen.notification.MeetupEvents.Attendee;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organizers see a message as its readers will, and send it to themselves first. */
@NotificationService
@ExtendWith(OutputCaptureExtension.class)
class MessagePreviewIT {

  private static final Map<String, String> MESSAGE =
      Map.of(
          "addressees", "EVERYONE",
          "texts[1].subject", "The <b>back</b>\r\nBcc: everybody@example.org",
          "texts[1].text", "Come round\nthe back.",
          "texts[0].subject", "Hinten",
          "texts[0].text", "");

  @Autowired MeetupEvents meetup;
  @Autowired Api api;
  @Autowired TimeTravel time;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void publish() {
    meetup.publish();
    time.awaitVersion(meetup, 1);
  }

  @Test
  void showsTheMailAsItWillReadAndNotWhatIsUnfinished() {
    String part = post("/preview", MESSAGE, "HX-Request", "true").body();

    assertThat(part)
        .contains("Here is a message about", "Come round", "Hello organizer,")
        .contains("The &lt;b&gt;back&lt;/b&gt; Bcc: everybody@example.org: ")
        .doesNotContain("Hinten", "<html");
    assertThat(post("/preview", MESSAGE).body()).contains("<html", "Come round");
    assertThat(post("/preview", Map.of()).body()).contains("There is nothing to show yet");
  }

  @Test
  void sendsATestToTheAddressWhichIsWrittenDownNowhere(CapturedOutput output) {
    String mailbox = "organizer-" + UUID.randomUUID();
    String email = mailbox + "@example.org";
    String tried = post("/test", with(email)).body();

    assertThat(tried).contains("The test is on its way");
    Attendee organizer = new Attendee("", "", email);
    await().until(() -> Inboxes.mailsFor(organizer).size() == 1);
    Mail mail = Inboxes.mailsFor(organizer).getFirst();
    assertThat(mail.subject()).startsWith("The <b>back</b> Bcc: everybody@example.org: ");
    assertThat(mail.header("Bcc")).isEmpty();
    assertThat(mail.recipients()).hasSize(1);
    assertThat(output).doesNotContain(mailbox);
    assertThat(rowsThatName(mailbox)).isZero();
    assertThat(api.emails("?meetupId=" + meetup.meetupId).get("emails")).isEmpty();

    for (int i = 0; i < 9; i++) {
      assertThat(post("/test", with(email)).body()).contains("The test is on its way");
    }
    assertThat(post("/test", with(email)).body()).contains("has had many mails lately");
    assertThat(post("/test", with("no address")).body()).contains("Please type the address");
  }

  private static Map<String, String> with(String email) {
    return Map.of(
        "texts[1].subject",
        MESSAGE.get("texts[1].subject"),
        "texts[1].text",
        MESSAGE.get("texts[1].text"),
        "email",
        email);
  }

  /** In any column of any table of the service. */
  private int rowsThatName(String word) {
    return jdbc
        .sql(
            """
            select table_name from information_schema.tables
             where table_schema = current_schema() and table_type = 'BASE TABLE'
            """)
        .query(String.class)
        .list()
        .stream()
        .mapToInt(table ->
            jdbc.sql(
                    "select count(*) from %s as row where cast(row as text) like ?"
                        .formatted(table))
                .param("%" + word + "%")
                .query(Integer.class)
                .single())
        .sum();
  }

  private HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    var request =
        api.request("/desk/mails/" + meetup.meetupId + path, ORGANIZER)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    HttpResponse<String> answer =
        Api.send(headers.length == 0 ? request : request.headers(headers));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
