package org.doorsopen.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** A person in front of a screen. */
public enum Reader {
  ON_A_PHONE("phone", 360, 740, "en-GB", ColorScheme.LIGHT),
  ON_A_PHONE_AT_NIGHT_IN_GERMAN("phone", 360, 740, "de-DE", ColorScheme.DARK),
  AT_A_DESK_IN_GERMAN("desktop", 1280, 800, "de-DE", ColorScheme.LIGHT),
  AT_A_DESK_AT_NIGHT("desktop", 1280, 800, "en-GB", ColorScheme.DARK),
  AT_A_DESK_AT_NIGHT_IN_GERMAN("desktop", 1280, 800, "de-DE", ColorScheme.DARK);

  private final String screen;
  private final int width;
  private final int height;
  private final String language;
  private final ColorScheme scheme;

  Reader(String screen, int width, int height, String language, ColorScheme scheme) {
    this.screen = screen;
    this.width = width;
    this.height = height;
    this.language = language;
    this.scheme = scheme;
  }

  /**
   * The four who are drawn where the property {@code doors.readers} says so, as it does in {@code
   * -Plong}; else the two who have every width, language and theme between them. Not all five: the
   * stories name people after screen and language, which two readers at a desk share.
   */
  public static List<Reader> ofThisRun() {
    return areAllWhoAreDrawn()
        ? Stream.of(values()).filter(Reader::isDrawn).toList()
        : List.of(ON_A_PHONE, AT_A_DESK_AT_NIGHT_IN_GERMAN);
  }

  /**
   * Of these, those who look at a page that is only looked at: all who are drawn, or one of the two
   * in turn.
   *
   * @param number of the page, from 0
   */
  public static List<Reader> ofPage(int number) {
    List<Reader> readers = ofThisRun();
    return areAllWhoAreDrawn() ? readers : List.of(readers.get(number % readers.size()));
  }

  private static boolean areAllWhoAreDrawn() {
    return System.getProperty("doors.readers", "").equals("drawn");
  }

  /** Uses the keyboard alone. */
  boolean hasNoMouse() {
    return this == AT_A_DESK_AT_NIGHT || this == AT_A_DESK_AT_NIGHT_IN_GERMAN;
  }

  /** Whether there are pictures for it: the others show each width in each language and theme. */
  boolean isDrawn() {
    return this != AT_A_DESK_AT_NIGHT_IN_GERMAN;
  }

  Browser.NewContextOptions options() {
    return new Browser.NewContextOptions()
        .setViewportSize(width, height)
        .setLocale(language)
        .setColorScheme(scheme)
        // Certificates made for a test are none that a browser knows; HTTP clients of ours check
        // them.
        .setIgnoreHTTPSErrors(true);
  }

  String language() {
    return language.substring(0, 2);
  }

  /** For the name of a picture, such as {@code phone-en-light}. */
  String label() {
    return String.join("-", List.of(screen, language(), scheme.name().toLowerCase()));
  }
}
