package org.doorsopen.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** An organizer pastes an announcement, places what was not understood, and goes on to the form. */
@ScheduleService
class ImportPagesIT {

  private static final String PATH = "/desk/meetups/import";
  private static final Path EVENING =
      Path.of("src/test/resources/announcements/01-kubernetes-berlin.txt");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private static final String WITH_A_REST =
      """
      Rust Berlin
      03/12/2026

      18:30 Doors
      19:00 Traits by Jana Berger (Example Bank)

      bring <b>cookies</b>
      """;

  @LocalServerPort int port;

  private Browser browser = new Browser(0);

  @BeforeEach
  void logIn() {
    browser = new Browser(port);
    browser.submit(browser.open("/login"), "/login", Map.of("name", "ada", "password", "lovelace"));
  }

  @Test
  void showsEachLineBesideWhatItWasReadAsAndHandsTheDraftOver() throws IOException {
    HttpResponse<String> form = browser.open(PATH);
    assertThat(form.body()).contains("Einfügen, was ihr habt", "<textarea");

    HttpResponse<String> read =
        browser.submit(form, PATH, Map.of("text", Files.readString(EVENING)));

    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(read.body())
        .contains("Jede Zeile wurde verstanden", "Nele Uhlemann, Developer Advocate, Fiberplane")
        .contains("Das steht nicht im Text", "<li>Datum</li>", "<li>Plätze</li>")
        .doesNotContain("name=\"placed\"");

    HttpResponse<String> edit = browser.submit(read, "/desk/meetups/new", handed(read));

    assertThat(edit.statusCode()).isEqualTo(200);
    assertThat(edit.body())
        .contains("value=\"Kubernetes &amp; Cloud Native Berlin Meetup\"")
        .contains("Program Manager", "value=\"19:45\"", "Observability should be a goal");
  }

  @Test
  void letsTheOrganizerPlaceWhatWasNotUnderstood() {
    HttpResponse<String> form = browser.open(PATH);

    HttpResponse<String> read = browser.submit(form, PATH, Map.of("text", WITH_A_REST));
    assertThat(read.body())
        .contains("Eine Zeile wurde nicht verstanden", "name=\"place-7\"", "Tag oder Monat")
        .contains("bring &lt;b&gt;cookies&lt;/b&gt;")
        .doesNotContain("action=\"/desk/meetups/new\"");

    HttpResponse<String> placed =
        browser.submit(
            read,
            PATH,
            Map.of("text", WITH_A_REST, "placed", "1", "place-7", "agenda[1].abstract"));
    assertThat(handed(placed)).containsEntry("agenda[1].abstract", "bring <b>cookies</b>");

    HttpResponse<String> dropped =
        browser.submit(read, PATH, Map.of("text", WITH_A_REST, "placed", "1", "place-7", ""));
    assertThat(handed(dropped)).doesNotContainKey("agenda[1].abstract");
    assertThat(dropped.body()).contains("Nicht verstanden und weggelassen");
  }

  @Test
  void keepsTheTextThatIsToBeChanged() {
    HttpResponse<String> form = browser.open(PATH);

    HttpResponse<String> again =
        browser.submit(form, PATH, Map.of("text", WITH_A_REST, "again", "1"));

    assertThat(again.body()).contains("bring &lt;b&gt;cookies&lt;/b&gt;\n</textarea>");
  }

  @Test
  void saysWhenThereIsNothingToRead() {
    HttpResponse<String> form = browser.open(PATH);

    HttpResponse<String> empty = browser.submit(form, PATH, Map.of("text", " "));

    assertThat(empty.statusCode()).isEqualTo(422);
    assertThat(empty.body()).contains("role=\"alert\"", "aria-invalid=\"true\"");
  }

  @Test
  void takesNoFormOfAnotherBrowser() {
    HttpResponse<String> foreign =
        browser.submit(new Browser(port).open("/login"), PATH, Map.of("text", "18:30 Doors"));

    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  private static Map<String, String> handed(HttpResponse<String> page) {
    Map<String, String> fields = new LinkedHashMap<>();
    String form = page.body().substring(page.body().indexOf("action=\"/desk/meetups/new\""));
    Matcher field = HIDDEN.matcher(form);
    while (field.find()) {
      fields.put(HtmlUtils.htmlUnescape(field.group(1)), HtmlUtils.htmlUnescape(field.group(2)));
    }
    fields.remove("_csrf");
    fields.put("do.import", "1");
    return fields;
  }
}
