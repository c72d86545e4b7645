package org.doorsopen.schedule.imports.domain.text.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * What an entry of an agenda says beside its time.
 *
 * @param kind null if no word says it
 * @param minutes how long it is, if that is said
 * @param sentence what the text says of the talk beside its title and its people, or null
 */
public record ItemText(
    String title,
    @Nullable AgendaItemKind kind,
    List<Speaker> speakers,
    @Nullable Integer minutes,
    List<Reason> doubts,
    @Nullable String sentence) {

  private static final Pattern DURATION =
      Pattern.compile(
          "[(\\[]?(?<!\\d)(?:ca\\.? |~ ?)?(\\d{1,3}) ?(?:minutes|minuten|mins|min\\.?|['’′])(?!\\p{L})[)\\]]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TALK_PREFIX =
      Pattern.compile(
          "(?:(?:first|second|third|1st|2nd|3rd|erster|zweiter|dritter|main|1\\.|2\\.|3\\.) )?"
              + "(?:talk|vortrag|session|presentation|präsentation|talk title|titel|title|thema|topic|hauptvortrag|speech)"
              + "(?: ?#?\\d{1,2})?(?: ?\\(\\d{1,2}\\))? ?(?:[:：|]|[–—-] )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TALK_ALONE =
      Pattern.compile(
          "(?:(?:first|second|third|1st|2nd|3rd|erster|zweiter|dritter|main|1\\.|2\\.|3\\.) )?"
              + "(?:talk|vortrag|session|presentation|präsentation)(?: ?#?\\d{1,2})?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern TALK_BY =
      Pattern.compile(
          "(?:talk by|vortrag von|talk from|a talk by|presentation by|session by|vortrag mit|talk with|talk von)[:]? ",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final List<String> BY =
      List.of(
          " presented by ",
          " by ",
          " von ",
          " mit ",
          " with ",
          " w/ ",
          " feat. ",
          " by: ",
          " speaker: ",
          " speakers: ",
          " referent: ",
          " referentin: ",
          " vortrag von ",
          " held by ",
          " moderated by ",
          " moderiert von ");
  private static final List<String> BREAKS =
      List.of(
          " // ", " :: ", " | ", " – ", " — ", " -- ", " - ", " · ", " • ", " / ", " ~ ", " → ",
          " > ", "; ", ": ", " @ ");

  private static final Set<String> ASIDE =
      Set.of(
          "english",
          "german",
          "deutsch",
          "englisch",
          "remote",
          "online",
          "demo",
          "workshop",
          "beginner",
          "advanced",
          "optional",
          "keynote",
          "tba",
          "tbd",
          "live",
          "hybrid",
          "beginners",
          "anfanger",
          "sponsored",
          "panel",
          "recorded",
          "teil",
          "part",
          "intermediate",
          "expert",
          "franzosisch",
          "french",
          "video",
          "slides",
          "lightning");

  public ItemText {
    speakers = List.copyOf(speakers);
    doubts = List.copyOf(doubts);
  }

  public ItemText(
      String title,
      @Nullable AgendaItemKind kind,
      List<Speaker> speakers,
      @Nullable Integer minutes,
      List<Reason> doubts) {
    this(title, kind, speakers, minutes, doubts, null);
  }

  /** Reads the text of one line. */
  public static ItemText of(String given) {
    String rest = Words.trimmed(given);
    Integer minutes = null;
    Matcher duration = DURATION.matcher(rest);
    if (rest.length() <= 400
        && duration.find()
        && (duration.start() == 0
            || duration.end() == rest.length()
            || duration.group().startsWith("("))) {
      minutes = Integer.parseInt(duration.group(1));
      rest =
          Words.trimmed(
              Words.singleSpaces(
                  rest.substring(0, duration.start()) + " " + rest.substring(duration.end())));
    }
    if (rest.length() > 1_000) {
      return new ItemText(rest, null, List.of(), minutes, List.of());
    }
    Matcher prefix = TALK_PREFIX.matcher(rest);
    boolean isTalk = prefix.lookingAt() && prefix.end() < rest.length();
    if (isTalk) {
      rest = Words.trimmed(rest.substring(prefix.end()));
    }
    Matcher by = TALK_BY.matcher(rest);
    if (by.lookingAt()) {
      String people = rest.substring(by.end());
      ItemText named = leadingPeople(people, true);
      if (named != null) {
        return named.with(minutes, true);
      }
    }
    ItemText read = read(rest, isTalk);
    return read.with(minutes, isTalk);
  }

  /** Whether the title is only a word for a talk, such as "Talk 2". */
  public static boolean isPlaceholder(String title) {
    String key = Words.key(title);
    return TALK_ALONE.matcher(title.strip()).matches()
        || Set.of("tba", "tbd", "tbc", "to be announced", "wird noch bekannt gegeben")
            .contains(key);
  }

  private ItemText with(@Nullable Integer length, boolean isTalk) {
    AgendaItemKind kind = isTalk ? AgendaItemKind.TALK : Kinds.of(title, !speakers.isEmpty());
    return new ItemText(title, kind, speakers, length, doubts, sentence);
  }

  private static ItemText read(String rest, boolean isTalk) {
    ItemText quoted = quoted(rest);
    if (quoted != null) {
      return quoted;
    }
    ItemText bracketed = bracketed(rest, isTalk);
    if (bracketed != null) {
      return bracketed;
    }
    if (!isTalk && isGathering(rest)) {
      return plain(rest);
    }
    ItemText named = by(rest, isTalk);
    if (named != null) {
      return named;
    }
    ItemText divided = divided(rest);
    if (divided != null) {
      return divided;
    }
    ItemText trailing = trailing(rest);
    if (trailing != null) {
      return trailing;
    }
    ItemText single = singleInBrackets(rest);
    if (single != null) {
      return single;
    }
    ItemText leading = leadingPeople(rest, false);
    return leading != null ? leading : plain(rest);
  }

  /** Doors, a break, or people who stand together: what follows "by" and "with" is food. */
  private static boolean isGathering(String rest) {
    AgendaItemKind kind = Kinds.of(rest, false);
    return kind == AgendaItemKind.DOORS
        || kind == AgendaItemKind.BREAK
        || kind == AgendaItemKind.SOCIAL;
  }

  private static ItemText plain(String title) {
    return new ItemText(titled(title), null, List.of(), null, List.of());
  }

  private static ItemText of(String title, List<Speaker> people, String text) {
    boolean isShared = People.isShared(people, text);
    return new ItemText(
        titled(title), null, people, null, isShared ? List.of(Reason.ONE_OF_SEVERAL) : List.of());
  }

  private static String titled(String title) {
    return Words.unquoted(Words.trimmed(title));
  }

  /** A title in quotes, with people before or after it. */
  private static @Nullable ItemText quoted(String rest) {
    Words.Quote quote = Words.Quote.in(rest);
    if (quote == null || quote.text().isBlank()) {
      return null;
    }
    String before = Words.trimmed(rest.substring(0, quote.start()));
    String after = Words.trimmed(rest.substring(quote.end()));
    if (before.isEmpty() && after.isEmpty()) {
      return plain(quote.text());
    }
    String lead = before;
    while (Vocabulary.TALK.contains(Words.first(lead)) && !lead.isEmpty()) {
      int space = lead.indexOf(' ');
      lead = space < 0 ? "" : Words.trimmed(lead.substring(space + 1));
    }
    ItemText told = lead.isEmpty() ? sentenceAfter(quote.text(), after) : null;
    if (told != null) {
      return told;
    }
    String outside = Words.trimmed((lead + " " + after).strip());
    List<Speaker> people = outside.isEmpty() ? List.of() : People.in(outside, true);
    if (people != null
        && (People.looksLikeName(firstName(people))
            || !lead.isEmpty() && after.isEmpty() && !isTitleWord(lead)
            || startsWithBy(after))) {
      return of(quote.text(), people, outside);
    }
    return null;
  }

  /** "A title" – Jane Doe, Engineer at Example, shows how it is done. */
  private static @Nullable ItemText sentenceAfter(String title, String after) {
    int comma = after.lastIndexOf(", ");
    String clause = comma > 0 ? after.substring(comma + 2) : "";
    if (isVerb(clause) && Words.of(clause).size() >= 3) {
      List<Speaker> people = People.in(after.substring(0, comma));
      if (people != null) {
        return new ItemText(titled(title), null, people, null, List.of(), after);
      }
    }
    String[] tokens = after.split(" ", 5);
    for (int length = 2; length <= 3 && length < tokens.length - 1; length++) {
      String name = String.join(" ", List.of(tokens).subList(0, length));
      boolean isName = People.looksLikeName(name) && People.hasKnownFirstName(name);
      if (isName && isVerb(tokens[length])) {
        List<Speaker> people = List.of(new Speaker(name, null, null));
        return new ItemText(titled(title), null, people, null, List.of(), after);
      }
    }
    return null;
  }

  /** "shows", "zeigt": a word in lower case that may say what somebody does, and no role. */
  private static boolean isVerb(String text) {
    String word = text.split(" ")[0];
    return word.matches("\\p{Ll}{3,}[st]") && !Vocabulary.ROLES.contains(Words.key(word));
  }

  private static boolean isTitleWord(String text) {
    return Words.of(text).size() > 1
        || !Character.isUpperCase(text.codePointAt(0))
        || !People.isFirstName(text);
  }

  private static String firstName(List<Speaker> people) {
    return people.isEmpty() ? "" : people.getFirst().name();
  }

  private static boolean startsWithBy(String text) {
    String first = Words.first(text);
    return Set.of("by", "von", "with", "mit").contains(first);
  }

  /** "Title (Name, Org)", "Name (Org): Title", "Title by Name (Org)". */
  private static @Nullable ItemText bracketed(String rest, boolean isTalk) {
    int open = rest.indexOf('(');
    if (open < 0) {
      return null;
    }
    if (rest.endsWith(")")) {
      int last = opening(rest);
      if (last > 0) {
        String inside = rest.substring(last + 1, rest.length() - 1);
        String before = Words.trimmed(rest.substring(0, last));
        List<Speaker> people =
            People.in(inside, startsWithBy(inside) && Words.of(inside).size() <= 5);
        if (people != null && !before.isEmpty()) {
          return strength(people) > 1 || startsWithBy(inside)
              ? of(before, people, inside)
              : elsewhere(rest, of(before, people, inside), isTalk);
        }
      }
    }
    String name = Words.trimmed(rest.substring(0, open));
    if (open > 0 && People.in(name) != null) {
      int close = closing(rest, open);
      for (int end = close; end > 0; end = nextClosing(rest, end)) {
        String title = Words.trimmed(rest.substring(end + 1));
        List<Speaker> people = People.in(rest.substring(0, end + 1));
        if (people != null && !title.isEmpty() && !startsLikeAPerson(rest.substring(end + 1))) {
          return of(title, people, rest.substring(0, end + 1));
        }
      }
      List<Speaker> people = People.in(rest);
      if (people != null) {
        return new ItemText("", null, people, null, List.of());
      }
    }
    return null;
  }

  /** "Title (Thore)": a first name, or something else about the talk. */
  private static @Nullable ItemText singleInBrackets(String rest) {
    int last = rest.endsWith(")") ? opening(rest) : -1;
    if (last <= 0) {
      return null;
    }
    String inside = rest.substring(last + 1, rest.length() - 1).strip();
    String title = Words.trimmed(rest.substring(0, last));
    boolean isName =
        inside.indexOf(' ') < 0
            && inside.length() > 2
            && Character.isUpperCase(inside.codePointAt(0))
            && inside.chars().allMatch(Character::isLetter)
            && inside.chars().skip(1).allMatch(Character::isLowerCase)
            && People.looksLikeAnyName(inside)
            && !ASIDE.contains(Words.key(inside));
    boolean isTalk =
        Words.of(title).size() >= 2 && Kinds.of(title, false) == null && People.in(title) == null;
    if (!isName || !isTalk) {
      return null;
    }
    boolean isKnown = People.isFirstName(inside);
    return new ItemText(
        titled(title),
        null,
        List.of(new Speaker(inside, null, null)),
        null,
        isKnown ? List.of() : List.of(Reason.NAME_OR_TITLE));
  }

  /**
   * "Title by Name (Two Words)": the brackets may hold an organization that is written as names
   * are.
   */
  private static ItemText elsewhere(String rest, ItemText inBrackets, boolean isTalk) {
    ItemText other = by(rest, isTalk);
    other = other == null ? divided(rest) : other;
    other = other == null ? trailing(rest) : other;
    if (other == null || other.title().isEmpty()) {
      return inBrackets;
    }
    boolean isClear = strength(other.speakers()) > 1;
    return isClear
        ? other
        : new ItemText(other.title(), null, other.speakers(), null, List.of(Reason.NAME_OR_TITLE));
  }

  private static boolean startsLikeAPerson(String text) {
    String bare = text.strip();
    return (bare.startsWith("& ")
            || bare.startsWith("and ")
            || bare.startsWith("und ")
            || bare.startsWith(", ")
            || bare.startsWith("+ "))
        && bare.indexOf('(') > 0;
  }

  private static int opening(String text) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      depth += text.charAt(i) == ')' ? 1 : text.charAt(i) == '(' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int nextClosing(String text, int from) {
    int open = text.indexOf('(', from);
    return open < 0 ? -1 : closing(text, open);
  }

  /** The last "by" that people follow. */
  private static @Nullable ItemText by(String rest, boolean isTalk) {
    String lower = rest.toLowerCase(Locale.ROOT);
    if (lower.length() != rest.length()) {
      return null;
    }
    for (String word : BY) {
      int at = lower.lastIndexOf(word);
      if (at <= 0) {
        continue;
      }
      String after = Words.trimmed(rest.substring(at + word.length()));
      List<Speaker> people = People.in(after);
      if (people == null
          && (word.contains("by") || word.contains("von "))
          && after.split(" ").length <= 2) {
        people = singleName(after, rest.substring(0, at));
      }
      if (people != null) {
        return of(rest.substring(0, at), people, after);
      }
    }
    return null;
  }

  private static @Nullable List<Speaker> singleName(String text, String title) {
    return !title.isBlank() && People.isFirstName(text.split(" ")[0])
        ? People.in(text, true)
        : null;
  }

  /** "Title // Name @ Org", "Name: Title", "Name – Title – Org". */
  private static @Nullable ItemText divided(String rest) {
    for (String sign : BREAKS) {
      int first = rest.indexOf(sign);
      if (first <= 0) {
        continue;
      }
      int last = rest.lastIndexOf(sign);
      String head = Words.trimmed(rest.substring(0, first));
      String tail = Words.trimmed(rest.substring(last + sign.length()));
      List<Speaker> behind = sign.equals(" @ ") || sign.equals(": ") ? null : People.in(tail);
      List<Speaker> before = sign.equals(" @ ") ? null : People.in(head);
      if (first != last && behind == null && before == null) {
        // "Title – Name – Org": the middle is the person.
        String middle = Words.trimmed(rest.substring(first + sign.length()));
        List<Speaker> inMiddle =
            middle.length() > 0 ? People.in(middle.replaceFirst(Pattern.quote(sign), ", ")) : null;
        if (inMiddle != null && !sign.equals(": ")) {
          return of(head, inMiddle, middle);
        }
      }
      if (behind != null && before != null) {
        boolean isHead = strength(before) > strength(behind);
        ItemText chosen =
            isHead
                ? of(rest.substring(first + sign.length()), before, head)
                : of(rest.substring(0, last), behind, tail);
        boolean isClear = strength(before) != strength(behind);
        return isClear
            ? chosen
            : new ItemText(
                chosen.title(), null, chosen.speakers(), null, List.of(Reason.NAME_OR_TITLE));
      }
      if (behind != null) {
        return of(rest.substring(0, last), behind, tail);
      }
      if (before != null) {
        String title = rest.substring(first + sign.length());
        return of(title, before, head);
      }
    }
    return null;
  }

  private static int strength(List<Speaker> people) {
    boolean isKnown = people.stream().allMatch(one -> People.hasKnownFirstName(one.name()));
    boolean hasPlace =
        people.stream().anyMatch(one -> one.organization() != null || one.role() != null);
    return (isKnown ? 2 : 0) + (hasPlace ? 1 : 0);
  }

  /** "Title, Name" and "Title, Name (Org)": only where the name is one that people have. */
  private static @Nullable ItemText trailing(String rest) {
    for (int at = rest.indexOf(", "); at > 0; at = rest.indexOf(", ", at + 2)) {
      String tail = rest.substring(at + 2);
      List<Speaker> people = People.in(tail);
      boolean isKnown = people != null && strength(people) > (tail.indexOf('(') > 0 ? 0 : 1);
      if (isKnown && Words.of(rest.substring(0, at)).size() > 0) {
        if (People.in(rest) != null) {
          return new ItemText("", null, People.in(rest), null, List.of());
        }
        return of(rest.substring(0, at), people, tail);
      }
    }
    return null;
  }

  /** People alone, or people and then a title. */
  private static @Nullable ItemText leadingPeople(String rest, boolean isExpected) {
    List<Speaker> all = People.in(rest, isExpected && rest.length() < 40);
    if (all != null && (isExpected || strength(all) > 0)) {
      return new ItemText("", null, all, null, List.of());
    }
    for (String sign : List.of(": ", " – ", " — ", " - ", ", ")) {
      int at = rest.indexOf(sign);
      List<Speaker> people = at > 0 && isExpected ? People.in(rest.substring(0, at), true) : null;
      if (people != null) {
        return of(rest.substring(at + sign.length()), people, rest.substring(0, at));
      }
    }
    return null;
  }
}
