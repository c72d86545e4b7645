package org.doorsopen.web.body;

import java.lang.Character.UnicodeScript;
import java.util.function.IntPredicate;

/** Tells characters that show something from those that do not. */
final class Invisible {

  /**
   * Unicode's Default_Ignorable_Code_Point, which the JDK does not tell: the first and the last of
   * each range.
   */
  private static final int[][] IGNORABLE = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F}, {0x061C, 0x061C}, {0x115F, 0x1160}, {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
    {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
    {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}
  };

  private Invisible() {}

  /** The text without those at both ends. */
  static String strippedOf(String text, IntPredicate those) {
    int begin = 0;
    while (begin < text.length() && those.test(text.codePointAt(begin))) {
      begin += Character.charCount(text.codePointAt(begin));
    }
    int end = text.length();
    while (end > begin && those.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(begin, end);
  }

  /** Whether it leaves a trace on paper by itself. */
  static boolean shows(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> !isIgnorable(point) && !isEmpty(point);
    };
  }

  /** Symbols and letters without ink: blank braille, a null note, blanks of hieroglyphs. */
  private static boolean isEmpty(int point) {
    return switch (point) {
      case 0x2800, 0xFFFC, 0x1D159, 0x13441, 0x13442 -> true;
      default -> false;
    };
  }

  static boolean isIgnorable(int point) {
    for (int[] range : IGNORABLE) {
      if (point >= range[0] && point <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /** Space of any width, also of none. */
  static boolean isSpace(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || point == 0x85
        || point == 0x200B
        || point == 0x2060
        || point == 0xFEFF;
  }

  /** Whether it is more than something to be ignored: it shows, or belongs to what shows. */
  static boolean takesPart(int point) {
    return !isIgnorable(point) && Character.getType(point) != Character.FORMAT;
  }

  /**
   * Characters that turn other text around or hide in it, and that no language needs: embeddings,
   * overrides and isolates (the platform isolates by itself), byte order marks, annotations.
   */
  static boolean isHarmful(int point) {
    return (point >= 0x202A && point <= 0x202E)
        || (point >= 0x2061 && point <= 0x206F)
        || (point >= 0xFFF9 && point <= 0xFFFB)
        || point == 0xFEFF
        || (point & 0xFFFE) == 0xFFFE
        || (point >= 0xFDD0 && point <= 0xFDEF);
  }

  /**
   * The first character that hides in a name, or -1. Scripts that join letters need joiners, and
   * those without spaces need places to break; after letters of other scripts they only make two
   * names look the same. Variation selectors choose a form of the character before.
   */
  static int hiddenIn(String name) {
    int before = ' ';
    for (int point : name.codePoints().toArray()) {
      boolean hides = isHider(point) && !mayBeFollowed(before);
      if (hides || (isTag(point) && name.codePoints().noneMatch(flag -> flag == 0x1F3F4))) {
        return point;
      }
      before = point;
    }
    return -1;
  }

  private static boolean isHider(int point) {
    return switch (point) {
      case 0x00AD, 0x034F, 0x200B, 0x200C, 0x200D, 0x2060, 0x115F, 0x1160, 0x3164, 0xFFA0 -> true;
      default -> false;
    };
  }

  private static boolean isTag(int point) {
    return point >= 0xE0000 && point <= 0xE007F;
  }

  private static boolean mayBeFollowed(int point) {
    return switch (UnicodeScript.of(point)) {
      case LATIN, GREEK, CYRILLIC -> false;
      // Of symbols, those of which emoji are made, and the marks that go with them.
      case COMMON ->
          Character.isEmoji(point) && point > 0x7f
              || Character.getType(point) == Character.MODIFIER_SYMBOL;
      default -> true;
    };
  }
}
