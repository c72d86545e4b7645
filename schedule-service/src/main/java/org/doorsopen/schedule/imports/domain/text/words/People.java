package org.doorsopen.schedule.imports.domain.text.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/** Tells names of people from titles, and reads their roles and organizations. */
public final class People {

  private static final Set<String> PARTICLES =
      Set.of(
          "von", "van", "de", "der", "den", "zu", "zur", "al", "bin", "ibn", "del", "la", "da",
          "dos", "das", "di", "du", "le", "ten", "ter", "el", "y", "e", "af", "av", "vom", "'t",
          "do");
  private static final Set<String> TITLES =
      Set.of("dr", "prof", "mr", "ms", "mrs", "herr", "frau", "ing", "dipl", "mag", "msc", "phd");
  private static final List<String> PREFIXES =
      List.of(
          "presented by ",
          "vortrag von ",
          "talk by ",
          "given by ",
          "speakers: ",
          "speaker: ",
          "by ",
          "with ",
          "von ",
          "mit ",
          "w/ ",
          "by: ",
          "held by ",
          "moderated by ",
          "moderiert von ",
          "hosted by ");
  private static final List<String> JOINTS =
      List.of(" and ", " und ", " & ", " + ", "; ", " sowie ", " with ", " mit ", " / ");
  private static final List<String> PLACES =
      List.of(
          " @ ",
          " at ",
          " bei der ",
          " bei ",
          " from ",
          " aus ",
          " @",
          " von der ",
          " von ",
          ", at ");
  private static final Set<String> FIRST_NAMES =
      Vocabulary.set(
          "adam adrian agnes ahmed aisha alan albert alejandro aleksandra alex alexander alexandra alexis alice alina"
              + " amir amy ana anastasia andre andrea andreas andrew andrey angela anita anja anke anna anne annette"
              + " anton antonia ari arne arthur astrid axel barbara bastian beate ben benedikt benjamin bernd bernhard"
              + " bert bettina bianca birgit bjorn bob boris brian bruno carina carl carla carlos carmen carola caroline"
              + " carsten cem charlotte chen chris christian christiane christina christine christoph christopher clara claire"
              + " claudia clemens cornelia daniel daniela danny dara dave david dennis diana diego dieter dirk dmitri dominik"
              + " doris edgar elena eli elif elisabeth elizabeth ella ellen emil emilia emily emma eric erik erika eva evelyn"
              + " fabian fatima fatma felix ferdinand finn florian frank franz franziska frederik frida friedrich fritz"
              + " gabriel gabriele georg george gerd gerhard gero gina giovanni gregor greta grace guido gustav hanna hannah"
              + " hannes hans harald hassan heike heiko heinz helen helena helga helge hendrik henning henry holger hugo"
              + " ian ida igor ilka ina ines ingo ingrid irina iris isabel isabella ivan jack jacob jakob james jamal jan"
              + " jana jane janina janine jannik jasmin jason javier jean jennifer jens jessica jim jo joachim joanna joe"
              + " johanna johannes john jonas jonathan jorg jorge jorn jose josef joseph josh joshua juan judith jule jules julia"
              + " julian juliane julius jurgen justin jutta kai karin karl karla karsten katarina katharina kathrin katja katrin"
              + " kay kevin kim kirsten klara klaus konrad konstantin kristina kristin kurt lara lars laura lea lee lena leo leon"
              + " leonard leonie lily lin lina linda linus lisa liz lorenz louis louisa lucas lucia luca lucy ludwig luis luisa lukas"
              + " maik maja malte manfred manuel manuela marc marcel marco marcus margit maria marie marina mario marion mark"
              + " markus marlene marta martha martin martina mary mateusz mathias matt matthew matthias max maximilian maya mehmet"
              + " meike melanie mia michael michaela michal mike mina miriam mira mohamed mohammed monika moritz mustafa nadine nadja"
              + " nancy natalia natalie natasha nele nick nico nicole niels nikita niklas nikola nikolas nils nina noah nora norbert"
              + " nuria olaf ole oleg olga oliver olivia oscar oskar otto pablo pascal patricia patrick paul paula paulina pedro peer"
              + " peter petra philip philipp pia pierre piotr priya rachel rainer ralf ralph raul rebecca regina reinhard renate rene"
              + " ricarda richard rita rob robert robin roland rolf roman ronja rosa rosie rudi ruth ryan sabine sabrina sally sam samuel"
              + " samira sandra sara sarah sascha saskia sebastian selin selma sergej sergio sergey silke silvia simon simone sina sofia"
              + " sonja sophia sophie stefan stefanie steffen stella stephan stephanie steve steven sue susan susanne sven svenja svetlana"
              + " tanja tariq tatjana ted teresa tessa theo theresa thilo thomas thorsten tim timo tina tobias tom tomas tomasz toni"
              + " torben torsten udo ulf uli ulrich ulrike ulla ursula ute uwe valentin valentina vanessa vera verena veronika victor"
              + " viktor viktoria vincent viola vivien vlad vladimir volker walter wanda werner wiebke will willi william wolfgang"
              + " xavier yan yannick yasmin yuki yusuf yvonne zoe zainab ravi raj anil sanjay deepak rahul rohit neha pooja arjun vikram"
              + " wei li ming jin hiro kenji akira ngozi kwame amara chinedu ada grace linus guido brendan bjarne katrina");
  private static final Set<String> NOT_NAMES =
      Vocabulary.set(
          "cloud native kubernetes introduction intro spring boot networking network pizza break lightning talks talk welcome"
              + " opening closing remarks deep dive building scaling docker linux postgres postgresql kafka java python rust"
              + " golang javascript typescript react angular vue data machine learning ai ki open source code conduct meetup"
              + " user group night evening day conference web api apis rest graphql security devops observability monitoring"
              + " testing test agile scrum platform engineering software architecture architektur micro services microservices"
              + " serverless lambda aws azure google microsoft event driven domain design systems system distributed"
              + " the a an and or of in on at with for to from how why what when where der die das ein eine und oder"
              + " mit fur von im am zum zur wie warum was wann wo your our my mein meine unser unsere dein euer"
              + " einlass pause begrussung ausklang vortrag ende beginn start end doors snacks drinks beer food coffee lunch"
              + " live demo panel discussion workshop session keynote questions q&a q a fragen diskussion lessons learned modern moderne"
              + " continuous integration delivery deployment infrastructure terraform ansible helm istio service mesh"
              + " zero trust green digital big small new neue neues next level best practices practice performance tuning"
              + " online remote room raum street platz berlin munich munchen hamburg cologne koln frankfurt leipzig stuttgart zurich"
              + " vienna wien london paris amsterdam dresden hannover nurnberg bremen mitte english german deutsch englisch"
              + " january february march april may june july august september october november december monday tuesday wednesday thursday friday"
              + " montag dienstag mittwoch donnerstag freitag samstag sonntag saturday sunday"
              + " community team gmbh ag inc ltd ug se university universitat labs lab group club stammtisch verein foundation"
              + " not just about into beyond under over without ohne uber nach first second third last one two three"
              + " state future past present history story stories tale tales art science secret secrets power rise fall life death"
              + " app apps mobile android ios kotlin swift flutter frontend backend fullstack database databases sql nosql mongo redis"
              + " cache caching search elastic elasticsearch opensearch prometheus grafana otel opentelemetry telemetry tracing logging"
              + " git github gitlab ci cd pipeline pipelines build builds tool tools tooling compiler runtime memory safety concurrency"
              + " threads virtual async reactive streams streaming stream events sourcing cqrs hexagonal clean functional programming"
              + " quantum blockchain crypto privacy compliance legal ethics bias llm llms gpt agents rag vector embeddings model models"
              + " get gets together free entry eintritt uhr pm closing hello world guide crash course advanced basics"
              + " announcements housekeeping registration arrival check social hour happy mingle networking bar team product management"
              + " open-source wasm webassembly nix nixos ebpf kernel edge iot robotics embedded hardware raspberry pi"
              + " organizer organizers organizing sponsor sponsors host hosts speaker speakers senior junior lead principal staff engineer developer"
              + " architect manager director founder consultant advocate chief officer head vice president"
              + " incident incidents response chaos reliability resilience legacy monolith migration migrating refactoring rewriting debugging"
              + " easy hard simple fast slow better good great happy happy cool hot fun fix fixing making make made taming love hate"
              + " coffee tea kaffee kuchen essen getranke bier office hq campus hub space coworking house haus center centre zentrum hall halle"
              + " dates date time when times news update updates roadmap overview uberblick ruckblick ausblick retrospective");

  private People() {}

  /** All of a text is people. */
  public static @Nullable List<Speaker> in(String text, boolean isExpected) {
    String rest = withoutPrefix(Words.trimmed(text));
    if (rest.isEmpty() || rest.length() > 400) {
      return null;
    }
    for (int mode = 0; mode < 2; mode++) {
      List<String> parts = mode == 0 ? split(rest, true) : split(rest, false);
      if (parts.size() < 2) {
        continue;
      }
      List<Speaker> people = each(parts, isExpected && mode == 1);
      if (people != null && (mode == 1 || isListOfNames(people, parts))) {
        return shared(people, parts);
      }
    }
    Speaker one = person(rest, isExpected);
    return one == null ? null : List.of(one);
  }

  public static @Nullable List<Speaker> in(String text) {
    return in(text, false);
  }

  /** Of people of whom the last alone has an organization, all are taken to have it. */
  private static List<Speaker> shared(List<Speaker> people, List<String> parts) {
    Speaker last = people.getLast();
    boolean isShared =
        last.organization() != null
            && last.role() == null
            && parts.getLast().endsWith(")")
            && people.subList(0, people.size() - 1).stream()
                .allMatch(one -> one.organization() == null && one.role() == null);
    return isShared
        ? people.stream().map(one -> new Speaker(one.name(), null, last.organization())).toList()
        : people;
  }

  /** Whether the organization of the last was taken for all. */
  public static boolean isShared(List<Speaker> people, String text) {
    return people.size() > 1
        && people.getLast().organization() != null
        && people.stream().map(Speaker::organization).distinct().count() == 1
        && count(text, people.getLast().organization()) == 1;
  }

  private static int count(String text, @Nullable String part) {
    int count = 0;
    if (part == null || part.isEmpty()) {
      return 0;
    }
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** What stands behind a comma is mostly where somebody works. */
  private static boolean isListOfNames(List<Speaker> people, List<String> parts) {
    for (int i = 1; i < people.size(); i++) {
      if (!hasKnownFirstName(people.get(i).name()) && parts.get(i).indexOf('(') < 0) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable List<Speaker> each(List<String> parts, boolean isExpected) {
    var people = new ArrayList<Speaker>();
    for (String part : parts) {
      Speaker one = person(Words.trimmed(part), isExpected);
      if (one == null) {
        return null;
      }
      people.add(one);
    }
    return people;
  }

  /** At joints outside of brackets, and at commas as well if asked to. */
  private static List<String> split(String text, boolean atCommas) {
    var parts = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (depth > 0) {
        continue;
      }
      String joint = jointAt(text, i, atCommas);
      if (joint != null) {
        parts.add(text.substring(from, i));
        from = i + joint.length();
        i = from - 1;
      }
    }
    parts.add(text.substring(from));
    return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  private static @Nullable String jointAt(String text, int at, boolean atCommas) {
    if (atCommas && text.startsWith(", and ", at)) {
      return ", and ";
    }
    if (atCommas && text.startsWith(", ", at)) {
      return ", ";
    }
    for (String joint : JOINTS) {
      if (text.startsWith(joint, at)) {
        return joint;
      }
    }
    return null;
  }

  private static @Nullable Speaker person(String text, boolean isExpected) {
    String bare = withoutPronouns(text);
    int cut = nameEnd(bare);
    String name = bare.substring(0, cut).strip();
    if (name.isEmpty() || !(looksLikeName(name) || isExpected && looksLikeAnyName(name))) {
      return null;
    }
    String rest = bare.substring(cut).strip();
    if (rest.isEmpty()) {
      return new Speaker(name, null, null);
    }
    String[] affiliation = affiliation(rest);
    if (affiliation == null) {
      return null;
    }
    return new Speaker(name, affiliation[0], affiliation[1]);
  }

  private static String withoutPronouns(String text) {
    int open = text.indexOf('(');
    int close = open < 0 ? -1 : text.indexOf(')', open);
    if (close < 0) {
      return text;
    }
    String inside = text.substring(open + 1, close).toLowerCase(Locale.ROOT);
    return Set.of("she/her", "he/him", "they/them", "sie/ihr", "er/ihm", "she/they", "he/they")
            .contains(inside)
        ? Words.singleSpaces(text.substring(0, open) + text.substring(close + 1))
        : text;
  }

  private static int nameEnd(String text) {
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == ',' || c == '|' || c == '@' || c == '/' || c == '[' || c == ';') {
        return i;
      }
      if (c == ':') {
        return i;
      }
      if (c == ' ' && (isDash(text, i + 1) || startsWithPlace(text, i))) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean startsWithPlace(String text, int at) {
    for (String place : List.of(" @ ", " at ", " bei ", " from ", " aus ", " @")) {
      if (text.startsWith(place, at)) {
        return true;
      }
    }
    // A family name may have a "von"; an organization has more than a word before it.
    return text.startsWith(" von ", at) && text.substring(0, at).indexOf(' ') > 0;
  }

  private static boolean isDash(String text, int at) {
    return at + 1 < text.length()
        && "-–—·•:".indexOf(text.charAt(at)) >= 0
        && text.charAt(at + 1) == ' ';
  }

  /** Role and organization, each or null; null if it is something else. */
  public static String @Nullable [] affiliation(String text) {
    String bare = text.strip();
    if (bare.startsWith("(") || bare.startsWith("[")) {
      int close = bare.lastIndexOf(bare.startsWith("(") ? ')' : ']');
      if (close < 0
          || close < bare.length() - 1 && bare.substring(close + 1).strip().length() > 1) {
        String after = close < 0 ? "" : Words.trimmed(bare.substring(close + 1));
        if (close < 0 || !looksLikeAffiliation(after)) {
          return null;
        }
        bare = bare.substring(1, close) + ", " + after;
      } else {
        bare = bare.substring(1, close);
      }
    }
    String rest = " " + Words.trimmed(bare.startsWith("@") ? bare.substring(1) : bare);
    if (bare.startsWith("@")) {
      return new String[] {null, Words.trimmed(rest)};
    }
    if (!looksLikeAffiliation(rest.strip())) {
      return null;
    }
    for (String place : PLACES) {
      int at = rest.indexOf(place);
      if (at == 0) {
        return new String[] {null, Words.trimmed(rest.substring(place.length()))};
      }
      if (at > 0) {
        return new String[] {
          blank(Words.trimmed(rest.substring(0, at))),
          Words.trimmed(rest.substring(at + place.length()))
        };
      }
    }
    int of = rest.indexOf(" of ");
    if (of > 0
        && Set.of(
                "cto",
                "ceo",
                "founder",
                "co founder",
                "cofounder",
                "coo",
                "owner",
                "president",
                "cio")
            .contains(Words.key(rest.substring(0, of)))) {
      return new String[] {rest.substring(1, of), rest.substring(of + 4)};
    }
    String whole = rest.strip();
    int comma = lastSeparator(whole);
    if (comma > 0) {
      String left = Words.trimmed(whole.substring(0, comma));
      String right = Words.trimmed(whole.substring(comma + 1));
      boolean isSwapped = !hasRole(left) && hasRole(right);
      return isSwapped ? new String[] {right, left} : new String[] {left, right};
    }
    return hasRole(whole) ? new String[] {whole, null} : new String[] {null, whole};
  }

  private static int lastSeparator(String text) {
    int found = -1;
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == ',' || c == '|' || c == ';') && text.charAt(i + 1) == ' '
          || "–—-·/".indexOf(c) >= 0 && text.charAt(i - 1) == ' ' && text.charAt(i + 1) == ' ') {
        found = i;
      }
    }
    return found;
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  private static boolean hasRole(String text) {
    List<String> words = Words.of(text);
    boolean isCompany =
        !words.isEmpty()
            && Set.of(
                    "gmbh",
                    "ag",
                    "inc",
                    "ltd",
                    "se",
                    "ug",
                    "llc",
                    "kg",
                    "labs",
                    "software",
                    "systems",
                    "technologies",
                    "consulting",
                    "partners",
                    "group",
                    "solutions")
                .contains(words.getLast());
    return !isCompany && words.stream().anyMatch(Vocabulary.ROLES::contains);
  }

  /** Short, with a capital or a role in it, and no sentence. */
  public static boolean looksLikeAffiliation(String text) {
    int words = Words.of(text).size();
    return words > 0
        && words <= 14
        && text.length() <= 120
        && text.indexOf('"') < 0
        && text.indexOf('?') < 0
        && !text.endsWith("!")
        && (text.chars().anyMatch(Character::isUpperCase)
            || hasRole(text)
            || text.indexOf('.') > 0
            || words <= 2);
  }

  /** Two to five words that are written as names are, and that nothing else is known of. */
  public static boolean looksLikeName(String text) {
    String[] tokens = text.split(" ");
    if (tokens.length < 2 || tokens.length > 6 || text.length() > 60) {
      return false;
    }
    int capitals = 0;
    int from = TITLES.contains(Words.first(tokens[0])) ? 1 : 0;
    if (from == 1 && TITLES.contains(Words.first(tokens[1]))) {
      from = 2;
    }
    for (int i = from; i < tokens.length; i++) {
      String token = tokens[i];
      if (i > from && PARTICLES.contains(token)) {
        continue;
      }
      if (!isNameToken(token)) {
        return false;
      }
      capitals++;
    }
    boolean isKnown = from < tokens.length && FIRST_NAMES.contains(firstName(tokens[from]));
    boolean hasOther = false;
    for (int i = from; i < tokens.length; i++) {
      String word = Words.key(tokens[i]);
      if (i > from && PARTICLES.contains(tokens[i])) {
        continue;
      }
      hasOther |=
          NOT_NAMES.contains(word)
              && !(isKnown && i > from && tokens.length == 2 + from && !isEventWord(word));
      hasOther |= !isKnown && word.endsWith("ing") && word.length() > 5;
    }
    return capitals >= (from > 0 ? 1 : 2) && !hasOther;
  }

  /** A family name may be May, Berlin or Day; nobody is called Talk. */
  private static boolean isEventWord(String word) {
    return !Set.of(
            "may",
            "march",
            "day",
            "berlin",
            "hall",
            "haus",
            "house",
            "fast",
            "good",
            "great",
            "love",
            "art",
            "power",
            "koln",
            "wien",
            "paris",
            "london",
            "montag",
            "freitag",
            "sommer",
            "green",
            "small",
            "cloud",
            "platz",
            "boot",
            "hamburg",
            "frankfurt",
            "dresden",
            "happy",
            "chen",
            "cook",
            "english",
            "german",
            "deutsch",
            "fall",
            "life",
            "story",
            "night")
        .contains(word);
  }

  /** Also a single first name, a nickname, or initials, where a person is expected. */
  public static boolean looksLikeAnyName(String text) {
    String[] tokens = text.split(" ");
    if (text.isEmpty()
        || text.length() > 60
        || tokens.length > 5
        || text.chars().anyMatch(Character::isDigit)) {
      return false;
    }
    String bare = text.startsWith("@") ? text.substring(1) : text;
    if (bare.isEmpty()) {
      return false;
    }
    if (tokens.length == 1) {
      return (Character.isUpperCase(bare.codePointAt(0)) || text.startsWith("@"))
          && !NOT_NAMES.contains(Words.key(bare))
          && !Words.key(bare).equals("tba")
          && !Words.key(bare).equals("tbd");
    }
    for (String token : tokens) {
      if (!PARTICLES.contains(token)
          && (token.isEmpty() || !Character.isUpperCase(token.codePointAt(0)))) {
        return false;
      }
    }
    return NOT_NAMES.stream().noneMatch(word -> Words.of(text).contains(word) && isEventWord(word));
  }

  public static boolean hasKnownFirstName(String text) {
    String[] tokens = text.split(" ");
    return FIRST_NAMES.contains(firstName(tokens[0]))
        || tokens.length > 1 && TITLES.contains(Words.key(tokens[0]));
  }

  public static boolean isFirstName(String word) {
    return FIRST_NAMES.contains(firstName(word)) && Character.isUpperCase(word.codePointAt(0));
  }

  private static String firstName(String token) {
    String word = Words.folded(token);
    int dash = word.indexOf('-');
    return dash > 0 ? word.substring(0, dash) : word;
  }

  private static boolean isNameToken(String token) {
    if (token.isEmpty() || !Character.isUpperCase(token.codePointAt(0))) {
      return false;
    }
    int upper = 0;
    for (int i = 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (!Character.isLetter(c)
          && Character.getType(c) != Character.NON_SPACING_MARK
          && "'’-.".indexOf(c) < 0) {
        return false;
      }
      upper += Character.isUpperCase(c) ? 1 : 0;
    }
    boolean isInitial = token.length() <= 2 && token.endsWith(".") || token.length() == 1;
    boolean isMac =
        token.startsWith("Mc")
            || token.startsWith("Mac")
            || token.startsWith("O'")
            || token.startsWith("O’")
            || token.startsWith("D'")
            || token.indexOf('-') > 0
            || token.startsWith("De")
            || token.startsWith("Di")
            || token.startsWith("Le")
            || token.startsWith("Van");
    return isInitial
        || (upper == 1 || isMac && upper == 2)
            && !(token.endsWith(".") && token.length() > 4)
            && token.length() > 1;
  }

  private static String withoutPrefix(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix)) {
        return text.substring(prefix.length()).strip();
      }
    }
    return text;
  }
}
