package org.doorsopen.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A person in front of a screen. */
public enum Reader {
  ON_A_PHONE("phone", 360, 740, "en-GB", ColorScheme.LIGHT),
  ON_A_PHONE_AT_NIGHT_IN_GERMAN("phone", 360, 740, "de-DE", ColorScheme.DARK),
  AT_A_DESK_IN_GERMAN("desktop", 1280, 800, "de-DE", ColorScheme.LIGHT),
  AT_A_DESK_AT_NIGHT("desktop", 1280, 800, "en-GB", ColorScheme.DARK);

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
