package org.doorsopen.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.application.name=sample-service",
      "doors.login.organizer=ada:lovelace",
      "doors.identity.secret=a-secret-that-is-long-enough-for-tests",
      "doors.web.body-limit=2KB"
    })
class KeptPagesTest {

  private static final Pattern KEY = Pattern.compile("value=\"([0-9a-f-]{36})\"");
  private static final String ORGANIZER =
      "Authorization: Basic " + Base64.getEncoder().encodeToString("ada:lovelace".getBytes(UTF_8));

  @LocalServerPort int port;

  @Test
  void saysWhatAPageSaysThatIsNotKept() {
    Answer page = get("/kept?label=Gr%C3%BC%C3%9Fe");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"en\">", "<title>A page</title>", ">Grüße</label>", ">ä</small>")
        .contains("</html>")
        .doesNotContain("th:", "own-");
    assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
    assertThat(page.header("Content-Language")).startsWith("en");
    assertThat(page.header("Content-Security-Policy")).isEqualTo(Looks.POLICY);
    assertThat(page.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(page.header("Vary")).contains("Accept-Language");
    assertThat(page.header("Content-Length"))
        .isEqualTo(Integer.toString(page.body().getBytes(UTF_8).length));
  }

  @Test
  void givesEachReaderAFormOfTheirOwn() {
    List<String> keys =
        Stream.generate(() -> key(get("/kept?tag=own"))).limit(5).distinct().toList();

    assertThat(keys).hasSize(5);
  }

  @Test
  void sendsAPageThatABrowserHasNotOnceMore() {
    String etag = get("/kept?tag=same").header("ETag");

    assertThat(etag).startsWith("W/\"");
    for (String known : List.of(etag, etag.substring(2), "\"x\", " + etag)) {
      Answer again = get("/kept?tag=same", "If-None-Match: " + known);
      assertThat(again.status()).as(known).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.header("ETag")).isEqualTo(etag);
      assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/kept?label=Other, Accept-Language: en",
    "/kept, Accept-Language: de",
    "/kept, Cookie: lang=de",
    "/kept?lang=de, Accept-Language: en",
  })
  void sendsAPageThatSaysSomethingElse(String path, String header) {
    String etag = get("/kept").header("ETag");

    Answer other = get(path, header, "If-None-Match: " + etag);

    assertThat(other.status()).isEqualTo(200);
    assertThat(other.header("ETag")).isNotEqualTo(etag);
  }

  @Test
  void hasOneEtagForWhatIsSaidAlikeHoweverItsDataHaveChangedMeanwhile() {
    // The address is in the page, and is the same.
    String etag = get("/kept?label=A").header("ETag");
    String again = get("/kept?label=A", "X: y").header("ETag");

    assertThat(again).isEqualTo(etag);
  }

  @Test
  void rendersOnceForManyReadersAndAgainWhenASecondIsOver() {
    int before = SamplePages.Sample.RENDERED.get();
    get("/kept?tag=many");
    long since = System.nanoTime();
    get("/kept?tag=many");
    get("/kept?tag=many", "Accept-Language: en");
    boolean withinASecond = System.nanoTime() - since < Duration.ofMillis(900).toNanos();

    if (withinASecond) {
      assertThat(SamplePages.Sample.RENDERED.get() - before).isEqualTo(1);
    }
    int now = SamplePages.Sample.RENDERED.get();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> {
          get("/kept?tag=many");
          return SamplePages.Sample.RENDERED.get() > now;
        });
  }

  @Test
  void keepsNoPageOfAnOrganizerAndShowsItToNobodyElse() {
    Answer theirs = get("/kept?tag=theirs", ORGANIZER);
    Answer again = get("/kept?tag=theirs", ORGANIZER, "If-None-Match: *");
    Answer everybodys = get("/kept?tag=theirs");

    assertThat(theirs.body()).contains("ada");
    assertThat(theirs.header("Cache-Control")).isEqualTo("no-store");
    assertThat(theirs.header("ETag")).isEmpty();
    assertThat(again.status()).isEqualTo(200);
    assertThat(everybodys.body()).doesNotContain("ada").contains("</html>");
    assertThat(key(theirs)).isNotEqualTo(key(everybodys));
  }

  @Test
  void remembersALanguageThatWasChosenEvenIfTheBrowserHasThePage() {
    Answer page = get("/kept?lang=de");

    Answer again = get("/kept?lang=de", "If-None-Match: " + page.header("ETag"));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("Set-Cookie")).contains("lang=de");
  }

  @Test
  void answersHeadWithoutTheBody() {
    Answer head = Answer.toBrowser(port, "HEAD /kept?tag=head");

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag")).startsWith("W/\"");
    assertThat(head.body()).isEmpty();
  }

  private Answer get(String path, String... headers) {
    return Answer.toBrowser(port, "GET " + path, headers);
  }

  private static String key(Answer page) {
    Matcher key = KEY.matcher(page.body());
    assertThat(key.find()).as(page.body()).isTrue();
    return key.group(1);
  }
}
