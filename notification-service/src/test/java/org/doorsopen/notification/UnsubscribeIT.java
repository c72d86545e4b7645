package org.doorsopen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.identity.UnsubscribeTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The unsubscribe page, as a browser that keeps to the page's own policy shows it. */
@NotificationService
class UnsubscribeIT {

  @Autowired Api api;

  private static final Pattern STYLESHEET =
      Pattern.compile("<link rel=\"stylesheet\" href=\"([^\"]+)\">");

  @Autowired UnsubscribeTokens tokens;

  @Test
  void allowsTheStylesAndTheFormOfItsPageAndNothingFromElsewhere() {
    HttpResponse<String> page = api.get("/unsubscribe/" + tokens.issue("an-rsvp"), null);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(policy(page))
        .contains(
            "default-src 'none'",
            "style-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");
    assertThat(page.body())
        .contains("<form method=\"post\">")
        .doesNotContain("style=", "<style", "<script", "http:", "https:");
  }

  @Test
  void speaksGermanToABrowserThatDoes() {
    String path = "/unsubscribe/" + tokens.issue("an-rsvp");

    assertThat(api.get(path + "?lang=de", null).body())
        .contains("<html lang=\"de\">", "<h1>Keine Erinnerungen mehr?</h1>");
  }

  @Test
  void looksTheSameWhereTheLinkIsWrong() {
    String path = "/unsubscribe/wrong";
    HttpResponse<String> page = api.get(path, null);

    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(policy(page)).contains("style-src 'self'");
    assertThat(page.headers().firstValue("X-Robots-Tag").orElse("")).contains("noindex");
    assertThat(api.get(stylesheetOf(page, path), null).statusCode()).isEqualTo(200);
  }

  private static Set<String> policy(HttpResponse<String> page) {
    assertThat(page.headers().allValues("Content-Security-Policy")).hasSize(1);
    String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
    return Stream.of(policy.split(";")).map(String::strip).collect(Collectors.toSet());
  }

  /** The stylesheet's path, as a browser finds it from the page. */
  private static String stylesheetOf(HttpResponse<String> page, String path) {
    Matcher link = STYLESHEET.matcher(page.body());
    assertThat(link.find()).as(page.body()).isTrue();
    return URI.create(path).resolve(link.group(1)).getPath();
  }
}
