package org.doorsopen.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URI;

/**
 * An organizer writes a meetup down, loses the session over it and nothing else, meets another
 * organizer at the same meetup, and makes the next one of it.
 */
public final class DeskStory {

  private static final int MAX_TABS = 400;

  private final Page page;
  private final URI door;
  private final String login;
  private final Reader reader;

  private DeskStory(Page page, URI door, String login, Reader reader) {
    this.page = page;
    this.door = door;
    this.login = login;
    this.reader = reader;
  }

  /**
   * Some of the readers use the keyboard alone.
   *
   * @param login {@code user:password} of an organizer
   */
  public static void play(URI door, String login, Chromium browser, Reader reader) {
    try (BrowserContext window = browser.open(reader).context();
        BrowserContext other = browser.open(reader).context()) {
      DeskStory story = new DeskStory(window.pages().getFirst(), door, login, reader);
      DeskStory another = new DeskStory(other.pages().getFirst(), door, login, reader);
      story.opensANewForm();
      story.seesAllThatIsMissing();
      story.writesTheEveningDown();
      story.losesTheSessionAndNothingElse();
      story.saves();
      String address = story.page.url().replaceAll("\\?.*", "");
      another.logsIn(address + "/edit");
      story.choosesBetweenTwoVersions(another, address);
      story.makesTheNextOne();
    }
  }

  private void opensANewForm() {
    logsIn("/desk");
    press(page.locator("main a[href='/desk/meetups/new']"));
    page.waitForURL("**/desk/meetups/new");
    PlaywrightAssertions.assertThat(page.locator("#kept")).isHidden();
  }

  private void seesAllThatIsMissing() {
    type("title", "An evening of " + reader.label());
    press(page.locator("main form > .row button"));
    PlaywrightAssertions.assertThat(page.locator("section.note.bad")).isFocused();
    PlaywrightAssertions.assertThat(page.locator("section.note.bad li")).hasCount(3);
    Visit.lookAround(page, "desk-edit-errors", reader);
    press(page.locator("section.note.bad a[href='#capacity']"));
    PlaywrightAssertions.assertThat(page.locator("#capacity")).isFocused();
    assertThat(page.inputValue("#title")).isEqualTo("An evening of " + reader.label());
  }

  private void writesTheEveningDown() {
    // The zone is that of the meetup before; how a date is typed is up to the machine’s language.
    assertThat(page.inputValue("#timeZone")).isEqualTo("Europe/Berlin");
    page.fill("[name=startsAt]", "2031-03-06T18:00");
    page.fill("[name=endsAt]", "2031-03-06T21:30");
    type("capacity", "80");
    press(page.locator("[name='do.addItem']"));
    goesOnAt("agenda[0].title", "Doors open");
    page.fill("[name='agenda[0].endsAt']", "18:30");
    press(page.locator("[name='do.addItem']"));
    goesOnAt("agenda[1].title", "A talk");
    assertThat(page.inputValue("[name='agenda[1].startsAt']")).isEqualTo("18:30");
    press(page.locator("[name='do.addSpeaker[1]']"));
    goesOnAt("agenda[1].speakers[0].name", "Nele");
    press(page.locator("[name='do.shift[1]']"));
    PlaywrightAssertions.assertThat(page.locator("[name='agenda[1].startsAt']")).hasValue("18:40");
    PlaywrightAssertions.assertThat(page.locator("#agenda > .note.waiting")).containsText("10");
    Visit.lookAround(page, "desk-edit-agenda", reader);
  }

  /** A button leads to the field that it has made. */
  private void goesOnAt(String name, String text) {
    PlaywrightAssertions.assertThat(page.locator("[name='" + name + "']")).isFocused();
    page.keyboard().type(text);
  }

  private void losesTheSessionAndNothingElse() {
    type("summary", "Typed last");
    page.context().clearCookies();
    press(page.locator("main form > .row button"));
    page.waitForURL("**/login?**");
    LoginStory.submit(page, login);
    page.waitForURL("**/desk/meetups/new");
    PlaywrightAssertions.assertThat(page.locator("#kept")).isVisible();
    assertThat(page.inputValue("#title")).isEmpty();
    press(page.locator("#kept-restore"));
    PlaywrightAssertions.assertThat(page.locator("#summary")).hasValue("Typed last");
    PlaywrightAssertions.assertThat(page.locator("[name='agenda[1].speakers[0].name']"))
        .hasValue("Nele");
  }

  private void saves() {
    press(page.locator("main form > .row button"));
    page.waitForURL("**/desk/meetups/*?saved=*");
    PlaywrightAssertions.assertThat(page.locator("[data-forget]")).isVisible();
    assertThat((String) page.evaluate("JSON.stringify(localStorage)")).isEqualTo("{}");
  }

  private void choosesBetweenTwoVersions(DeskStory another, String address) {
    press(page.locator("main nav a[href$='/edit']"));
    page.waitForURL("**/edit");
    another.type("title", "Theirs <b>");
    another.press(another.page.locator("main form > .row button"));
    another.page.waitForURL("**?saved=*");
    type("title", "Mine");
    press(page.locator("main form > .row button"));
    PlaywrightAssertions.assertThat(page.locator("main fieldset")).hasCount(1);
    PlaywrightAssertions.assertThat(page.locator("main")).containsText("Theirs <b>");
    Visit.lookAround(page, "desk-conflict", reader);
    Locator theirs = page.locator("#choice-title-theirs");
    if (reader.hasNoMouse()) {
      focus(page.locator("#choice-title-mine"));
      page.keyboard().press("ArrowDown");
      PlaywrightAssertions.assertThat(theirs).isChecked();
    } else {
      theirs.check();
    }
    press(page.locator("[name='do.choose']"));
    page.waitForURL(address + "?saved=*");
    PlaywrightAssertions.assertThat(page.locator("h1")).hasText("Theirs <b>");
    assertThat((String) page.evaluate("JSON.stringify(localStorage)")).isEqualTo("{}");
  }

  private void makesTheNextOne() {
    press(page.locator("main form[action$='/copies'] button"));
    page.waitForURL("**/edit");
    assertThat(page.inputValue("[name=startsAt]")).isEqualTo("2031-04-03T18:00");
    assertThat(page.inputValue("[name='agenda[1].title']")).isEqualTo("A talk");
    type("title", "Not saved");
    page.click("header button");
    page.waitForURL("**/login?out");
    assertThat((String) page.evaluate("JSON.stringify(localStorage)")).isEqualTo("{}");
  }

  private void logsIn(String path) {
    page.navigate(door.resolve(path).toString());
    LoginStory.submit(page, login);
    page.waitForURL("**" + URI.create(path).getPath());
  }

  private void type(String name, String text) {
    Locator field = page.locator("[name='" + name + "']");
    if (reader.hasNoMouse()) {
      focus(field);
      page.keyboard().press("Control+A");
      page.keyboard().type(text);
    } else {
      field.fill(text);
    }
  }

  private void press(Locator button) {
    if (reader.hasNoMouse()) {
      focus(button);
      page.keyboard().press("Enter");
    } else {
      button.click();
    }
  }

  /** By the Tab key, as far as that leads. */
  private void focus(Locator element) {
    element.waitFor();
    for (int tab = 0; tab < MAX_TABS; tab++) {
      if ((Boolean) element.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("The Tab key does not lead to " + element);
  }
}
