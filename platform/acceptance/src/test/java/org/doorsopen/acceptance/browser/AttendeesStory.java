package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;

/**
 * An organizer looks for somebody in the list of those who come, goes back, is told that there is
 * no seat to give by hand, and cancels an RSVP with a word to the person.
 */
public final class AttendeesStory {

  private static final String ROWS = "main ul.list > li";

  private final Page page;
  private final String list;

  private AttendeesStory(Page page, String list) {
    this.page = page;
    this.list = list;
  }

  /**
   * @param login {@code user:password} of an organizer
   * @param name of somebody who waits
   */
  public static void play(
      URI door, String meetupId, String login, String name, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      String list = door.resolve("/desk/attendees/" + meetupId).toString();
      AttendeesStory story = new AttendeesStory(window.pages().getFirst(), list);
      story.logsIn(login);
      story.findsSomebodyAndGoesBack(name);
      story.isToldThatThereIsNoSeatToGive(name);
      story.cancels();
    }
  }

  private void logsIn(String login) {
    page.navigate(list);
    LoginStory.submit(page, login);
    page.waitForURL("**/desk/attendees/*");
    assertThat(page.locator(ROWS).count()).isGreaterThan(5);
  }

  private void findsSomebodyAndGoesBack(String name) {
    page.fill("[name=q]", name.toUpperCase());
    page.press("[name=q]", "Enter");
    page.waitForURL("**q=**");
    PlaywrightAssertions.assertThat(page.locator(ROWS)).hasCount(1);
    PlaywrightAssertions.assertThat(page.locator(ROWS)).containsText(name);
    assertThat(page.inputValue("[name=q]")).isEqualTo(name.toUpperCase());

    page.goBack();
    assertThat(page.locator(ROWS).count()).isGreaterThan(5);
    page.goForward();
    PlaywrightAssertions.assertThat(page.locator(ROWS)).hasCount(1);
  }

  private void isToldThatThereIsNoSeatToGive(String name) {
    page.click(ROWS + " a");
    page.waitForURL("**/rsvps/**");
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText(name);
    page.selectOption("[name=reason]", "HELPER");
    page.click("main form[action$='/seats'] button");
    page.waitForURL("**granting=**");
    // Without the page being loaded by hand.
    PlaywrightAssertions.assertThat(page.locator(".note.bad")).isVisible();
    PlaywrightAssertions.assertThat(page.locator(".state.waiting")).isVisible();
  }

  private void cancels() {
    page.fill("[name=words]", "Sorry: the room is smaller than we thought.");
    page.click("main form[action$='/cancellation'] button");
    page.waitForURL("**cancelling=true");
    // Without the page being loaded by hand.
    PlaywrightAssertions.assertThat(page.locator(".state.bad")).isVisible();
    PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
  }
}
