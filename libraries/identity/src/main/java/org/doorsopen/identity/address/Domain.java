package org.doorsopen.identity.address;

import com.ibm.icu.text.IDNA;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A domain in its ASCII form, by IDNA 2008 (RFC 5890 to 5894). Of mappings there are those of RFC
 * 5895 only: lower case, full and half width, the ideographic full stop, NFC. Whatever else would
 * have to be changed in order to fit is refused, because it would be another domain than the one
 * that was typed.
 */
record Domain(String ascii) {

  private static final int MAX_LENGTH = 253;

  /** Strict: it keeps ß, ς and joiners, and checks directions and the places of joiners. */
  private static final IDNA IDNA_2008 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.USE_STD3_RULES
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ
              | IDNA.CHECK_CONTEXTO);

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern ASCII = Pattern.compile("(" + LABEL + "\\.)+(?![0-9]+$)" + LABEL);

  /** A label that stands for an international one; most domains have none. */
  private static final Pattern ENCODED = Pattern.compile("(?i)(^|\\.)xn--");

  /** Empty unless mails can go to it. */
  static Optional<Domain> parse(String typed) {
    boolean plain = typed.chars().allMatch(character -> character < 0x80);
    if (plain && !ENCODED.matcher(typed).find()) {
      return typed.length() <= MAX_LENGTH && ASCII.matcher(typed).matches()
          ? Optional.of(new Domain(typed))
          : Optional.empty();
    }
    var toAscii = new IDNA.Info();
    String ascii = IDNA_2008.nameToASCII(typed, new StringBuilder(), toAscii).toString();
    if (toAscii.hasErrors() || ascii.length() > MAX_LENGTH || !ASCII.matcher(ascii).matches()) {
      return Optional.empty();
    }
    String unicode =
        IDNA_2008.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
    boolean same = plain || isTheSame(mapped(typed), unicode);
    return same && unicode.codePoints().allMatch(Domain::isInADomain)
        ? Optional.of(new Domain(plain ? typed : ascii))
        : Optional.empty();
  }

  /** What was typed, mapped to the characters that names may have, by RFC 5895. */
  private static String mapped(String typed) {
    String mapped =
        typed
            .codePoints()
            .map(point -> point == 0x3002 ? '.' : point)
            .mapToObj(Domain::mapped)
            .collect(Collectors.joining());
    return Normalizer.normalize(mapped, Normalizer.Form.NFC);
  }

  private static String mapped(int point) {
    boolean hasOtherWidth = point >= 0xFF00 && point <= 0xFFEF;
    String lower = Character.toString(Character.toLowerCase(point));
    String narrow = hasOtherWidth ? Normalizer.normalize(lower, Normalizer.Form.NFKC) : lower;
    return narrow.equals("\u3002") ? "." : narrow;
  }

  /** Labels that were typed in their ASCII form have been checked when they were decoded. */
  private static boolean isTheSame(String mapped, String unicode) {
    String[] typed = mapped.split("\\.", -1);
    String[] meant = unicode.split("\\.", -1);
    if (typed.length != meant.length) {
      return false;
    }
    for (int i = 0; i < typed.length; i++) {
      if (!typed[i].equals(meant[i]) && !typed[i].startsWith("xn--")) {
        return false;
      }
    }
    return true;
  }

  /** RFC 5892: letters, digits and marks, and what its appendix and its exceptions name. */
  private static boolean isInADomain(int point) {
    return switch (Character.getType(point)) {
      case Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.DECIMAL_DIGIT_NUMBER ->
          !isAnException(point);
      case Character.UPPERCASE_LETTER -> point < 0x80;
      default ->
          switch (point) {
            case '.', '-', 0x00B7, 0x0375, 0x05F3, 0x05F4, 0x06FD, 0x06FE, 0x0F0B -> true;
            case 0x200C, 0x200D, 0x3007, 0x30FB -> true;
            default -> false;
          };
    };
  }

  /** Letters and marks that no label may have: tatweel, tone marks, repeat marks, old jamo. */
  private static boolean isAnException(int point) {
    return switch (point) {
      case 0x0640, 0x07FA, 0x302E, 0x302F, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303B -> true;
      default ->
          (point >= 0x1100 && point <= 0x11FF)
              || (point >= 0xA960 && point <= 0xA97F)
              || (point >= 0xD7B0 && point <= 0xD7FF);
    };
  }
}
