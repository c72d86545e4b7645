package org.doorsopen.schedule.imports;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.doorsopen.schedule.imports.Imports.Form;
import org.doorsopen.web.problems.BadBody;

/** An announcement, a calendar or a page is read, or refused with a word, whatever it holds. */
public final class AnnouncementFuzz {

  private static final Imports IMPORTS =
      new Imports(InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z")));

  private AnnouncementFuzz() {}

  /** Called by Jazzer. The first byte says how the others are read. */
  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length == 0) {
      return;
    }
    Form form = Form.values()[Math.floorMod(data[0], Form.values().length)];
    try {
      IMPORTS.read(Arrays.copyOfRange(data, 1, data.length), form);
    } catch (BadBody e) {
      if (e.getMessage() == null || e.getMessage().isBlank()) {
        throw new AssertionError("refused without a word");
      }
    }
  }
}
