package org.doorsopen.schedule.imports.domain.text.words;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A number of seats; {@code isAbout} where the text only expects so many. */
public record Seats(int number, boolean isAbout) {

  /** How many seats a text says that there are, or null. */
  public static @Nullable Seats in(String text) {
    List<String> words = Words.of(text.length() > 2_000 ? text.substring(0, 2_000) : text);
    for (int i = 0; i < words.size(); i++) {
      Integer number = number(words.get(i));
      if (number == null
          || i > 0 && words.get(i - 1).equals("of") && i > 1 && number(words.get(i - 2)) != null) {
        continue;
      }
      String next = i + 1 < words.size() ? words.get(i + 1) : "";
      String second = i + 2 < words.size() ? words.get(i + 2) : "";
      boolean isAdjective =
          Set.of(
                      "available",
                      "free",
                      "freie",
                      "verfugbare",
                      "seated",
                      "lucky",
                      "max",
                      "interested",
                      "verfugbaren",
                      "freien",
                      "physical",
                      "vor")
                  .contains(next)
              || next.equals("in") && second.startsWith("person");
      String noun = isAdjective ? second : next;
      boolean isLimited =
          words.subList(Math.max(0, i - 7), Math.min(words.size(), i + 6)).stream()
              .anyMatch(Vocabulary.LIMITS::contains);
      if (Vocabulary.SEATS.contains(noun)
          || isAdjective && i + 4 < words.size() && Vocabulary.SEATS.contains(words.get(i + 3))) {
        return new Seats(number, isAbout(words, i));
      }
      if (Vocabulary.PEOPLE.contains(noun)) {
        boolean isAbout = isAbout(words, i);
        if (isLimited || isAbout) {
          return new Seats(number, isAbout);
        }
      }
      boolean isAfter =
          i > 0
                  && Set.of(
                          "capacity", "kapazitat", "platzzahl", "max", "maximal", "teilnehmerzahl")
                      .contains(words.get(i - 1))
              || i > 1
                  && Set.of(
                          "limited to",
                          "begrenzt auf",
                          "beschrankt auf",
                          "limit of",
                          "capacity of",
                          "capacity is",
                          "capped at",
                          "max of",
                          "kapazitat von",
                          "limitiert auf",
                          "maximum of",
                          "limit is")
                      .contains(words.get(i - 2) + " " + words.get(i - 1));
      boolean isRoomFor =
          i > 1
                  && Set.of("space for", "room for", "platz fur", "fits up", "raum fur")
                      .contains(words.get(i - 2) + " " + words.get(i - 1))
              || i > 2
                  && Set.of("room for about", "space for about", "room for up", "platz fur etwa")
                      .contains(words.get(i - 3) + " " + words.get(i - 2) + " " + words.get(i - 1));
      boolean isBounded =
          Set.of("begrenzt", "beschrankt", "limitiert").contains(next)
              && words.stream().anyMatch(Vocabulary.SEATS::contains);
      isAfter |= isRoomFor || isBounded;
      boolean isUnit =
          Set.of(
                  "minutes",
                  "minuten",
                  "min",
                  "mins",
                  "guest",
                  "guests",
                  "gast",
                  "gaste",
                  "euro",
                  "eur",
                  "uhr",
                  "talks",
                  "per",
                  "pro",
                  "hours",
                  "stunden",
                  "slides",
                  "questions")
              .contains(next);
      if (isAfter && !isUnit) {
        return new Seats(number, isAbout(words, i));
      }
    }
    return null;
  }

  private static boolean isAbout(List<String> words, int at) {
    return words.subList(Math.max(0, at - 3), at).stream()
        .anyMatch(
            Set.of(
                    "expect",
                    "about",
                    "around",
                    "ca",
                    "circa",
                    "etwa",
                    "rund",
                    "expecting",
                    "approx",
                    "erwarten",
                    "approximately",
                    "ungefahr",
                    "roughly",
                    "some")
                ::contains);
  }

  private static @Nullable Integer number(String word) {
    return word.length() <= 5
            && !word.isEmpty()
            && word.chars().allMatch(c -> c >= '0' && c <= '9')
            && Integer.parseInt(word) > 1
        ? Integer.valueOf(word)
        : null;
  }
}
