package org.doorsopen.identity.address;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One address to which SMTP can deliver, by the rules of RFC 5321 as far as people use them: no
 * quoted local part, no address literal, and a domain with a dot in it. A local part with {@code %}
 * or {@code !} is refused, because old relays read a route to another server there.
 *
 * @param value with an international domain in its ASCII form, since not every server takes the
 *     other one
 */
public record EmailAddress(String value) {

  public static final int MAX_LENGTH = 254;

  private static final int MAX_LOCAL_PART = 64;
  private static final String ATOM = "[A-Za-z0-9#$&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final String EXAMPLE = "must be one e-mail address such as ada@example.org";

  /** Empty if the text is no such address. Surrounding space is not expected. */
  public static Optional<EmailAddress> parse(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL_PART || text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String localPart = text.substring(0, at);
    return Optional.of(localPart)
        .filter(local -> LOCAL_PART.matcher(local).matches())
        .flatMap(_ -> Domain.parse(text.substring(at + 1)))
        .map(domain -> localPart + "@" + domain.ascii())
        .filter(address -> address.length() <= MAX_LENGTH)
        .map(EmailAddress::new);
  }

  /**
   * The fault of a text that is no address, with the character that makes it one by its name,
   * because what looks right may have one that is not seen.
   */
  public static String faultOf(String text) {
    int at = text.lastIndexOf('@');
    String localPart = at < 0 ? "" : text.substring(0, at);
    OptionalInt first =
        localPart
            .codePoints()
            .filter(point -> point > 0x7e || point == '%' || point == '!')
            .findFirst();
    OptionalInt unseen = text.codePoints().filter(EmailAddress::isUnseen).findFirst();
    if (unseen.isPresent()) {
      return EXAMPLE + "; it contains " + named(unseen.getAsInt());
    }
    if (first.isPresent()) {
      return EXAMPLE + "; before the @ there is " + named(first.getAsInt());
    }
    String domain = text.substring(at + 1);
    OptionalInt foreign = domain.codePoints().filter(point -> point > 0x7e).findFirst();
    return at > 0 && foreign.isPresent() && domain.indexOf('.') > 0
        ? EXAMPLE
            + "; its domain with "
            + named(foreign.getAsInt())
            + " is none by the rules for international domains (IDNA 2008)"
        : EXAMPLE;
  }

  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }

  private static String named(int point) {
    String name = Character.getName(point);
    return "U+%04X%s"
        .formatted(point, name == null ? "" : " (" + name.toLowerCase(Locale.ROOT) + ")");
  }
}
