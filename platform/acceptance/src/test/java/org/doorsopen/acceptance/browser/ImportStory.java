package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * An organizer pastes an announcement, sees line by line what was read, places what was not
 * understood, and finds all of it in the form.
 */
public final class ImportStory {

  private static final String ANNOUNCEMENT =
      """
      Rust Berlin
      03/12/2027, Europe/Berlin

      18:30 Doors
      19:00 Traits by Jana Berger (Example Bank)
      20:00 Drinks

      bring cookies
      """;

  private final Page page;
  private final Reader reader;

  private ImportStory(Page page, Reader reader) {
    this.page = page;
    this.reader = reader;
  }

  /**
   * @param login {@code user:password}
   */
  public static void play(URI door, String login, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context()) {
      ImportStory story = new ImportStory(window.pages().getFirst(), reader);
      story.page.navigate(door.resolve("/login?next=/desk").toString());
      LoginStory.submit(story.page, login);
      story.page.waitForURL("**/desk");
      story.page.click("a[href='/desk/meetups/import']");
      story.takesAFile();
      story.seesWhatWasRead();
      story.placesTheRest();
      story.goesOnToTheForm();
    }
  }

  private void takesAFile() {
    page.setInputFiles(
        "#file",
        new FilePayload(
            "evening.txt", "text/plain", ANNOUNCEMENT.getBytes(StandardCharsets.UTF_8)));
    PlaywrightAssertions.assertThat(page.locator("#text")).hasValue(ANNOUNCEMENT);
    page.click("main form button");
  }

  private void seesWhatWasRead() {
    PlaywrightAssertions.assertThat(page.locator("td.waiting")).hasCount(2);
    PlaywrightAssertions.assertThat(page.locator("td.bad")).hasCount(1);
    PlaywrightAssertions.assertThat(page.locator(".agenda li")).hasCount(3);
    Visit.lookAround(page, "imported", reader);
  }

  private void placesTheRest() {
    page.selectOption("select[name=place-8]", "agenda[1].abstract");
    page.click("button[name=placed]");
    PlaywrightAssertions.assertThat(page.locator("td.bad")).hasCount(0);
  }

  private void goesOnToTheForm() {
    page.click("button[name='do.import']");
    assertThat(page.url()).endsWith("/desk/meetups/new");
    PlaywrightAssertions.assertThat(page.locator("[name=title]")).hasValue("Rust Berlin");
    PlaywrightAssertions.assertThat(page.locator("[name='agenda[1].abstract']"))
        .hasValue("bring cookies");
    PlaywrightAssertions.assertThat(page.locator("[name='agenda[1].speakers[0].name']"))
        .hasValue("Jana Berger");
  }
}
