package org.doorsopen.rsvp.page;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrCode.Ecc;

/**
 * A QR code as a drawing of its dark modules, each a unit wide. It stands for one RSVP at the door,
 * by a token that can do nothing else.
 *
 * @param box of the drawing, with the margin that readers need
 * @param path around the dark modules
 * @param text in the code, for doors that cannot read it
 */
record CheckInCode(String box, String path, String text) {

  /** The margin that the standard asks for (ISO/IEC 18004, 6.3.8). */
  private static final int MARGIN = 4;

  /**
   * @param token for the check-in of the RSVP, and for nothing else
   */
  static CheckInCode of(String rsvpId, String token) {
    String text = rsvpId + "." + token;
    QrCode code = QrCode.encodeText(text, Ecc.MEDIUM);
    int width = code.size + 2 * MARGIN;
    return new CheckInCode("0 0 %1$d %1$d".formatted(width), path(code), text);
  }

  /** A rectangle for each run of dark modules in a row. */
  private static String path(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        int run = run(code, x, y);
        if (run > 0) {
          path.append("M%d %dh%dv1h-%dz".formatted(x + MARGIN, y + MARGIN, run, run));
          x += run;
        }
      }
    }
    return path.toString();
  }

  private static int run(QrCode code, int x, int y) {
    int run = 0;
    while (code.getModule(x + run, y)) {
      run++;
    }
    return run;
  }
}
