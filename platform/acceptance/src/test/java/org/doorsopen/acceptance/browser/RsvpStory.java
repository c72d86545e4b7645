package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;
import java.time.Instant;
import org.doorsopen.identity.RsvpTokens;
import org.doorsopen.identity.Secrets;

/**
 * Somebody finds a full meetup at the one address, joins its waitlist by the form, has the mail
 * about it sent again, corrects the name, leaves the waitlist, and is forgotten.
 */
public final class RsvpStory {

  private final Page page;

  private RsvpStory(Page page) {
    this.page = page;
  }

  /**
   * @param email of somebody who has no RSVP for it
   * @param secret of the platform
   */
  public static void play(URI door, String email, String secret, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      RsvpStory story = new RsvpStory(window.pages().getFirst());
      story.page.navigate(door.resolve("/").toString());
      story.page.click("main .card h2 a");
      String meetupId = lastOf(story.page);
      story.keepsWhatWasTyped();
      story.joinsTheWaitlist(email);
      story.hasTheMailSentAgain();
      String rsvpId = lastOf(story.page);
      story.correctsTheName(door, meetupId, rsvpId, secret);
      story.leavesIt();
      story.isForgotten(door, meetupId, rsvpId, secret);
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

  private void hasTheMailSentAgain() {
    PlaywrightAssertions.assertThat(page.locator(".history li")).hasCount(1);
    page.click("main form[action$='/mail'] button");
    PlaywrightAssertions.assertThat(page.locator("form[action$='/mail'] [role=status]"))
        .isVisible();
    PlaywrightAssertions.assertThat(page.locator("form[action$='/mail'] button")).hasCount(0);
  }

  /** By the link of the mail: the sender of the form may have typed another person's address. */
  private void correctsTheName(URI door, String meetupId, String rsvpId, String secret) {
    PlaywrightAssertions.assertThat(page.locator("#contact")).hasCount(0);
    String token = new RsvpTokens(Secrets.of(secret)).issueForMail(meetupId, rsvpId);
    page.navigate(door.resolve("/rsvps/%s?token=%s".formatted(rsvpId, token)).toString());
    page.click("#contact summary");
    page.fill("#contact [name=name]", " ");
    page.evaluate("document.querySelector('#contact form').noValidate = true");
    page.click("#contact button");
    PlaywrightAssertions.assertThat(page.locator("#name-error")).isVisible();
    page.fill("#contact [name=name]", "Robin Desktop");
    page.click("#contact button");
    PlaywrightAssertions.assertThat(page.locator("#contact .note.good")).isVisible();
    page.reload();
    PlaywrightAssertions.assertThat(page.locator(".state small")).containsText("Robin Desktop");
  }

  /** As the link of a reminder leads to it: the button is what its reader sees. */
  private void leavesIt() {
    page.navigate(page.url().replaceAll("#.*", "") + "#cancel");
    Locator button = page.locator("main form[action$='/cancellation'] button");
    PlaywrightAssertions.assertThat(button).isInViewport();
    button.click();
    PlaywrightAssertions.assertThat(page.locator("main form[action$='/cancellation']")).hasCount(0);
    PlaywrightAssertions.assertThat(page.locator(".state.card, .state.bad")).isVisible();
  }

  /** By the link that a mail would have; the receipts come without the page being loaded again. */
  private void isForgotten(URI door, String meetupId, String rsvpId, String secret) {
    String token =
        new RsvpTokens(Secrets.of(secret))
            .issueForErasure(meetupId, rsvpId, Instant.now().plusSeconds(60));
    page.navigate(door.resolve("/rsvps/%s/erasure?token=%s".formatted(rsvpId, token)).toString());
    page.click("main form[action='erasure'] button");
    PlaywrightAssertions.assertThat(page.locator(".state.good h1"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
    PlaywrightAssertions.assertThat(page.locator("main form")).hasCount(0);
  }

  private static String lastOf(Page page) {
    String path = URI.create(page.url()).getPath();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
