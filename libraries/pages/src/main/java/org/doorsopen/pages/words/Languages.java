package org.doorsopen.pages.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages that have messages. Spring and the JDK keep whatever they look up by language for
 * ever, and a request may name any language, so nothing is looked up by a language that does not
 * come from here.
 */
public final class Languages {

  private static final Locale ENGLISH_OF_EUROPE = Locale.of("en", "150");

  /** Each language with the region used for readers who name none. */
  private static final Map<String, Locale> WITH_MESSAGES =
      Map.of("en", ENGLISH_OF_EUROPE, "de", Locale.GERMANY);

  private static final Set<Locale> REGIONAL =
      Locale.availableLocales()
          .filter(locale -> WITH_MESSAGES.containsKey(locale.getLanguage()))
          .filter(locale -> !locale.getCountry().isEmpty())
          .map(locale -> Locale.of(locale.getLanguage(), locale.getCountry()))
          .collect(Collectors.toUnmodifiableSet());

  private Languages() {}

  /** The codes of the languages that have messages, such as {@code de}; in order. */
  public static List<String> all() {
    return WITH_MESSAGES.keySet().stream().sorted().toList();
  }

  public static boolean isSpoken(Locale asked) {
    return WITH_MESSAGES.containsKey(asked.getLanguage());
  }

  /**
   * The language and region asked for, or English for a language without messages. Regions that do
   * not exist, scripts, calendars and digits are ignored, so there are little more than a hundred
   * results.
   */
  public static Locale closestTo(Locale asked) {
    if (!WITH_MESSAGES.containsKey(asked.getLanguage())) {
      return ENGLISH_OF_EUROPE;
    }
    Locale regional = Locale.of(asked.getLanguage(), asked.getCountry());
    return REGIONAL.contains(regional) ? regional : WITH_MESSAGES.get(asked.getLanguage());
  }
}
