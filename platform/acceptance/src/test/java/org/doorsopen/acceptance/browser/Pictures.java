package org.doorsopen.acceptance.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of pages, in the folder of the property {@code doors.pictures}, if there is one. */
final class Pictures {
  private Pictures() {}

  /**
   * @param name of the page
   */
  static void take(Page page, String name, Reader reader) {
    String folder = System.getProperty("doors.pictures", "");
    if (!folder.isBlank() && reader.isDrawn()) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of(folder, name + "-" + reader.label() + ".png")));
    }
  }
}
