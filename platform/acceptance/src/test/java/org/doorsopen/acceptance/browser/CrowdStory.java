package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Two hundred people ask for a seat at one meetup at once, each by the form of the page and in a
 * session of their own, while somebody has the page open and reads how many seats are free.
 */
public final class CrowdStory {

  private static final int PEOPLE = 200;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
  private static final LocatorAssertions.ContainsTextOptions SOON =
      new LocatorAssertions.ContainsTextOptions().setTimeout(30_000);

  private final URI page;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private CrowdStory(URI page) {
    this.page = page;
  }

  /**
   * @param meetup its page, with fewer seats than people come
   * @param seats that it has, all of them free
   */
  public static void play(URI meetup, int seats, Chromium browser) {
    try (Page opened = browser.open(Reader.ON_A_PHONE)) {
      opened.navigate(meetup.toString());
      Locator figures = opened.locator("#seats");
      PlaywrightAssertions.assertThat(figures).containsText(seats + " seats are free");
      opened.fill("[name=name]", "Somebody who is still writing");

      List<String> headlines = new CrowdStory(meetup).everybodyAsks();

      PlaywrightAssertions.assertThat(figures)
          .containsText((PEOPLE - seats) + " parties wait", SOON);
      assertThat(opened.inputValue("[name=name]")).isEqualTo("Somebody who is still writing");
      assertThat(headlines).hasSize(PEOPLE).doesNotContain("");
    }
  }

  /** What each of them reads first on the page that follows the form. */
  private List<String> everybodyAsks() {
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < PEOPLE; i++) {
        String email = "crowd-%d@example.org".formatted(i);
        answers.add(people.submit(() -> asks(email)));
      }
      return answers.stream().map(CrowdStory::answer).toList();
    }
  }

  private static String answer(Future<String> asked) {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String asks(String email) throws IOException, InterruptedException {
    String form = client.send(request(page).GET().build(), BodyHandlers.ofString()).body();
    URI status = page.resolve(sendUntilItIsTaken(form, email));
    String told = client.send(request(status).GET().build(), BodyHandlers.ofString()).body();
    Matcher headline = Pattern.compile("<h1>([^<]+)</h1>").matcher(told);
    return headline.find() ? headline.group(1) : "";
  }

  /**
   * A person presses the button again where the page says so: after an answer that was faster than
   * anybody types, or while so many ask that not everybody has a turn. It counts once.
   */
  private String sendUntilItIsTaken(String first, String email)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String form = first;
    while (true) {
      HttpResponse<String> asked = send(form, email);
      if (asked.statusCode() == 303) {
        return asked.headers().firstValue("Location").orElseThrow();
      }
      assertThat(asked.statusCode()).as(asked.body()).isIn(422, 503);
      assertThat(System.nanoTime()).as("patience").isLessThan(end);
      form = HIDDEN.matcher(asked.body()).find() ? asked.body() : form;
    }
  }

  private HttpResponse<String> send(String form, String email)
      throws IOException, InterruptedException {
    Map<String, String> fields =
        HIDDEN
            .matcher(form)
            .results()
            .collect(Collectors.toMap(field -> field.group(1), field -> field.group(2)));
    fields.put("name", "One of many");
    fields.put("email", email);
    String body =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        request(URI.create(page + "/rsvps"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).header("Accept", "text/html");
  }
}
