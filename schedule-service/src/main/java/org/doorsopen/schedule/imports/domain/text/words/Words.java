package org.doorsopen.schedule.imports.domain.text.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of a text, and what can be said of it by looking at them. */
public final class Words {

  private static final String OPENING = "\"“„«»‚‘'";
  private static final String AROUND = " \t,;:–—-|/·•→>*";

  private Words() {}

  /** Runs of letters and digits, in lower case, without accents. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    String plain = folded(text);
    int from = -1;
    for (int i = 0; i <= plain.length(); i++) {
      boolean isIn = i < plain.length() && Character.isLetterOrDigit(plain.charAt(i));
      if (isIn && from < 0) {
        from = i;
      } else if (!isIn && from >= 0) {
        words.add(plain.substring(from, i));
        from = -1;
      }
    }
    return words;
  }

  public static String folded(String text) {
    String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    var plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      char c = apart.charAt(i);
      if (Character.getType(c) == Character.NON_SPACING_MARK) {
        continue;
      }
      plain.append(c == 'ß' ? "ss" : String.valueOf(c));
    }
    return plain.toString();
  }

  /** The words alone, to compare titles that are set in different ways. */
  public static String key(String text) {
    return String.join(" ", of(text));
  }

  public static String first(String text) {
    List<String> words = of(text.length() > 200 ? text.substring(0, 200) : text);
    return words.isEmpty() ? "" : words.getFirst();
  }

  public static boolean hasAny(String text, Set<String> words) {
    return of(text).stream().anyMatch(words::contains);
  }

  public static String singleSpaces(String text) {
    var shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = c == ' ' || c == '\t';
      if (!isSpace) {
        shown.append(c);
      } else if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != ' ') {
        shown.append(' ');
      }
    }
    return shown.toString().strip();
  }

  /** Without the separators around it, and without emoji at either end. */
  public static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && (AROUND.indexOf(text.charAt(from)) >= 0 || isEmojiAt(text, from))) {
      from++;
    }
    while (to > from && (AROUND.indexOf(text.charAt(to - 1)) >= 0 || isEmojiAt(text, to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEmojiAt(String text, int at) {
    char c = text.charAt(at);
    if (Character.isLowSurrogate(c) && at > 0) {
      return Markup.isEmoji(text.codePointAt(at - 1));
    }
    return Markup.isEmoji(text.codePointAt(at));
  }

  /** Without quotes around all of it. */
  public static String unquoted(String text) {
    String bare = text.strip();
    if (bare.length() > 2 && OPENING.indexOf(bare.charAt(0)) >= 0) {
      Quote quote = Quote.in(bare);
      if (quote != null && quote.start() == 0 && quote.end() == bare.length()) {
        return quote.text();
      }
    }
    return bare;
  }

  /** Sentences, not a title or a list of names. */
  public static boolean isProse(String given) {
    String text = withoutEmoji(given);
    int words = of(text).size();
    if (words >= 18) {
      return true;
    }
    boolean isClosed =
        !text.isEmpty()
            && (".!?…:".indexOf(text.charAt(text.length() - 1)) >= 0
                || text.endsWith(":)")
                || text.endsWith(";)")
                || text.endsWith(".)")
                || text.endsWith("!)"));
    return words >= 5 && isClosed && text.charAt(text.length() - 1) != ':'
        || words >= 4 && hasSentenceEnd(text);
  }

  private static String withoutEmoji(String text) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || isEmojiAt(text, end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean hasSentenceEnd(String text) {
    for (int i = 3; i + 2 < text.length(); i++) {
      if (".!?".indexOf(text.charAt(i)) >= 0
          && text.charAt(i + 1) == ' '
          && Character.isUpperCase(text.charAt(i + 2))
          && Character.isLowerCase(text.charAt(i - 1))
          && Character.isLetter(text.charAt(i - 2))
          && Character.isLetter(text.charAt(i - 3))) {
        return true;
      }
    }
    return !text.isEmpty()
        && ".!?…".indexOf(text.charAt(text.length() - 1)) >= 0
        && Character.isLetter(text.charAt(Math.max(0, text.length() - 2)));
  }

  /** A text in quotes. */
  public record Quote(int start, int end, String text) {

    /** The first that holds a whole title, or null. */
    public static @Nullable Quote in(String text) {
      for (int i = 0; i < text.length() && text.length() <= 1_000; i++) {
        char c = text.charAt(i);
        if (OPENING.indexOf(c) < 0 || i > 0 && Character.isLetterOrDigit(text.charAt(i - 1))) {
          continue;
        }
        int end = closing(text, i);
        if (end > i + 2) {
          String inside = text.substring(i + 1, end).strip();
          return new Quote(
              i, end + 1, inside.endsWith(",") ? inside.substring(0, inside.length() - 1) : inside);
        }
      }
      return null;
    }

    private static int closing(String text, int open) {
      char c = text.charAt(open);
      String closes =
          switch (c) {
            case '"' -> "\"”“";
            case '“' -> "”\"";
            case '„' -> "“”\"";
            case '«' -> "»";
            case '»' -> "«";
            case '‚' -> "‘’";
            default -> "’'";
          };
      int last = -1;
      for (int i = open + 2; i < text.length(); i++) {
        if (closes.indexOf(text.charAt(i)) >= 0
            && (i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
          if (c != '"') {
            return i;
          }
          last = last < 0 ? i : last;
        }
      }
      return last;
    }
  }
}
