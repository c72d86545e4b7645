package org.doorsopen.schedule.imports.domain.text.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds names of companies and groups in a sentence: words with capitals, and what joins them. */
public final class Orgs {

  private static final List<String> FILLERS =
      List.of(
          "our friends from ",
          "our friends at ",
          "our friends of ",
          "the friends from ",
          "our sponsors ",
          "our sponsor ",
          "unseren freunden von ",
          "unsere freunde von ",
          "unseren sponsor ",
          "unsere sponsoren ",
          "unserem sponsor ",
          "unseren sponsoren ",
          "the team at ",
          "the team of ",
          "the lovely people at ",
          "the folks at ",
          "the good people at ",
          "the nice people at ",
          "the people at ",
          "the great people at ",
          "das team von ",
          "dem team von ",
          "den ",
          "dem ",
          "der ",
          "die ",
          "das ",
          "the ",
          "our ",
          "unserem gastgeber ",
          "unseren gastgeber ",
          "our host ",
          "our partner ",
          "firma ",
          "von ",
          "kindly ",
          "awesome ",
          "team ",
          "wonderful ",
          "lovely ",
          "folks at ",
          "friends at ",
          "guys at ",
          "gang at ",
          "an ");
  private static final Set<String> NOT_ORGS =
      Set.of(
          "i",
          "we",
          "wir",
          "you",
          "they",
          "he",
          "she",
          "it",
          "es",
          "sie",
          "er",
          "us",
          "uns",
          "all",
          "everyone",
          "everybody",
          "this",
          "that",
          "there",
          "the",
          "our",
          "who",
          "coming",
          "alle",
          "jeder",
          "ihr",
          "euch",
          "dir",
          "which",
          "community",
          "and",
          "your",
          "you'll",
          "meetup",
          "der",
          "die",
          "das",
          "he'll",
          "she'll",
          "attending",
          "nobody",
          "someone",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "food",
          "pizza",
          "drinks",
          "snacks",
          "getränke",
          "essen",
          "beer",
          "break",
          "pause",
          "beverages",
          "i'll",
          "we'll",
          "join",
          "vor",
          "nach",
          "dann",
          "danach",
          "anschließend",
          "after",
          "afterwards",
          "then",
          "dieses",
          "diesmal",
          "thanks",
          "danke",
          "what");

  private static final Set<String> PRONOUNS =
      Set.of(
          "i", "we", "wir", "you", "they", "he", "she", "it", "es", "sie", "er", "ihr", "this",
          "that", "there", "the", "der", "die", "das", "who", "which", "your", "our");

  private Orgs() {}

  /** A name, and where it ends. */
  public record Org(String name, int end) {}

  /** A name that begins here: words with capitals, and what joins them. */
  public static @Nullable Org at(String text, int at) {
    int from = at;
    for (int i = 0; i < 4; i++) {
      for (String filler : FILLERS) {
        if (text.regionMatches(true, from, filler, 0, filler.length())
            && (Character.isLowerCase(text.charAt(from))
                || filler.contains("friends")
                || filler.contains("freunde"))) {
          from += filler.length();
          break;
        }
      }
    }
    int end = from;
    int words = 0;
    int next = from;
    while (next < text.length() && words < 7) {
      int stop = next;
      while (stop < text.length()
          && text.charAt(stop) != ' '
          && ",;!?()[]|\"„“”".indexOf(text.charAt(stop)) < 0) {
        stop++;
      }
      String token = text.substring(next, stop);
      boolean isAnd = token.equals("&") || token.equals("+");
      if (!isAnd && !isOrgToken(token, words)) {
        break;
      }
      words++;
      if (!isAnd) {
        end = stop;
      }
      boolean isEnd =
          token.endsWith(".")
                  && !token.equals("Inc.")
                  && !token.equals("e.V.")
                  && !token.equals("Co.")
                  && !token.equals("St.")
              || token.endsWith(":");
      if (isEnd || stop >= text.length() || text.charAt(stop) != ' ') {
        break;
      }
      next = stop + 1;
    }
    String name = text.substring(from, end);
    int back = name.length();
    while (back > 0
        && ".,:'’".indexOf(name.charAt(back - 1)) >= 0
        && !name.endsWith("e.V.")
        && !name.endsWith("Inc.")) {
      back--;
    }
    name = name.substring(0, back);
    if (name.endsWith("'s") || name.endsWith("’s")) {
      name = name.substring(0, name.length() - 2);
    }
    return name.isBlank()
            || NOT_ORGS.contains(name.toLowerCase(Locale.ROOT))
            || Markup.isEmoji(name.codePointAt(0))
        ? null
        : new Org(name, from + back);
  }

  private static boolean isOrgToken(String token, int position) {
    if (token.isEmpty()) {
      return false;
    }
    int first = token.codePointAt(0);
    boolean isNamed =
        Character.isUpperCase(first)
            || Character.isDigit(first) && position > 0
            || token.indexOf('.') > 0
                && token.indexOf('.') < token.length() - 1
                && Character.isLetter(first);
    return isNamed
        && !(position == 0 && PRONOUNS.contains(token.toLowerCase(Locale.ROOT)))
        && !token.startsWith("http");
  }

  /** The name that ends here. */
  public static @Nullable Org before(String text, int end) {
    int from = end;
    int words = 0;
    while (from > 0 && words < 7) {
      int start = from;
      while (start > 0 && text.charAt(start - 1) != ' ') {
        start--;
      }
      String token = text.substring(start, from);
      boolean isAnd =
          token.equals("&")
              || token.equals("+")
              || (token.equals("of") || token.equals("for")) && words > 0;
      boolean isStop =
          token.endsWith(",")
              || token.endsWith("!")
              || token.endsWith(".") && words > 0 && !token.equals("e.V.")
              || token.endsWith(":")
              || token.endsWith("–")
              || token.equals("-");
      if (isStop
          || !isAnd && (!isOrgToken(token.startsWith("(") ? token.substring(1) : token, 1))) {
        break;
      }
      words++;
      from = start - 1;
    }
    if (words == 0) {
      return null;
    }
    String name = text.substring(Math.max(0, from + 1), end).strip();
    if (from < 0) {
      name = text.substring(0, end).strip();
    }
    while (name.startsWith("& ") || name.startsWith("of ") || name.startsWith("for ")) {
      name = name.substring(name.indexOf(' ') + 1);
    }
    for (String article :
        List.of("The ", "Die ", "Der ", "Das ", "Our ", "Unser ", "Unsere ", "Thanks ", "Danke ")) {
      name = name.startsWith(article) ? name.substring(article.length()) : name;
    }
    String first = name.split(" ")[0].toLowerCase(Locale.ROOT);
    return name.isBlank() || NOT_ORGS.contains(first) || Words.key(name).isEmpty()
        ? null
        : new Org(name, end);
  }
}
