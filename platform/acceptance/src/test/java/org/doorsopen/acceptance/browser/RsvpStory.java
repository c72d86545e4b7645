package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;

/**
 * Somebody finds a full meetup at the one address, joins its waitlist by the form, and leaves it.
 */
public final class RsvpStory {

  private final Page page;

  private RsvpStory(Page page) {
    this.page = page;
  }

  /**
   * @param email of somebody who has no RSVP for it
   */
  public static void play(URI door, String email, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      RsvpStory story = new RsvpStory(window.pages().getFirst());
      story.page.navigate(door.resolve("/").toString());
      story.page.click("main .card h2 a");
      story.keepsWhatWasTyped();
      story.joinsTheWaitlist(email);
      story.leavesIt();
    }
  }

  private void keepsWhatWasTyped() {
    // The browser would say so itself, unless the form is told not to ask it.
    page.evaluate("document.querySelector('main form').noValidate = true");
    page.fill("[name=name]", "Robin Phone");
    page.fill("[name=email]", "robin at example");
    page.click("main form button");
    PlaywrightAssertions.assertThat(page.locator("#email-error")).isVisible();
    PlaywrightAssertions.assertThat(page.locator("section.note.bad")).isFocused();
    assertThat(page.inputValue("[name=name]")).isEqualTo("Robin Phone");
  }

  private void joinsTheWaitlist(String email) {
    page.fill("[name=email]", email);
    page.click("main form button");
    // A form that a program fills in within an instant is asked about once more.
    if (!page.url().contains("?token=")) {
      assertThat(page.inputValue("[name=email]")).isEqualTo(email);
      page.click("main form button");
    }
    page.waitForURL("**/rsvps/**");
    PlaywrightAssertions.assertThat(page.locator(".state.waiting h1")).containsText("2");
  }

  private void leavesIt() {
    page.click("main form button");
    PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator(".state.card, .state.bad")).isVisible();
  }
}
