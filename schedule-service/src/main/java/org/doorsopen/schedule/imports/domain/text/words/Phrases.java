package org.doorsopen.schedule.imports.domain.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds in a sentence who gives something, who is the host, and where it is. */
public final class Phrases {

  private static final List<String> GIVEN_BY =
      List.of(
          "sponsored by ",
          "provided by ",
          "offered by ",
          "supplied by ",
          "powered by ",
          "courtesy of ",
          "gesponsert von ",
          "gesponsort von ",
          "bereitgestellt von ",
          "gestellt von ",
          "spendiert von ",
          "supported by ",
          "unterstützt von ",
          "unterstützt durch ",
          "gesponsert durch ",
          "on the house by ",
          "paid for by ",
          "paid by ",
          "brought to you by ",
          "with support from ",
          "mit unterstützung von ",
          "gestiftet von ",
          "come from ",
          "comes from ",
          "kommen von ",
          "kommt von ",
          "gibt es von ",
          "gibt's von ",
          "gehen auf ",
          "geht auf ",
          "are on ",
          "is on ",
          "gibts von ",
          "serviert von ",
          "served by ");
  private static final List<String> THANKS =
      List.of(
          "thanks to ",
          "thank you to ",
          "thank you ",
          "danke an ",
          "dank an ",
          "dank geht an ",
          "big thanks to ",
          "dankeschön an ",
          "we thank ",
          "wir danken ",
          "thanks ",
          "danken ");
  private static final List<String> GIVES =
      List.of(
          " sponsors ",
          " is sponsoring ",
          " are sponsoring ",
          " provides ",
          " is providing ",
          " spendiert ",
          " spendieren ",
          " stellt ",
          " stellen ",
          " sponsert ",
          " sponsort ",
          " sponsern ",
          " pays for ",
          " takes care of ",
          " brings ",
          " kindly provides ",
          " kindly sponsors ",
          " lädt zu ",
          " lädt euch zu ",
          " kümmert sich um ",
          " serves ",
          " bringt ",
          " offers ",
          " übernimmt ",
          " sponsor ",
          " generously sponsors ",
          " generously provides ",
          " kindly sponsor ",
          " will provide ",
          " will sponsor ",
          " sorgt für ",
          " versorgt uns mit ",
          " treats us to ",
          " lädt ein zu ",
          " has sponsored ",
          " supports us with ",
          " unterstützt uns mit ",
          " verpflegt uns mit ",
          " will be providing ",
          " supplies ",
          " lädt uns zu ",
          " stiftet ",
          " stiften ",
          " spendet ",
          " spenden ");
  private static final List<String> HOSTED_BY =
      List.of(
          "hosted by ",
          "organized by ",
          "organised by ",
          "organisiert von ",
          "veranstaltet von ",
          "zu gast bei ",
          "zu gast sind wir bei ",
          "gastgeber ist ",
          "gastgeber: ",
          "gastgeberin ist ",
          "our host is ",
          "our hosts are ",
          "our host ",
          "guests of ",
          "guests at ",
          "gehostet von ",
          "ausgerichtet von ",
          "in cooperation with ",
          "in kooperation mit ",
          "together with ",
          "gemeinsam mit ",
          "co-hosted with ",
          "co-hosted by ",
          "in collaboration with ",
          "gast bei ",
          "gäste bei ",
          "gastfreundschaft von ",
          "in partnership with ",
          "gäste von ",
          "co-organized with ",
          "zusammen mit ",
          "presented by ",
          "präsentiert von ");
  private static final List<String> HOSTS =
      List.of(
          " is hosting ",
          " are hosting ",
          " hosts ",
          " host us",
          " hostet ",
          " will host ",
          " ist gastgeber",
          " öffnet ",
          " opens their doors",
          " ist unser gastgeber",
          " ist unsere gastgeberin",
          " is our host",
          " for hosting",
          " kindly hosts ",
          " for having us",
          " for their hospitality",
          " für die gastfreundschaft",
          " fürs hosten",
          " fürs hosting",
          " für das hosting",
          " empfängt uns",
          " welcomes us",
          " beherbergt uns");
  private static final List<String> INVITES =
      List.of(
          " is happy to ",
          " are happy to ",
          " is pleased to ",
          " is excited to ",
          " are excited to ",
          " invites ",
          " invite you ",
          " presents ",
          " lädt ein",
          " lädt euch ",
          " lädt zum ",
          " laden ein",
          " freut sich ",
          " is proud to ",
          " lädt herzlich ",
          " is back",
          " ist zurück",
          " kehrt zurück",
          " is thrilled to ",
          " meets again ",
          " trifft sich ",
          " is delighted to ",
          " is having ",
          " veranstaltet ",
          " is meeting ");

  private Phrases() {}

  /**
   * Something that a company gives.
   *
   * @param contribution null if it is not said
   */
  public record Gift(String name, @Nullable String contribution) {}

  public static List<Gift> gifts(String text) {
    var gifts = new ArrayList<Gift>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length() || text.length() > 2_000) {
      return gifts;
    }
    thanked(text, lower, gifts);
    for (String trigger : GIVEN_BY) {
      for (int at : places(lower, trigger)) {
        boolean isVague =
            trigger.startsWith("are on")
                || trigger.startsWith("is on")
                || trigger.startsWith("geh");
        String what = contributionBefore(text, at);
        if (what == null && at > 1 && text.charAt(at - 1) == '(') {
          what = contributionBefore(text, at - 1);
        }
        addAll(text, at + trigger.length(), what, isVague, gifts);
      }
    }
    for (String trigger :
        List.of(
            " by ", " from ", " von ", " vom ", " by: ", " thanks to ", " dank ", " @ ", " on ")) {
      for (int at : places(lower, trigger)) {
        String what = contributionBefore(text, at);
        if (what != null && Words.of(what).size() <= 5 && startsWithGift(what)) {
          addAll(text, at + trigger.length(), what, true, gifts);
        }
      }
    }
    caredFor(text, lower, gifts);
    for (String trigger : GIVES) {
      int at = lower.indexOf(trigger);
      Orgs.Org org = at > 0 ? Orgs.before(text, at) : null;
      if (org != null
          && hasGift(org.name())
          && contributionAfter(text, at + trigger.length()) == null) {
        // "Den Glühwein stiftet die Beispiel AG."
        org = null;
      }
      String first = at > 0 && org == null ? contributionBefore(text, at) : null;
      Orgs.Org last = first == null ? null : Orgs.at(text, at + trigger.length());
      if (last != null) {
        add(new Gift(last.name(), first), gifts);
      }
      String what = org == null ? null : contributionAfter(text, at + trigger.length());
      if (org != null && what != null) {
        add(new Gift(org.name(), what), gifts);
      }
    }
    return inOneLanguage(text, gifts);
  }

  /** "Kuchen von der Bäckerei Muster / Cake by Bakery Muster" is one sponsor: the first. */
  private static List<Gift> inOneLanguage(String text, List<Gift> gifts) {
    int slash = text.indexOf(" / ");
    if (slash < 0 || gifts.size() != 2) {
      return gifts;
    }
    Gift first =
        text.indexOf(gifts.get(0).name()) <= text.indexOf(gifts.get(1).name())
            ? gifts.get(0)
            : gifts.get(1);
    Gift second = first == gifts.get(0) ? gifts.get(1) : gifts.get(0);
    boolean isTwice =
        text.indexOf(first.name()) < slash
            && text.indexOf(second.name()) > slash
            && Words.of(first.name()).getLast().equals(Words.of(second.name()).getLast());
    return isTwice ? List.of(first) : gifts;
  }

  /** Where a text has these words: the first few, because no sentence has more. */
  private static List<Integer> places(String text, String words) {
    var places = new ArrayList<Integer>();
    for (int at = text.indexOf(words);
        at >= 0 && places.size() < 5;
        at = text.indexOf(words, at + 1)) {
      places.add(at);
    }
    return places;
  }

  /** "Für Pizza sorgt die Beispiel AG." */
  private static void caredFor(String text, String lower, List<Gift> gifts) {
    for (String trigger : List.of(" sorgt ", " sorgen ")) {
      int at = lower.indexOf(trigger);
      int cause = at < 0 ? -1 : lower.lastIndexOf("für ", at);
      String what = cause < 0 ? null : contributionBefore(text, at);
      Orgs.Org org = what == null ? null : Orgs.at(text, at + trigger.length());
      if (org != null) {
        add(new Gift(org.name(), what), gifts);
      }
    }
  }

  private static void thanked(String text, String lower, List<Gift> gifts) {
    for (String trigger : THANKS) {
      int at = lower.indexOf(trigger);
      if (at < 0 || at > 0 && Character.isLetter(lower.charAt(at - 1))) {
        continue;
      }
      int from = at + trigger.length();
      while (true) {
        Orgs.Org org = Orgs.at(text, from);
        if (org == null) {
          break;
        }
        int reason =
            Math.max(startsWith(lower, org.end(), " for "), startsWith(lower, org.end(), " für "));
        String what = reason < 0 ? null : contributionAfter(text, reason);
        if (what == null && at > 1 && text.charAt(at - 1) == '(') {
          // "tacos (thanks Example!)"
          what = contributionBefore(text, at - 1);
          if (what != null) {
            add(new Gift(org.name(), what), gifts);
          }
          break;
        }
        if (what == null) {
          break;
        }
        add(new Gift(org.name(), what), gifts);
        int end = text.indexOf(what, reason) + what.length();
        int next =
            Math.max(
                startsWith(lower, end, " and "),
                Math.max(startsWith(lower, end, " und "), startsWith(lower, end, ", ")));
        if (next < 0) {
          break;
        }
        from = Math.max(next, startsWith(lower, next, "to "));
        from = Math.max(from, startsWith(lower, next, "and "));
      }
    }
  }

  private static int startsWith(String text, int at, String part) {
    return text.startsWith(part, at) ? at + part.length() : -1;
  }

  private static void addAll(
      String text, int at, @Nullable String what, boolean needsGift, List<Gift> gifts) {
    Orgs.Org org = Orgs.at(text, at);
    if (org == null
        || needsGift && what == null
        || People.hasKnownFirstName(org.name()) && what == null) {
      return;
    }
    String given = what == null ? bracketAfter(text, org.end()) : what;
    add(new Gift(org.name(), given), gifts);
    String rest = text.substring(org.end());
    for (String joint : List.of(" and ", " und ", " & ")) {
      if (rest.startsWith(joint)) {
        Orgs.Org other = Orgs.at(text, org.end() + joint.length());
        boolean isWhole = other != null && !isVerb(text, other.end());
        if (other != null && isWhole && Character.isUpperCase(other.name().codePointAt(0))) {
          add(new Gift(other.name(), given), gifts);
        }
      }
    }
  }

  private static boolean isVerb(String text, int at) {
    String next = Words.first(text.substring(at, Math.min(text.length(), at + 20)));
    return Set.of("is", "are", "will", "provides", "sponsors", "hosts", "ist", "sind")
        .contains(next);
  }

  private static @Nullable String bracketAfter(String text, int at) {
    int open = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    if (open < text.length() && text.charAt(open) == '(') {
      int close = text.indexOf(')', open);
      String inside = close < 0 ? "" : text.substring(open + 1, close);
      return hasGift(inside) ? inside : null;
    }
    return null;
  }

  private static void add(Gift gift, List<Gift> gifts) {
    for (int i = 0; i < gifts.size(); i++) {
      Gift other = gifts.get(i);
      if (Words.key(other.name()).equals(Words.key(gift.name()))) {
        if (other.contribution() == null) {
          gifts.set(i, gift);
        }
        return;
      }
    }
    gifts.add(gift);
  }

  public static boolean hasGift(String text) {
    return Words.of(text).stream().anyMatch(Phrases::isGift);
  }

  private static boolean isGift(String word) {
    return Vocabulary.GIFTS.contains(word)
        || word.endsWith("getranke")
        || word.endsWith("pizza")
        || word.endsWith("bier");
  }

  private static boolean startsWithGift(String text) {
    List<String> words = Words.of(text);
    return words.stream().limit(2).anyMatch(Phrases::isGift);
  }

  /** The end of the clause before a place in the text, if it speaks of something to give. */
  private static @Nullable String contributionBefore(String text, int end) {
    int from = end;
    while (from > Math.max(0, end - 200)
        && ".!?;:()[]–—|·\"„“".indexOf(text.charAt(from - 1)) < 0
        && !(text.charAt(from - 1) == '-' && from > 1 && text.charAt(from - 2) == ' ')
        && !(text.charAt(from - 1) == '/' && from > 1 && text.charAt(from - 2) == ' ')) {
      from--;
    }
    String clause = Words.trimmed(text.substring(from, end));
    int comma = clause.lastIndexOf(", ");
    String earlier = comma < 0 ? "" : clause.substring(0, comma);
    if (earlier.contains(" by ") || earlier.contains(" von ")) {
      // "Soup by Example, drinks by ...": the soup is of somebody else.
      clause = clause.substring(comma + 2);
    }
    List<String> tokens = List.of(clause.split(" "));
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      boolean isGift = Words.of(tokens.get(i)).stream().anyMatch(Phrases::isGift);
      first = isGift && first < 0 ? i : first;
      last = isGift ? i : last;
    }
    if (first < 0 || tokens.size() - last > 8) {
      return null;
    }
    while (first > 0 && isAdjective(tokens.get(first - 1))) {
      first--;
    }
    return stripped(String.join(" ", tokens.subList(first, last + 1)));
  }

  private static boolean isAdjective(String token) {
    return Set.of(
            "cold",
            "free",
            "vegan",
            "veggie",
            "kalte",
            "kühle",
            "vegane",
            "soft",
            "alcohol-free",
            "craft",
            "leckere",
            "tasty",
            "delicious",
            "vegetarian",
            "hot",
            "warmes",
            "kostenlose",
            "freie",
            "warm",
            "cool",
            "gratis",
            "non-alcoholic")
        .contains(token.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String contributionAfter(String text, int from) {
    int end = from;
    while (end < text.length()
        && ".!?;:()[]–—|".indexOf(text.charAt(end)) < 0
        && !text.startsWith(" - ", end)
        && end < from + 120) {
      end++;
    }
    String clause = text.substring(from, end);
    List<String> tokens = List.of(clause.split(" "));
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      boolean isGift = Words.of(tokens.get(i)).stream().anyMatch(Phrases::isGift);
      if (isGift) {
        first = first < 0 ? i : first;
        last = i;
      } else if (last >= 0
          && !Set.of("and", "und", "&", "+").contains(tokens.get(i))
          && !isAdjective(tokens.get(i))) {
        break;
      }
    }
    if (first < 0 || first > 5) {
      return null;
    }
    while (first > 0 && isAdjective(tokens.get(first - 1))) {
      first--;
    }
    return stripped(String.join(" ", tokens.subList(first, last + 1)));
  }

  private static @Nullable String stripped(String text) {
    String bare = Words.trimmed(text);
    while (bare.endsWith(".") || bare.endsWith("!")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.isEmpty() ? null : bare;
  }

  public static List<String> hosts(String text) {
    var hosts = new ArrayList<String>();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length() || text.length() > 2_000) {
      return hosts;
    }
    for (String trigger : INVITES) {
      int at = lower.indexOf(trigger);
      Orgs.Org org = at > 0 ? Orgs.before(text, at) : null;
      if (org != null && isWholeStart(text, at, org)) {
        addName(org.name(), hosts);
      }
    }
    for (String trigger : HOSTED_BY) {
      int at = lower.indexOf(trigger);
      if (at < 0 || at > 0 && Character.isLetter(lower.charAt(at - 1))) {
        continue;
      }
      boolean isJoint =
          trigger.startsWith("together")
              || trigger.startsWith("gemeinsam")
              || trigger.startsWith("zusammen")
              || trigger.startsWith("guests")
              || trigger.startsWith("presented");
      Orgs.Org org = Orgs.at(text, at + trigger.length());
      if (org != null && !(isJoint && People.looksLikeName(org.name()))) {
        addName(org.name(), hosts);
        joined(text, org, hosts);
      }
    }
    for (String trigger : List.of("co-organize ", "co-organise ", "co-host ", "co-hosting ")) {
      int at = lower.indexOf(trigger);
      int with = at < 0 ? -1 : lower.indexOf(" with ", at);
      Orgs.Org org = with < 0 ? null : Orgs.at(text, with + 6);
      if (org != null) {
        addName(org.name(), hosts);
      }
    }
    for (String trigger : HOSTS) {
      int at = lower.indexOf(trigger);
      Orgs.Org org = at > 0 ? Orgs.before(text, at) : null;
      if (org != null) {
        addName(org.name(), hosts);
      }
    }
    return hosts;
  }

  private static void joined(String text, Orgs.Org org, List<String> hosts) {
    for (String joint : List.of(" and ", " und ", " & ")) {
      Orgs.Org other =
          text.startsWith(joint, org.end()) ? Orgs.at(text, org.end() + joint.length()) : null;
      if (other != null) {
        addName(other.name(), hosts);
      }
    }
  }

  private static boolean isWholeStart(String text, int at, Orgs.Org org) {
    String before = text.substring(0, Math.max(0, at - org.name().length())).stripTrailing();
    boolean isNamed =
        before.endsWith(" the")
            || before.endsWith(" The")
            || before.endsWith(" der")
            || before.endsWith(" die")
            || before.endsWith(" das")
            || before.endsWith(" our");
    return isNamed
        || Words.key(text.substring(0, at)).endsWith(Words.key(org.name()))
            && Words.of(text.substring(0, at)).size() - Words.of(org.name()).size() <= 2;
  }

  private static void addName(String name, List<String> names) {
    if (names.stream().noneMatch(other -> Words.key(other).equals(Words.key(name)))) {
      names.add(name);
    }
  }

  /** The place that a sentence about the evening names after "at", or null. */
  public static @Nullable String place(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length() || text.length() > 1_000) {
      return null;
    }
    List<String> words = Words.of(text);
    boolean isAboutMeeting =
        words.stream()
            .anyMatch(
                Set.of(
                        "meetup",
                        "meet",
                        "evening",
                        "event",
                        "hosted",
                        "guests",
                        "gast",
                        "treffen",
                        "abend",
                        "wir",
                        "welcome",
                        "join",
                        "office",
                        "buro",
                        "place",
                        "location",
                        "gaste")
                    ::contains);
    if (!isAboutMeeting && !Addresses.isAddress(text)) {
      return null;
    }
    for (String trigger :
        List.of(
            " zu gast bei ",
            "gast bei ",
            " treffen uns bei ",
            " treffen uns im ",
            " treffen uns in der ",
            " treffen uns in den räumen der ",
            " treffen uns in den räumen von ",
            " at the office of ",
            " at the offices of ",
            " at ",
            " bei ",
            " im büro von ",
            " in den räumen von ",
            " in den räumen der ",
            " place in ",
            " place at ")) {
      for (int at : places(lower, trigger)) {
        int from = at + trigger.length();
        Orgs.Org org =
            from < text.length() && !Character.isDigit(text.charAt(from))
                ? Orgs.at(text, from)
                : null;
        boolean isPerson =
            org != null && People.looksLikeName(org.name()) && People.hasKnownFirstName(org.name());
        if (org != null
            && !isPerson
            && org.name().length() <= 80
            && !Vocabulary.isCalendarWord(Words.first(org.name()))) {
          int end = org.end();
          String more = text.substring(end);
          String noun = Words.first(more);
          boolean isRoom =
              more.startsWith(" ")
                  && Set.of(
                          "office",
                          "offices",
                          "hq",
                          "campus",
                          "headquarters",
                          "buro",
                          "building",
                          "space")
                      .contains(noun);
          return isRoom
              ? text.substring(text.indexOf(org.name(), from), end + 1 + noun.length())
              : org.name();
        }
      }
    }
    return null;
  }
}
