package org.doorsopen.notification.text;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The languages that there are words in. Whatever is looked up by language is kept for ever by who
 * looks it up (Spring, the JDK), and everybody may ask for any language: so none is looked up but
 * those that are given here.
 */
public final class Languages {

  private static final Locale ENGLISH_OF_EUROPE = Locale.of("en", "150");

  /** As they are written for who names no region. */
  private static final Map<String, Locale> WITH_WORDS =
      Map.of("en", ENGLISH_OF_EUROPE, "de", Locale.GERMANY);

  private static final Set<Locale> REGIONAL =
      Locale.availableLocales()
          .filter(locale -> WITH_WORDS.containsKey(locale.getLanguage()))
          .filter(locale -> !locale.getCountry().isEmpty())
          .map(locale -> Locale.of(locale.getLanguage(), locale.getCountry()))
          .collect(Collectors.toUnmodifiableSet());

  private Languages() {}

  /**
   * One of little more than a hundred: the language asked for, as it is written in the region asked
   * for; English for a language without words. A region that does not exist, a script, a calendar
   * or digits of one's own make no difference.
   */
  public static Locale closestTo(Locale asked) {
    if (!WITH_WORDS.containsKey(asked.getLanguage())) {
      return ENGLISH_OF_EUROPE;
    }
    Locale regional = Locale.of(asked.getLanguage(), asked.getCountry());
    return REGIONAL.contains(regional) ? regional : WITH_WORDS.get(asked.getLanguage());
  }
}
