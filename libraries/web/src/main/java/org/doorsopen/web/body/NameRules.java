package org.doorsopen.web.body;

import java.text.Normalizer;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for names that strangers type. A name stands in the first line of a mail to an address
 * that anybody may have typed, and mail programs make links of what looks like one, so a name that
 * does is refused. No name of the world needs what is refused here; letters, marks, apostrophes,
 * hyphens, full stops, commas, brackets and digits are all fine.
 */
final class NameRules {

  private static final String ONLY_A_NAME = "must be a name, not a link or an advertisement: ";
  private static final String NOT_IN_NAMES = "/\\@<>{}|~^%§";
  private static final int MAX_DIGITS = 6;

  private static final Pattern SCHEME =
      Pattern.compile("\\b(https?|ftps?|mailto|tel|sms|file|data|javascript)\\s?:");
  private static final Pattern WWW = Pattern.compile("\\bwww\\s?[.。]");
  private static final Pattern NUMBERS = Pattern.compile("\\d+[.]\\d+[.]\\d+[.]\\d+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\p{N}-])([\\p{L}\\p{M}\\p{N}-]+)[.。](\\p{L}{2,})(?![\\p{L}\\p{M}])");
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{Lu}\\p{Ll}{0,3}");

  /** Those of usual spam that are no names of people; others are told by being in lower case. */
  private static final Set<String> ENDINGS =
      Set.of(
          "com",
          "net",
          "org",
          "info",
          "biz",
          "app",
          "dev",
          "xyz",
          "top",
          "shop",
          "site",
          "online",
          "click",
          "link",
          "club",
          "store",
          "page",
          "web",
          "blog",
          "news",
          "tech",
          "vip",
          "work",
          "fun",
          "icu",
          "buzz",
          "cloud",
          "space",
          "website",
          "agency",
          "email",
          "help",
          "live",
          "money",
          "network",
          "party",
          "review",
          "rocks",
          "sale",
          "services",
          "social",
          "support",
          "team",
          "tips",
          "today",
          "trade",
          "video",
          "wiki",
          "world",
          "zone",
          "example",
          "test");

  private NameRules() {}

  /** A message if it is no name of a person, else null. */
  static @Nullable String fault(String name) {
    int hidden = Invisible.hiddenIn(name);
    if (hidden >= 0) {
      return "must not contain " + TextRules.named(hidden);
    }
    // Full-width and other compatible forms are links, too.
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
    OptionalInt wrong = plain.codePoints().filter(NameRules::isNotInNames).findFirst();
    if (wrong.isPresent()) {
      return ONLY_A_NAME + "it must not contain " + Character.toString(wrong.getAsInt());
    }
    String small = plain.toLowerCase(Locale.ROOT);
    if (SCHEME.matcher(small).find()
        || WWW.matcher(small).find()
        || NUMBERS.matcher(small).find()) {
      return ONLY_A_NAME + "it must not contain the address of a page";
    }
    Matcher domain = DOMAIN.matcher(plain);
    while (domain.find()) {
      if (isDomain(domain.group(1), domain.group(2))) {
        return ONLY_A_NAME
            + "%s reads like the address of a page; put a space after the full stop"
                .formatted(TextRules.quoted(domain.group()));
      }
    }
    return plain.codePoints().filter(Character::isDigit).count() > MAX_DIGITS
        ? ONLY_A_NAME + "it must not have more than " + MAX_DIGITS + " digits"
        : null;
  }

  private static boolean isNotInNames(int point) {
    return NOT_IN_NAMES.indexOf(point) >= 0
        || Character.getType(point) == Character.CURRENCY_SYMBOL;
  }

  /**
   * A name that follows a full stop without a space begins with a capital, if its script has any:
   * Dr.Müller, Ma.Theresa, J.R.R.Tolkien.
   */
  private static boolean isDomain(String first, String last) {
    if (Character.isLowerCase(last.codePointAt(0))) {
      return true;
    }
    boolean isOfACountry = last.length() == 2 && last.chars().allMatch(c -> c < 0x80);
    return ENDINGS.contains(last.toLowerCase(Locale.ROOT))
        || (isOfACountry && !ABBREVIATION.matcher(first).matches());
  }
}
