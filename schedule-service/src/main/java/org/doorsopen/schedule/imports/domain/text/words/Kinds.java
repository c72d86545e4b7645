package org.doorsopen.schedule.imports.domain.text.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.jspecify.annotations.Nullable;

/** Which kind of item a title speaks of: the word that comes first counts. */
public final class Kinds {

  private static final Set<String> STRONG_TALK =
      Set.of(
          "talk",
          "talks",
          "keynote",
          "vortrag",
          "vortrage",
          "lightning",
          "panel",
          "workshop",
          "fireside",
          "podiumsdiskussion");

  private static final Map<String, String> TOGETHER =
      Map.of(
          "check-in", "checkin",
          "get-together", "gettogether",
          "get together", "gettogether",
          "wrap-up", "wrapup",
          "open end", "openend",
          "hang out", "hangout",
          "walk in", "arrival",
          "walk-in", "arrival");

  private Kinds() {}

  /** The kind that the words say, or null if none of them says one. */
  public static @Nullable AgendaItemKind of(String title, boolean hasSpeakers) {
    List<String> words = Words.of(together(title));
    for (int i = 0; i < words.size(); i++) {
      AgendaItemKind kind = ofWord(words, i);
      if (kind == null) {
        continue;
      }
      if (hasSpeakers
          && (kind == AgendaItemKind.BREAK
              || kind == AgendaItemKind.SOCIAL
              || kind == AgendaItemKind.DOORS)) {
        return AgendaItemKind.TALK;
      }
      boolean isFarIn = i > 3 && words.size() > 6;
      boolean isTitle = hasSpeakers && i > 1 && kind == AgendaItemKind.REMARKS;
      return isTitle ? AgendaItemKind.TALK : isFarIn ? null : kind;
    }
    return hasSpeakers ? AgendaItemKind.TALK : null;
  }

  /** Words that people write in two parts are one. */
  private static String together(String title) {
    String text = Words.folded(title);
    // In the middle of a title, it is what is done with code.
    text = text.startsWith("check in") ? "checkin" + text.substring(8) : text;
    for (Map.Entry<String, String> word : TOGETHER.entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    return text;
  }

  /** A kind that stands for itself and is no part of a talk's title. */
  public static boolean isPlain(String text) {
    return of(text, false) != null
        && of(text, false) != AgendaItemKind.TALK
        && Words.of(text).size() <= 4;
  }

  private static @Nullable AgendaItemKind ofWord(List<String> words, int at) {
    String word = words.get(at);
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    if (word.equals("open") && next.equals("doors") || Vocabulary.DOORS.contains(word)) {
      return AgendaItemKind.DOORS;
    }
    if (word.equals("welcome") && (next.startsWith("drink") || next.startsWith("beer"))
        || word.startsWith("willkommensdrink")) {
      return AgendaItemKind.SOCIAL;
    }
    boolean isTitle =
        (word.startsWith("intro") || word.startsWith("einfuhrung"))
                && Set.of("to", "into", "in", "zu", "zur", "zum").contains(next)
            || Set.of("opening", "closing").contains(word)
                && Set.of("the", "a", "an", "up").contains(next)
            || word.equals("hello") && next.equals("world")
            || Set.of("kick", "wrap").contains(word) && !Set.of("off", "up").contains(next);
    if (isTitle) {
      return null;
    }
    if (STRONG_TALK.contains(word) || Vocabulary.TALK.contains(word)) {
      return AgendaItemKind.TALK;
    }
    if (word.equals("q") && next.equals("a")) {
      return AgendaItemKind.TALK;
    }
    if (Vocabulary.REMARKS.contains(word) || word.endsWith("begrussung")) {
      return AgendaItemKind.REMARKS;
    }
    if (Vocabulary.BREAK.contains(word) || word.endsWith("pause")) {
      return AgendaItemKind.BREAK;
    }
    if (Vocabulary.SOCIAL.contains(word) || word.endsWith("ausklang")) {
      return AgendaItemKind.SOCIAL;
    }
    return null;
  }
}
