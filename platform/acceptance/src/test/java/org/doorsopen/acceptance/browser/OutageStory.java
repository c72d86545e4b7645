package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * The service of the RSVPs dies while an organizer has the desk open, and an attendee the status of
 * her RSVP.
 */
public final class OutageStory {

  private static final Duration UNTIL_IT_IS_NOTICED = Duration.ofSeconds(10);
  private static final Duration UNTIL_IT_IS_BACK = Duration.ofMinutes(1);

  private final Page desk;
  private final Page rsvp;

  private OutageStory(Page desk, Page rsvp) {
    this.desk = desk;
    this.rsvp = rsvp;
  }

  /**
   * @param login {@code user:password} of an organizer
   * @param status the page of an RSVP
   * @param kill ends the service
   * @param start starts it again, where it does not start by itself
   */
  public static void play(
      URI door, String login, URI status, Chromium browser, Runnable kill, Runnable start) {
    try (BrowserContext organizer = browser.open(Reader.ON_A_PHONE).context();
        BrowserContext attendee = browser.open(Reader.AT_A_DESK_IN_GERMAN).context()) {
      OutageStory story =
          new OutageStory(organizer.pages().getFirst(), attendee.pages().getFirst());
      story.opensTheDesk(door, login);
      story.rsvp.navigate(status.toString());
      String headline = story.rsvp.locator("h1").innerText();

      kill.run();

      story.asksForAMomentInTheLanguageOfTheReader();
      story.saysAtTheDeskWhatIsAwayAndShowsTheRest();
      start.run();
      story.comesBackWithoutAClick(headline);
      story.showsTheWholeDeskAgain();
    }
  }

  private void opensTheDesk(URI door, String login) {
    desk.navigate(door.resolve("/desk").toString());
    LoginStory.submit(desk, login);
    desk.waitForURL("**/desk");
    assertThatTheSeatsAreShown();
  }

  private void asksForAMomentInTheLanguageOfTheReader() {
    await().atMost(UNTIL_IT_IS_NOTICED).until(() -> rsvp.reload().status() == 503);
    PlaywrightAssertions.assertThat(rsvp.locator("h1")).hasText("Einen Moment");
  }

  private void saysAtTheDeskWhatIsAwayAndShowsTheRest() {
    assertThat(desk.reload().status()).isEqualTo(200);
    // The seats of each meetup, and the requests that were held back.
    Locator away = desk.locator(".away:visible");
    PlaywrightAssertions.assertThat(away)
        .hasCount(desk.locator("[hx-get^='/desk/attendees/']").count());
    PlaywrightAssertions.assertThat(away.first())
        .containsText("The seats cannot be shown at the moment");
    PlaywrightAssertions.assertThat(desk.locator(".card h3").first()).isVisible();
    PlaywrightAssertions.assertThat(desk.locator("main"))
        .containsText("Every mail has reached a mail server");
    PlaywrightAssertions.assertThat(desk.locator(".loading:visible")).hasCount(0);
  }

  private void comesBackWithoutAClick(String headline) {
    PlaywrightAssertions.assertThat(rsvp.locator("h1"))
        .hasText(
            headline,
            new LocatorAssertions.HasTextOptions().setTimeout(UNTIL_IT_IS_BACK.toMillis()));
  }

  private void showsTheWholeDeskAgain() {
    desk.reload();
    assertThatTheSeatsAreShown();
  }

  private void assertThatTheSeatsAreShown() {
    PlaywrightAssertions.assertThat(desk.locator(".card dl").nth(1))
        .containsText(Pattern.compile("\\d"));
    PlaywrightAssertions.assertThat(desk.locator(".away:visible")).hasCount(0);
  }
}
