package org.doorsopen.calendar;

import net.fortuna.ical4j.model.Calendar;

/**
 * Folds lines as RFC 5545, section 3.1 asks: at most 75 octets of UTF-8 each, and no character
 * split. ical4j folds by Java characters, which makes lines too long and splits characters beyond
 * the basic plane.
 */
public final class FoldedLines {

  private static final int MAX_OCTETS = 75;

  private FoldedLines() {}

  /** The calendar as it is sent and served, each line ended by CRLF. */
  public static String of(Calendar calendar) {
    return of(calendar.toString());
  }

  /**
   * @param text unfolded content lines, each ended by CRLF
   */
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / 50);
    int octets = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (character == '\r' || character == '\n') {
        octets = 0;
      } else if (octets + octets(character) > MAX_OCTETS) {
        folded.append("\r\n ");
        octets = 1 + octets(character);
      } else {
        octets += octets(character);
      }
      folded.appendCodePoint(character);
    }
    return folded.toString();
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
