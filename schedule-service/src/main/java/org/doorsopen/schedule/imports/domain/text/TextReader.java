package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/**
 * Reads an announcement line by line, knowing which section and which talk it is in. A line that it
 * cannot place is left over, never dropped.
 */
public final class TextReader {

  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hallo",
          "liebe",
          "lieber",
          "moin",
          "servus",
          "guten",
          "good",
          "howdy",
          "ahoi",
          "hej",
          "greetings",
          "salut");
  private static final Set<String> FAREWELLS =
      Set.of(
          "cheers",
          "best",
          "regards",
          "grusse",
          "gruss",
          "lg",
          "vg",
          "viele",
          "liebe",
          "yours",
          "ciao",
          "thanks",
          "danke",
          "sincerely",
          "kind",
          "herzliche",
          "bis",
          "see",
          "schone",
          "beste");
  private static final Set<String> CLOSING =
      Set.of(
          "looking forward",
          "look forward",
          "see you",
          "bis dann",
          "wir freuen",
          "freuen uns",
          "rsvp",
          "register",
          "anmeld",
          "meldet euch",
          "questions",
          "fragen",
          "code of conduct",
          "verhaltenskodex",
          "sponsor",
          "thanks to",
          "danke an",
          "seats",
          "platze",
          "join us",
          "kommt vorbei",
          "please bring",
          "bitte bringt",
          "follow us",
          "folgt uns",
          "call for",
          "cfp",
          "want to speak",
          "next meetup",
          "nachste meetup",
          "slack",
          "newsletter",
          "mailing list",
          "free of charge",
          "kostenlos",
          "kostenfrei",
          "hosted by",
          "pizza",
          "drinks",
          "getranke",
          "doors",
          "please note",
          "hinweis",
          "photos",
          "fotos",
          "if you want to",
          "waitlist",
          "warteliste",
          "spread the word");

  private static final Set<String> MAIL_HEADERS =
      Set.of(
          "from",
          "to",
          "cc",
          "bcc",
          "date",
          "sent",
          "reply to",
          "von",
          "an",
          "gesendet",
          "datum",
          "message id",
          "list id");

  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?:attendees|teilnehmende|teilnehmer) ?(?:\\(\\d{1,5}\\)|· ?\\d{1,5})"
              + "|add to calendar|zum kalender hinzufügen|see all|alle anzeigen|public group|öffentliche gruppe",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AFTERWARDS =
      Pattern.compile(
          "(?:and )?(?:then|afterwards|after that|danach|dann|anschließend|im anschluss)(?:: | )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern INVITATION =
      Pattern.compile(
          "(?:(?:herzliche )?einladung (?:zum|zur|zu den|zu)|invitation to(?: the| our)?) ",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern NEWSLETTER =
      Pattern.compile(
          " ?[–—|:-] ?(?:newsletter|rundbrief|rundmail|infomail|mailing)\\b.{0,30}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Set<String> PLACES =
      Set.of(
          "kneipe",
          "pub",
          "bar",
          "cafe",
          "restaurant",
          "brauhaus",
          "biergarten",
          "bibliothek",
          "library",
          "hackerspace",
          "vereinsheim",
          "gasthaus",
          "gaststatte",
          "bistro");

  private final Gathered gathered;
  private final FieldReader fields;
  private final OneLine oneLine;
  private List<Line> lines = List.of();
  private List<Integer> timed = List.of();
  private @Nullable Label section;
  private @Nullable Item current;
  private @Nullable Item bioOf;
  private boolean isInBio;
  private boolean isInAbstract;
  private boolean isAfterBlank = true;
  private boolean isAfterHeading;
  private boolean isAfterRule;
  private boolean hasAgenda;
  private boolean isOwnSection;
  private @Nullable Span waiting;
  private int waitingLine;
  private int texts;
  private long timesAlone = -1;
  private Map<Integer, String> columns = new HashMap<>();
  private int width;

  private TextReader(Gathered gathered) {
    this.gathered = gathered;
    this.fields = new FieldReader(gathered);
    this.oneLine = new OneLine(gathered, fields);
  }

  /**
   * Reads a whole text.
   *
   * @param today what the year of a date without one is counted from
   */
  public static ReadAnnouncement read(String text, LocalDate today) {
    List<String> lines = lines(text);
    Gathered gathered = new Gathered(lines, today);
    into(gathered, 1, lines.size());
    return gathered.result();
  }

  /** Reads some of the lines, beside what is known already; {@code to} is included. */
  public static void into(Gathered gathered, int from, int to) {
    var parts = new ArrayList<Line>();
    for (int i = from; i <= to; i++) {
      parts.addAll(Markup.lines(i, gathered.lines().get(i - 1)));
    }
    new TextReader(gathered).readAll(parts);
  }

  /** The lines of a text, however they end; the blank ones at the end are left out. */
  public static List<String> lines(String text) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                text.replace("\r\n", "\n")
                    .replace('\r', '\n')
                    .replace('\u2028', '\n')
                    .replace('\u2029', '\n')
                    .replace('\u0085', '\n')
                    .replace('\u000B', '\n')
                    .split("\n", -1)));
    while (!lines.isEmpty() && lines.getLast().isBlank()) {
      lines.removeLast();
    }
    return lines;
  }

  private void readAll(List<Line> given) {
    lines = underlined(given);
    timed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (leading(lines.get(i)) != null) {
        timed.add(i);
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.isBlank()) {
        isAfterBlank = true;
        continue;
      }
      if (line.isRule()) {
        rule(i);
        continue;
      }
      if (line.isHeading()) {
        isOwnSection = false;
      }
      boolean isHeading = read(i, line);
      isAfterHeading = isHeading;
      isAfterBlank = false;
      isAfterRule = false;
    }
    if (waiting != null) {
      gathered.clocks(waiting.from(), waiting.to(), waiting.open(), waitingLine, 1);
    }
    oneLine.settle();
    agendaFromProse();
    titleFromHost();
    placeFromProse();
  }

  /**
   * "Doors open at 6:30pm. At 7pm Jane Doe speaks about …": only where there is no other agenda.
   */
  private void agendaFromProse() {
    if (gathered.items.stream().anyMatch(item -> !doorsFromProse(item))) {
      return;
    }
    var sentences = new ArrayList<Sentence>();
    for (Line line : lines) {
      if (gathered.isInDescription(line.number()) && line.text().length() <= 2_000) {
        for (String sentence :
            line.text()
                .split(
                    "(?<=[.!?]) (?=\\p{Lu})|; |, (?=(?:then|dann|danach|and at|und um|around|gegen) )| and (?=(?:at|around|from) \\d)| und (?=(?:um|ab|gegen) \\d)")) {
          List<Span> spans =
              Dates.in(sentence, gathered.today()).isEmpty() ? ClockTimes.all(sentence) : List.of();
          if (spans.size() == 1 && Words.of(sentence).size() <= 30) {
            sentences.add(new Sentence(sentence, spans.getFirst(), line));
          }
        }
      }
    }
    if (sentences.size() >= 2) {
      sentences.forEach(this::sentence);
    }
  }

  private record Sentence(String text, Span span, Line line) {}

  private static boolean doorsFromProse(Item item) {
    return item.kind == AgendaItemKind.DOORS && item.text.isEmpty();
  }

  private void sentence(Sentence sentence) {
    Span span = sentence.span();
    String text = sentence.text();
    String title =
        withoutEnd(
            Words.trimmed(
                    withoutAt(Words.trimmed(withoutPreposition(text.substring(0, span.start()))))
                        + " "
                        + Words.trimmed(text.substring(span.end())))
                .strip());
    List<String> words = Words.of(title);
    boolean isEnd =
        words.stream()
                .anyMatch(
                    Set.of("close", "end", "ends", "ende", "schluss", "finish", "endet", "closes")
                        ::contains)
            && words.size() <= 8;
    boolean isStart =
        words.stream()
                .anyMatch(
                    Set.of(
                            "start", "starts", "beginnt", "begin", "begins", "beginn", "starten",
                            "los", "kick")
                        ::contains)
            && words.size() <= 5;
    int line = sentence.line().number();
    if (isEnd) {
      gathered.clocks(null, span.from(), span.open(), line, 2);
    } else if (isStart) {
      gathered.clocks(span.from(), span.to(), span.open(), line, 2);
    } else if (!title.isEmpty()
        && gathered.items.stream().noneMatch(item -> span.from().equals(item.from))) {
      ItemText read = ItemText.of(title);
      Item item = gathered.add(title, read.kind(), sentence.line());
      if (item != null) {
        item.from = span.from();
        item.to = span.to();
        item.open = span.open();
        item.kind = read.kind();
        String[] tokens = title.split(" ");
        String name = tokens.length > 3 ? tokens[0] + " " + tokens[1] : "";
        if (People.looksLikeName(name)) {
          gathered.speakers(item, List.of(new Speaker(name, null, null)), line);
        }
        gathered.doubt(item, "title", line, Reason.FROM_SENTENCE, title);
      }
    }
  }

  private static String withoutPreposition(String text) {
    String bare = text.strip();
    for (String word : List.of(" at", " around", " um", " gegen", " ab", " from", " by")) {
      bare = bare.endsWith(word) ? bare.substring(0, bare.length() - word.length()) : bare;
    }
    return Set.of("at", "around", "um", "gegen", "ab", "from").contains(Words.key(bare))
        ? ""
        : bare;
  }

  /** A line under a text that is as long makes it a heading. */
  private static List<Line> underlined(List<Line> given) {
    var all = new ArrayList<>(given);
    for (int i = 1; i < all.size(); i++) {
      Line line = all.get(i);
      Line above = all.get(i - 1);
      boolean isUnder =
          line.isRule()
              && line.text().chars().allMatch(c -> c == '=' || c == '-' || c == '~')
              && !above.isBlank()
              && !above.isRule()
              && above.cells().isEmpty()
              && above.text().length() <= 100
              && Math.abs(above.text().length() - line.text().length()) <= 3;
      if (isUnder) {
        all.set(i - 1, above.asHeading());
        all.set(i, new Line(line.number(), "", 0, false, false, 0, List.of(), List.of(), ""));
      }
    }
    return all;
  }

  private void rule(int at) {
    boolean isTable = at > 0 && !lines.get(at - 1).cells().isEmpty();
    if (!isTable) {
      current = null;
      isInBio = false;
      isInAbstract = false;
      isAfterRule = true;
      if (section != Label.AGENDA || timed.stream().noneMatch(index -> index > at)) {
        section = section == Label.DETAILS || section == Label.SPEAKERS ? section : null;
      }
    }
    isAfterBlank = true;
  }

  /** Reads one line, and says whether it was a heading. */
  private boolean read(int at, Line line) {
    if (isColumns(line)) {
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), line.text());
      section = Label.AGENDA;
      hasAgenda = true;
      return false;
    }
    if (line.cells().isEmpty()) {
      columns = new HashMap<>();
    }
    Span span = leading(line);
    if (span != null && !isWrapped(at, line, span)) {
      return timed(at, line, span);
    }
    if (isMailHeader(at, line) || isFurniture(line.text())) {
      gathered.reject(line.number());
      return false;
    }
    if (columns.isEmpty() && oneLine.read(line)) {
      texts++;
      leaveTalk(Label.WHEN);
      section = null;
      return false;
    }
    if (afterwards(at, line)) {
      return false;
    }
    Label.Found label = Label.in(line);
    if (label != null && !isPartOfProse(label, line)) {
      return labelled(at, line, label);
    }
    if (isIntroduction(at, line)) {
      return true;
    }
    if (waiting != null && isTitleOfWaiting(at, line)) {
      Span held = waiting;
      waiting = null;
      item(line, held, line.text(), waitingLine);
      return false;
    }
    if (isTrailing(line)) {
      return false;
    }
    return text(at, line);
  }

  /** What a page of a meetup shows around what its organizers wrote. */
  private static boolean isFurniture(String text) {
    return text.length() <= 30 && FURNITURE.matcher(text).matches();
  }

  /** "Danach: Getränke", "then beer", behind the talks: an item whose time nobody says. */
  private boolean afterwards(int at, Line line) {
    Matcher opening = AFTERWARDS.matcher(line.text());
    boolean isLast = hasAgenda || gathered.hasAgenda();
    if (!isLast || !opening.lookingAt() || timed.stream().anyMatch(index -> index >= at)) {
      return false;
    }
    String rest = line.text().substring(opening.end());
    String title = withoutEnd(withoutThanks(rest));
    AgendaItemKind kind = Kinds.of(title, false);
    boolean isItem =
        (kind == AgendaItemKind.SOCIAL || kind == AgendaItemKind.BREAK)
            && Words.of(title).size() <= (opening.group().contains(":") ? 8 : 3);
    Item item = isItem ? gathered.add(title, AgendaItemKind.SOCIAL, line) : null;
    if (item == null) {
      return false;
    }
    gathered.absorb(line.number(), opening.group());
    if (fields.gifts(rest, line)) {
      gathered.absorb(line.number(), rest);
    }
    leaveTalk(Label.AGENDA);
    section = null;
    return true;
  }

  /** "So here is the plan:", above the times; "Our speakers this time:", above their talks. */
  private boolean isIntroduction(int at, Line line) {
    String text = line.text();
    if (!text.endsWith(":")
        || Words.of(text).size() > 6
        || isInAbstract && !isAfterBlank
        || waiting != null) {
      return false;
    }
    int next = at + 1;
    while (next < lines.size() && lines.get(next).isBlank()) {
      next++;
    }
    boolean isAgenda = next < lines.size() && leading(lines.get(next)) != null;
    Line below = next < lines.size() ? lines.get(next) : line;
    Words.Quote quote = below.isBullet() ? Words.Quote.in(below.text()) : null;
    boolean isTalks =
        quote != null && quote.start() < 3
            || Words.hasAny(
                text,
                Set.of(
                    "speakers",
                    "talks",
                    "speaker",
                    "vortrage",
                    "referenten",
                    "referentinnen",
                    "sessions",
                    "lineup",
                    "vortragenden"));
    if (!isAgenda && !isTalks) {
      return false;
    }
    section = isAgenda ? Label.AGENDA : Label.DETAILS;
    current = null;
    isInAbstract = false;
    isInBio = false;
    heading(line, "agenda");
    return true;
  }

  /** Above the text of a mail: who sent it when says nothing of the meetup. */
  private boolean isMailHeader(int at, Line line) {
    if (at > 12
        || !MAIL_HEADERS.contains(
            Words.key(line.text().substring(0, Math.max(0, line.text().indexOf(':')))))) {
      return false;
    }
    List<Line> head = lines.subList(0, Math.min(lines.size(), 13));
    return head.stream()
            .anyMatch(other -> other.text().startsWith("From:") || other.text().startsWith("Von:"))
        && head.stream()
            .anyMatch(other ->
                other.text().startsWith("Subject:") || other.text().startsWith("Betreff:"));
  }

  private boolean isPartOfProse(Label.Found label, Line line) {
    boolean isDeep = current != null && (isInAbstract || isInBio) && !isAfterBlank;
    return isDeep
        && !line.isHeading()
        && (label.label() == Label.ABOUT
            || label.label() == Label.TITLE
            || label.label() == Label.TALK)
        && !line.isBullet();
  }

  // Times

  private static @Nullable Span leading(Line line) {
    if (!line.cells().isEmpty()) {
      Span span = ClockTimes.leading(line.cells().getFirst());
      boolean isNumber =
          line.cells().getFirst().isEmpty()
              || Words.of(line.cells().getFirst()).stream().allMatch(word -> word.length() <= 2);
      if (span == null && line.cells().size() > 2 && isNumber) {
        span = ClockTimes.leading(line.cells().get(1));
      }
      return span;
    }
    return ClockTimes.leading(line.text());
  }

  /** A time at the beginning of a line that is the middle of a sentence. */
  private boolean isWrapped(int at, Line line, Span span) {
    if (at == 0 || line.isHeading() || line.isBullet() || !line.cells().isEmpty()) {
      return false;
    }
    String rest = line.text().substring(Math.min(line.text().length(), span.end())).strip();
    boolean isLower = !rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0));
    Line above = lines.get(at - 1);
    boolean isBelowProse =
        !above.isBlank()
            && leading(above) == null
            && Words.of(above.text()).size() >= 7
            && !above.text().endsWith(".")
            && !above.text().endsWith(":")
            && !above.text().endsWith("!");
    boolean isSentence =
        section != Label.AGENDA && Words.isProse(rest) && isLower && Words.of(rest).size() >= 6;
    return isSentence
        || isLower && isBelowProse
        || isLower && (isInAbstract || isInBio)
        || isBelowProse && isInAbstract && Words.isProse(rest);
  }

  private boolean timed(int at, Line line, Span span) {
    if (!line.cells().isEmpty()) {
      row(line, span);
      return false;
    }
    String rest = line.text().substring(Math.min(line.text().length(), span.end()));
    String words = Words.trimmed(rest);
    if (words.isEmpty() && Label.isOfTime(line.emoji())) {
      fields.when(line.text(), line, 0, true);
      return false;
    }
    String bare = FieldReader.withoutCalendar(words);
    boolean hasDate = !Dates.in(words, gathered.today()).isEmpty();
    boolean isZone =
        !words.isEmpty() && bare.isEmpty()
            || Words.of(words).size() <= 3
                && fields.zone(words, line)
                && Words.of(bare).size() <= 1;
    if (words.isEmpty() || isZone || hasDate && Words.of(words).size() <= 8 && !isInAgenda()) {
      return time(at, line, span, hasDate);
    }
    if (isOnlyEnd(words)) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
      gathered.absorb(line.number(), line.text());
      current = null;
      hasAgenda = true;
      return false;
    }
    List<Integer> cuts = cuts(rest);
    if (!cuts.isEmpty()) {
      several(line, span, rest, cuts);
      return false;
    }
    item(line, span, joinedRest(at, words), line.number());
    return line.isHeading();
  }

  private boolean isInAgenda() {
    return section == Label.AGENDA || hasAgenda;
  }

  private static boolean isOnlyEnd(String words) {
    return !words.isEmpty()
        && Arrays.stream(words.split("/"))
            .allMatch(part -> Vocabulary.ENDS.contains(Words.key(part)));
  }

  private boolean time(int at, Line line, Span span, boolean hasDate) {
    boolean isWhen = section == Label.WHEN || hasDate;
    if (!isWhen) {
      int next = at + 1;
      while (next < lines.size() && lines.get(next).isBlank()) {
        next++;
      }
      boolean isTitled =
          next < lines.size()
              && leading(lines.get(next)) == null
              && Label.in(lines.get(next)) == null
              && !lines.get(next).isRule();
      if (timesAlone < 0) {
        timesAlone = timed.stream().filter(index -> isAlone(lines.get(index))).count();
      }
      long alone = timesAlone;
      boolean isAgenda =
          section == Label.AGENDA
              || alone >= 2 && (gathered.hasDay() ? alone >= 3 || isInAgenda() : true);
      boolean isAfterDate =
          gathered.hasDay()
              && !gathered.hasClocks()
              && !isInAgenda()
              && span.to() != null
              && section != Label.AGENDA;
      if (isTitled && isAgenda && !isAfterDate) {
        waiting = span;
        waitingLine = line.number();
        section = section == null ? Label.AGENDA : section;
        return false;
      }
    }
    fields.when(line.text(), line, section == Label.WHEN ? 0 : 1, true);
    return false;
  }

  private static boolean isAlone(Line line) {
    Span span = leading(line);
    return span != null
        && line.cells().isEmpty()
        && Words.trimmed(line.text().substring(Math.min(line.text().length(), span.end())))
            .isEmpty();
  }

  private boolean isTitleOfWaiting(int at, Line line) {
    return at > 0 && !line.isRule();
  }

  /** "18:30 Doors, 19:00 Talk, 21:00 End" in one line. */
  private static List<Integer> cuts(String rest) {
    var cuts = new ArrayList<Integer>();
    for (Span span : ClockTimes.all(rest)) {
      int before = span.start() - 1;
      while (before >= 0 && rest.charAt(before) == ' ') {
        before--;
      }
      boolean isSeparated =
          before >= 0 && ",;|/•·→".indexOf(rest.charAt(before)) >= 0 && before > 0;
      boolean isFollowed = !Words.trimmed(rest.substring(span.end())).isEmpty();
      if (isSeparated && isFollowed) {
        cuts.add(span.start());
      }
    }
    return cuts;
  }

  private void several(Line line, Span first, String rest, List<Integer> cuts) {
    Span span = first;
    int from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int to = i < cuts.size() ? cuts.get(i) : rest.length();
      String part = rest.substring(from, to);
      if (i > 0) {
        Span next = ClockTimes.leading(part);
        if (next == null) {
          continue;
        }
        span = next;
        part = part.substring(next.end());
      }
      String words = Words.trimmed(part);
      if (isOnlyEnd(words)) {
        gathered.clocks(null, span.from(), span.open(), line.number(), 0);
        gathered.absorb(line.number(), words);
      } else {
        item(line, span, words, line.number());
      }
      from = to;
    }
  }

  /** A title that is broken over two lines. */
  private String joinedRest(int at, String words) {
    String all = words;
    for (int next = at + 1; next < lines.size() && next <= at + 3; next++) {
      Line line = lines.get(next);
      boolean isOpen =
          count(all, '(') > count(all, ')')
              || count(all, '"') % 2 == 1
              || count(all, '„') + count(all, '“') > 0
                  && (count(all, '„') + count(all, '“') + count(all, '”')) % 2 == 1;
      boolean isGoingOn =
          !line.isBlank()
              && !line.isBullet()
              && !line.isHeading()
              && line.indent() > 0
              && !line.text().isEmpty()
              && Character.isLowerCase(line.text().codePointAt(0))
              && !Words.isProse(line.text())
              && !startsWithBy(line.text());
      if (line.isBlank()
          || line.isRule()
          || leading(line) != null
          || line.text().length() > 200
          || !(isOpen || isGoingOn)) {
        break;
      }
      all = all + " " + line.text();
      lines.set(next, line.withText(""));
      continued.put(line.number(), lines.get(at).number());
    }
    return all;
  }

  private final Map<Integer, Integer> continued = new HashMap<>();

  private static boolean startsWithBy(String text) {
    return Set.of("by", "von", "with", "mit").contains(Words.first(text));
  }

  private static int count(String text, char c) {
    return (int) text.chars().filter(other -> other == c).count();
  }

  private @Nullable Item item(Line line, Span given, String text, int timeLine) {
    Span until = given.to() == null ? until(text) : null;
    Span span =
        until == null
            ? given
            : new Span(given.from(), until.from(), given.open(), given.start(), given.end());
    String rest =
        until == null ? text : Words.trimmed(withoutUntil(text.substring(0, until.start())));
    if (until != null) {
      gathered.absorb(line.number(), text.substring(rest.length()));
    }
    List<Phrases.Gift> gifts = Phrases.gifts(rest);
    String words = gifts.isEmpty() ? rest : withoutThanks(rest);
    ItemText read = ItemText.of(words);
    boolean isGathering =
        read.kind() == AgendaItemKind.BREAK
            || read.kind() == AgendaItemKind.SOCIAL
            || read.kind() == AgendaItemKind.DOORS;
    if (!gifts.isEmpty() && (isGathering || !words.equals(rest))) {
      gifts.forEach(
          gift -> gathered.sponsor(gift.name(), gift.contribution(), null, line.number()));
      gathered.absorb(line.number(), rest);
    }
    lineOfItem = line.number();
    Item same = sameItem(span, read);
    hasAgenda = true;
    fields.zone(line.text().substring(0, Math.min(span.end(), line.text().length())), line);
    if (section != Label.DETAILS) {
      section = Label.AGENDA;
    }
    isInAbstract = false;
    isInBio = false;
    Item item = same == null ? gathered.add(read.title(), read.kind(), line) : same;
    if (item == null) {
      current = null;
      return null;
    }
    current = item;
    if (same == null) {
      item.from = span.from();
      item.to = span.to();
      item.open = span.open();
      item.padded = line.text().startsWith("0") || line.text().startsWith("[0");
    } else {
      gathered.use(line.number(), item, "title");
      if (item.from == null) {
        gathered.items.remove(item);
        gathered.items.add(item);
      }
      item.to = item.to == null ? span.to() : item.to;
      if (item.from == null) {
        item.from = span.from();
        item.open = span.open();
      }
      if (item.title.isBlank() || ItemText.isPlaceholder(item.title)) {
        item.title = read.title();
      }
      gathered.absorb(line.number(), rest);
    }
    gathered.use(timeLine, item, "startsAt");
    if (span.to() != null) {
      gathered.use(timeLine, item, "endsAt");
    }
    Integer minutes = read.minutes();
    LocalTime from = item.from;
    if (minutes != null && item.to == null && from != null) {
      item.to = from.plusMinutes(minutes);
      gathered.use(line.number(), item, "endsAt");
      gathered.absorb(line.number(), "minutes minuten");
    }
    told(item, read, line);
    for (Reason reason : read.doubts()) {
      gathered.doubt(item, "speakers", line.number(), reason, "");
    }
    if (read.title().isEmpty() && same == null && item.title.isEmpty()) {
      item.kind = AgendaItemKind.TALK;
    }
    gathered.absorb(
        line.number(), "talk vortrag session presentation präsentation by von with mit");
    continued.forEach((lower, upper) -> {
      if (upper == line.number()) {
        gathered.use(lower, item, "title");
      }
    });
    return item;
  }

  /** "Drinks until 22:00": the time at the end, or null. */
  private static @Nullable Span until(String text) {
    List<Span> spans = ClockTimes.all(text);
    boolean isAtEnd =
        spans.size() == 1
            && spans.getFirst().to() == null
            && Words.trimmed(text.substring(spans.getFirst().end())).isEmpty();
    String before = isAtEnd ? text.substring(0, spans.getFirst().start()).strip() : "";
    return isAtEnd && !withoutUntil(before).equals(before) ? spans.getFirst() : null;
  }

  private static String withoutUntil(String text) {
    String bare = text.strip();
    for (String word : List.of(" until", " till", " bis", " bis ca.", " bis etwa")) {
      if (bare.endsWith(word)) {
        return bare.substring(0, bare.length() - word.length());
      }
    }
    return bare;
  }

  /** "Break - thanks to our friends for the pizza": the thanks are the sponsors'. */
  private static String withoutThanks(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return text;
    }
    for (String sign : List.of(" - ", " – ", " — ", " (", ", ", ". ", ": ", " | ", " / ")) {
      for (int at = lower.indexOf(sign); at > 0; at = lower.indexOf(sign, at + 1)) {
        String after = lower.substring(at + sign.length());
        boolean isThanks =
            after.startsWith("thanks")
                || after.startsWith("thank you")
                || after.startsWith("dank")
                || after.startsWith("sponsored")
                || after.startsWith("gesponsert")
                || after.startsWith("powered by")
                || after.startsWith("kindly")
                || after.startsWith("courtesy")
                || after.startsWith("provided by")
                || after.startsWith("offered by")
                || after.startsWith("bereitgestellt")
                || after.startsWith("big thanks")
                || after.startsWith("supported by")
                || after.startsWith("unterstützt")
                || after.startsWith("spendiert")
                || after.startsWith("by ")
                || after.startsWith("sponsor: ")
                || after.startsWith("mit freundlicher unterstützung")
                || after.startsWith("gestiftet");
        if (isThanks) {
          return Words.trimmed(text.substring(0, at));
        }
      }
    }
    for (String sign :
        List.of(
            " sponsored by ",
            " provided by ",
            " powered by ",
            " gesponsert von ",
            " courtesy of ",
            " spendiert von ",
            " thanks to ",
            " dank ")) {
      int at = lower.indexOf(sign);
      if (at > 0) {
        return Words.trimmed(text.substring(0, at));
      }
    }
    return text;
  }

  /** The item that an earlier line has named: an overview comes before details. */
  private int lineOfItem;

  private static boolean isGatheringKind(AgendaItemKind kind) {
    return kind != AgendaItemKind.TALK;
  }

  private @Nullable Item sameItem(Span span, ItemText read) {
    Item numbered =
        ItemText.isPlaceholder(read.title()) ? byNumber.get(Words.key(read.title())) : null;
    if (numbered != null && numbered.from == null) {
      return numbered;
    }
    List<Speaker> named =
        read.speakers().isEmpty() && read.title().length() <= 60 ? People.in(read.title()) : null;
    Item byName = named == null ? null : byPeople(named);
    if (byName != null && byName.from == null) {
      return byName;
    }
    for (Item item : gathered.items) {
      boolean isSameTime = span.from().equals(item.from) || item.from == null;
      boolean isSameTitle = similar(item.title, read.title());
      boolean isSamePeople =
          !read.speakers().isEmpty()
              && read.speakers().stream()
                  .anyMatch(one -> Gathered.indexOf(item.speakers, one.name()) >= 0);
      if (isSameTime
          && (isSameTitle || isSamePeople && (read.title().isEmpty() || item.title.isEmpty()))) {
        return item;
      }
      boolean isTranslated =
          span.from().equals(item.from)
              && item.line != lineOfItem
              && (isSamePeople
                  || read.kind() != null
                      && read.kind() == item.kind
                      && isGatheringKind(read.kind()));
      if (isTranslated) {
        gathered.doubt(item, "title", lineOfItem, Reason.SEVERAL_VALUES, read.title());
        return item;
      }
    }
    return null;
  }

  private final Map<String, List<String>> wordsOfTitles = new HashMap<>();

  private boolean similar(String one, String other) {
    if (one.isEmpty() || other.isEmpty() || one.length() > 400 || other.length() > 400) {
      return false;
    }
    List<String> words = wordsOfTitles.computeIfAbsent(one, Words::of);
    List<String> others = wordsOfTitles.computeIfAbsent(other, Words::of);
    if (words.isEmpty() || others.isEmpty()) {
      return false;
    }
    if (words.equals(others)) {
      return true;
    }
    long common = words.stream().distinct().filter(others::contains).count();
    long all = Math.max(words.stream().distinct().count(), others.stream().distinct().count());
    long least = Math.min(words.stream().distinct().count(), others.stream().distinct().count());
    boolean isBeginning =
        Collections.indexOfSubList(words, others) == 0
            || Collections.indexOfSubList(others, words) == 0;
    return common * 10 >= all * 7 && all >= 3 || isBeginning && least >= 3;
  }

  // Tables

  private boolean isColumns(Line line) {
    if (line.cells().size() < 2 || leading(line) != null) {
      return false;
    }
    var found = new HashMap<Integer, String>();
    for (int i = 0; i < line.cells().size(); i++) {
      String key = Words.key(line.cells().get(i));
      String role =
          switch (key) {
            case "time",
                "zeit",
                "uhrzeit",
                "when",
                "wann",
                "uhr",
                "start",
                "beginn",
                "from",
                "von" ->
                "time";
            case "end", "ende", "bis", "to", "until" -> "end";
            case "talk",
                "title",
                "titel",
                "topic",
                "thema",
                "what",
                "was",
                "session",
                "programmpunkt",
                "agenda item",
                "item",
                "inhalt",
                "vortrag",
                "activity",
                "programm",
                "event",
                "punkt",
                "beitrag",
                "description",
                "agenda",
                "program",
                "slot",
                "aktivitat" ->
                "title";
            case "speaker",
                "speakers",
                "referent",
                "referentin",
                "referent in",
                "who",
                "wer",
                "sprecher",
                "sprecherin",
                "referenten",
                "presenter",
                "name",
                "vortragende",
                "vortragender",
                "speaker s",
                "referent innen",
                "by" ->
                "speaker";
            case "company",
                "org",
                "organization",
                "organisation",
                "firma",
                "unternehmen",
                "affiliation" ->
                "organization";
            case "role", "rolle", "position" -> "role";
            case "duration", "dauer", "length", "minutes", "minuten", "min" -> "duration";
            case "type", "kind", "typ", "art", "format" -> "kind";
            case "abstract", "details", "notes", "beschreibung", "kurzbeschreibung" -> "abstract";
            default -> "";
          };
      if (!role.isEmpty()) {
        found.put(i, role);
      }
    }
    boolean isHead =
        found.containsValue("time") && found.size() >= 2 && found.size() >= line.cells().size() - 1;
    if (isHead) {
      columns = found;
      width = line.cells().size();
    }
    return isHead;
  }

  /** The cells with the empty ones among them, if the row is then as wide as the head is. */
  private Line asWideAsHead(Line line) {
    String raw = gathered.lines().get(line.number() - 1);
    if (columns.isEmpty() || line.cells().size() >= width || raw.indexOf('\t') < 0) {
      return line;
    }
    List<String> cells = Arrays.stream(raw.split("\t", -1)).map(Words::singleSpaces).toList();
    return cells.size() == width ? line.withCells(cells) : line;
  }

  private void row(Line given, Span span) {
    Line line = asWideAsHead(given);
    var rest = new ArrayList<String>();
    var named = new HashMap<String, String>();
    boolean isTimeTaken = false;
    Span whole = span;
    for (int i = 0; i < line.cells().size(); i++) {
      String cell = line.cells().get(i);
      String role = columns.getOrDefault(i, "");
      if (!isTimeTaken
          && ClockTimes.leading(cell) != null
          && (role.isEmpty() || role.equals("time"))) {
        isTimeTaken = true;
        String more =
            Words.trimmed(cell.substring(Math.min(cell.length(), ClockTimes.leading(cell).end())));
        if (!more.isEmpty() && !FieldReader.withoutCalendar(more).isEmpty()) {
          rest.add(more);
        }
      } else if (role.equals("end") && ClockTimes.leading(cell) != null) {
        Span end = ClockTimes.leading(cell);
        whole = new Span(span.from(), end.from(), span.open(), span.start(), span.end());
      } else if (role.isEmpty()
          && rest.isEmpty()
          && isTimeTaken
          && isOnlyTime(cell)
          && span.to() == null) {
        Span end = ClockTimes.leading(cell);
        whole =
            end == null
                ? whole
                : new Span(span.from(), end.from(), span.open(), span.start(), span.end());
      } else if (!cell.isEmpty() && !cell.equals("–") && !cell.equals("-") && !cell.equals("—")) {
        if (role.isEmpty()) {
          rest.add(cell);
        } else {
          named.merge(role, cell, (one, other) -> one + " " + other);
        }
      }
    }
    String title = named.getOrDefault("title", "");
    String people = named.getOrDefault("speaker", "");
    if (title.isEmpty() && !rest.isEmpty()) {
      boolean isNameFirst =
          rest.size() > 1 && People.in(rest.get(0)) != null && People.in(rest.get(1)) == null;
      title = rest.remove(isNameFirst ? 1 : 0);
      if (!rest.isEmpty() && people.isEmpty() && People.in(rest.getFirst(), true) != null) {
        people = rest.removeFirst();
      }
    }
    String organization = named.getOrDefault("organization", "");
    if (organization.isEmpty()
        && !rest.isEmpty()
        && !people.isEmpty()
        && People.looksLikeAffiliation(rest.getFirst())) {
      organization = String.join(", ", rest);
      rest.clear();
    }
    if (isOnlyEnd(Words.trimmed(title))) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
      gathered.absorb(line.number(), line.text());
      return;
    }
    String minutes = named.getOrDefault("duration", "");
    String shown =
        minutes.isEmpty()
            ? title
            : title + " (" + (minutes.matches("[0-9]{1,3}") ? minutes + " min" : minutes) + ")";
    Item item = item(line, whole, shown, line.number());
    if (item == null) {
      return;
    }
    String role = named.getOrDefault("role", "");
    if (!people.isEmpty()) {
      String affiliation =
          role.isEmpty()
              ? organization
              : organization.isEmpty() ? role : role + ", " + organization;
      List<Speaker> found =
          People.in(affiliation.isEmpty() ? people : people + " (" + affiliation + ")", true);
      found = found == null ? People.in(people, true) : found;
      if (found != null) {
        gathered.speakers(item, found, line.number());
        item.kind =
            item.kind == null
                    || item.kind == AgendaItemKind.BREAK
                    || item.kind == AgendaItemKind.SOCIAL
                ? Kinds.of(item.title, true)
                : item.kind;
      } else {
        fields.gifts(item.title + " by " + people, line);
      }
    }
    String kind = named.getOrDefault("kind", "");
    if (!kind.isEmpty() && Kinds.of(kind, false) != null) {
      item.kind = Kinds.of(kind, false);
      gathered.absorb(line.number(), kind);
    }
    String text = named.getOrDefault("abstract", "");
    if (!text.isEmpty()) {
      gathered.text(item, text, line.number(), true);
    }
  }

  private static boolean isOnlyTime(String cell) {
    Span span = ClockTimes.leading(cell);
    return span != null
        && Words.trimmed(cell.substring(Math.min(cell.length(), span.end()))).isEmpty();
  }

  // Labels

  private boolean labelled(int at, Line line, Label.Found found) {
    String value = found.value();
    boolean isSection = value.isEmpty();
    Label label = found.label();
    switch (label) {
      case AGENDA, DETAILS, SPEAKERS -> {
        section = label;
        current = null;
        isInAbstract = false;
        isInBio = false;
        heading(line, label == Label.AGENDA ? "agenda" : "agenda");
        if (!value.isEmpty()) {
          inline(at, line, label, value);
        }
      }
      case SPEAKER -> speaker(line, value, found.words());
      case ABSTRACT -> {
        Item item = talk();
        isInBio = false;
        if (item == null) {
          section = Label.ABOUT;
          gathered.use(line.number(), "description");
          if (!value.isEmpty()) {
            gathered.describe(value, line.number(), true);
          }
        } else {
          current = item;
          isInAbstract = true;
          gathered.use(line.number(), item, "abstract");
          if (!value.isEmpty()) {
            gathered.text(item, value, line.number(), true);
          }
        }
      }
      case BIO -> bioStarts(line, value);
      case TALK -> talkLine(line, value, found.words());
      case ROLE, ORGANIZATION -> affiliation(line, label, value);
      case TITLE -> title(line, value);
      case DOORS -> doors(line, value);
      case WHEN,
          START,
          END,
          VENUE,
          ADDRESS,
          ONLINE,
          CAPACITY,
          HOST,
          SPONSOR,
          FOOD,
          CONDUCT,
          RSVP_BY,
          RSVP,
          ABOUT,
          ZONE ->
          field(at, line, found);
    }
    return isSection;
  }

  private void heading(Line line, String field) {
    gathered.use(line.number(), field);
    gathered.absorb(line.number(), line.text());
  }

  private void inline(int at, Line line, Label label, String value) {
    Span span = ClockTimes.leading(value);
    if (span != null) {
      String rest = value.substring(span.end());
      List<Integer> cuts = cuts(rest);
      if (cuts.isEmpty()) {
        item(line, span, Words.trimmed(rest), line.number());
      } else {
        several(line, span, rest, cuts);
      }
    } else if (label == Label.DETAILS) {
      talkLine(line, value, "");
    } else if (Words.isProse(value)) {
      gathered.describe(value, line.number(), true);
      fields.facts(value, line);
    }
  }

  private void field(int at, Line line, Label.Found found) {
    Label label = found.label();
    String value = found.value();
    leaveTalk(label);
    if (value.isEmpty()) {
      section = label;
      isOwnSection = true;
      String field = fieldOf(label);
      if (label == Label.ABOUT) {
        boolean isOwn =
            Words.of(found.words()).size() > 1
                && !Set.of("about", "description").contains(Words.first(found.words()))
                && !Words.key(found.words()).startsWith("event desc");
        if (isOwn && hasTextBelow(at)) {
          gathered.describe(line.text(), line.number(), true);
        } else {
          heading(line, "description");
        }
      } else if (hasTextBelow(at)) {
        heading(line, field);
      } else if (!line.links().isEmpty()) {
        fields.read(label, line.links().getFirst(), line, found.words());
        heading(line, field);
      }
      return;
    }
    boolean isRead = fields.read(label, value, line, found.words());
    if (label == Label.ABOUT) {
      section = Label.ABOUT;
      fields.facts(value, line);
    } else if (isRead) {
      section =
          label == Label.VENUE || label == Label.SPONSOR || label == Label.HOST ? label : null;
      isOwnSection = false;
      gathered.absorb(line.number(), found.words());
      if (label == Label.FOOD || label == Label.VENUE || label == Label.HOST) {
        fields.gifts(value, line);
      }
    } else {
      section = null;
      boolean isSaid = fields.facts(line.text(), line);
      if (label == Label.WHEN && !gathered.has("title") && texts == 0 && !isSaid) {
        gathered.name("title", value, line.number());
        gathered.doubt("title", line.number(), Reason.TITLE_FROM_FIRST_LINE, value);
        gathered.absorb(line.number(), found.words());
      } else if (Words.isProse(value) || label == Label.FOOD) {
        gathered.describe(line.text(), line.number(), false);
      } else if (!isSaid) {
        gathered.reject(line.number());
      }
    }
  }

  private void leaveTalk(Label label) {
    if (label != Label.ONLINE || current == null) {
      current = null;
      isInAbstract = false;
      isInBio = false;
    }
  }

  private boolean hasTextBelow(int at) {
    for (int i = at + 1; i < lines.size() && i <= at + 3; i++) {
      if (!lines.get(i).isBlank() && !lines.get(i).isRule()) {
        return true;
      }
    }
    return false;
  }

  private static String fieldOf(Label label) {
    return switch (label) {
      case WHEN -> "date";
      case START -> "startsAt";
      case END -> "endsAt";
      case VENUE, ADDRESS -> "venue.name";
      case ONLINE -> "onlineUrl";
      case CAPACITY -> "capacity";
      case HOST -> "hosts";
      case SPONSOR, FOOD -> "sponsors";
      case CONDUCT -> "codeOfConductUrl";
      case RSVP_BY, RSVP -> "rsvpClosesAt";
      case ZONE -> "timeZone";
      case ABOUT -> "description";
      case TITLE -> "title";
      case DOORS, SPEAKER, ROLE, ORGANIZATION, ABSTRACT, BIO, TALK, AGENDA, DETAILS, SPEAKERS ->
          "agenda";
    };
  }

  private void title(Line line, String value) {
    Item item = current;
    if (item != null
        && (section == Label.DETAILS
            || item.title.isBlank()
            || ItemText.isPlaceholder(item.title))) {
      ItemText read = ItemText.of(value);
      item.title = read.title();
      gathered.use(line.number(), item, "title");
      told(item, read, line);
      return;
    }
    if (section == Label.DETAILS || gathered.has("title") && hasAgenda) {
      talkLine(line, value, "");
      return;
    }
    if (value.isEmpty()) {
      section = Label.TITLE;
      gathered.use(line.number(), "title");
      return;
    }
    Matcher invitation = INVITATION.matcher(value);
    if (invitation.lookingAt() && invitation.end() < value.length()) {
      String named = titleOf(value.substring(invitation.end()), true);
      gathered.name("title", named, line.number());
      gathered.doubt("title", line.number(), Reason.TITLE_FROM_NAME, named);
      gathered.absorb(line.number(), invitation.group());
    } else {
      gathered.name("title", Words.unquoted(value), line.number());
    }
    fields.when(value, line, 1, false);
    gathered.absorb(line.number(), "subject betreff title titel event veranstaltung meetup");
  }

  private void doors(Line line, String value) {
    List<Span> spans = ClockTimes.all(value);
    Span span = spans.isEmpty() ? ClockTimes.leading(value) : spans.getFirst();
    if (span == null) {
      gathered.reject(line.number());
      return;
    }
    fields.doors(span, line);
    for (int i = 1; i < spans.size(); i++) {
      Span other = spans.get(i);
      String between = Words.key(value.substring(spans.get(i - 1).end(), other.start()));
      if (Vocabulary.ENDS.contains(between)) {
        gathered.clocks(null, other.from(), other.open(), line.number(), 1);
        gathered.absorb(line.number(), between);
      } else if (between.endsWith("start")
          || between.endsWith("beginn")
          || between.endsWith("starts at")
          || between.endsWith("talks")
          || between.endsWith("begin")) {
        gathered.clocks(other.from(), other.to(), other.open(), line.number(), 1);
        gathered.absorb(line.number(), between);
      }
    }
  }

  private void speaker(Line line, String value, String words) {
    isInAbstract = false;
    isInBio = false;
    if (value.isEmpty()) {
      if (current == null) {
        section = Label.SPEAKERS;
      } else {
        section = Label.SPEAKER;
      }
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), words);
      return;
    }
    Item item = talk();
    List<Speaker> people = People.in(value, true);
    if (people == null) {
      int prose = value.indexOf(". ");
      people = prose > 0 ? People.in(value.substring(0, prose), true) : null;
    }
    if (item == null && people != null) {
      item = byPeople(people);
    }
    if (item == null && people != null && section == Label.DETAILS) {
      item = gathered.add("", AgendaItemKind.TALK, line);
    }
    if (item == null && people != null && gathered.items.isEmpty()) {
      Item made = gathered.add("", AgendaItemKind.TALK, line);
      item = made;
      section = section == null ? Label.DETAILS : section;
    }
    if (item == null || people == null) {
      gathered.reject(line.number());
      return;
    }
    current = item;
    gathered.speakers(item, people, line.number());
    gathered.absorb(line.number(), words);
    if (item.kind == AgendaItemKind.SOCIAL || item.kind == AgendaItemKind.BREAK) {
      item.kind = Kinds.of(item.title, true);
    }
    if (People.isShared(item.speakers, value)) {
      gathered.doubt(item, "speakers", line.number(), Reason.ONE_OF_SEVERAL, "");
    }
  }

  private void affiliation(Line line, Label label, String value) {
    Item item = current;
    if (item == null || item.speakers.isEmpty() || value.isEmpty()) {
      gathered.reject(line.number());
      return;
    }
    Speaker last = item.speakers.getLast();
    boolean isRole = label == Label.ROLE;
    item.speakers.set(
        item.speakers.size() - 1,
        new Speaker(
            last.name(), isRole ? value : last.role(), isRole ? last.organization() : value));
    gathered.use(line.number(), item, "speakers");
    gathered.absorb(
        line.number(),
        line.text().substring(0, Math.max(0, line.text().length() - value.length())));
  }

  private @Nullable Item talk() {
    boolean isAway = section == Label.AGENDA && isAfterBlank;
    if (current != null && !isGathering(current) && !isAway) {
      return current;
    }
    List<Item> talks =
        gathered.items.stream()
            .filter(item -> item.kind == AgendaItemKind.TALK || item.kind == null)
            .toList();
    return talks.size() == 1 && (section != Label.DETAILS || current != null)
        ? talks.getFirst()
        : null;
  }

  private static boolean isGathering(Item item) {
    return item.kind == AgendaItemKind.BREAK
        || item.kind == AgendaItemKind.SOCIAL
        || item.kind == AgendaItemKind.DOORS;
  }

  private @Nullable Item byPeople(List<Speaker> people) {
    List<Item> found =
        gathered.items.stream()
            .filter(item ->
                people.stream().anyMatch(one -> Gathered.indexOf(item.speakers, one.name()) >= 0))
            .toList();
    return found.size() == 1
        ? found.getFirst()
        : found.stream()
            .filter(item -> item.kind == AgendaItemKind.TALK || item.kind == null)
            .findFirst()
            .orElse(null);
  }

  /** The line that says which talk the next lines are about. */
  private void talkLine(Line line, String value, String words) {
    isInBio = false;
    isInAbstract = false;
    if (value.isEmpty()) {
      Item placeholder = placeholder(words);
      section = Label.DETAILS;
      current = placeholder;
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), words);
      isWaitingForTitle = true;
      return;
    }
    Span span = timeOf(value);
    span = span == null ? timeOf(words) : span;
    ItemText read = ItemText.of(withoutBrackets(value));
    Item item = matching(read, line, words);
    if (item == null) {
      boolean keepsWords =
          !words.isEmpty()
              && Set.of(
                      "keynote",
                      "panel",
                      "lightning talk",
                      "lightning talks",
                      "workshop",
                      "panel discussion",
                      "podiumsdiskussion",
                      "fireside chat")
                  .contains(Words.key(words));
      item =
          gathered.add(
              keepsWords ? Words.trimmed(words) + ": " + read.title() : read.title(),
              AgendaItemKind.TALK,
              line);
    }
    gathered.absorb(line.number(), words);
    if (item == null) {
      return;
    }
    section = Label.DETAILS;
    current = item;
    byNumber.putIfAbsent(
        Words.key(words.indexOf('(') > 0 ? words.substring(0, words.indexOf('(')) : words), item);
    if (span != null && item.from == null) {
      item.from = span.from();
      item.to = span.to();
      item.open = span.open();
      gathered.use(line.number(), item, "startsAt");
    }
    gathered.use(line.number(), item, "title");
    told(item, read, line);
    Integer minutes = read.minutes() == null ? ItemText.of(words).minutes() : read.minutes();
    LocalTime from = item.from;
    if (minutes != null) {
      item.minutes = minutes;
      gathered.absorb(line.number(), "minutes minuten min");
      item.to = item.to == null && from != null ? from.plusMinutes(minutes) : item.to;
    }
  }

  /** "Talk 1 (18:45 – 19:30)": a time in brackets, or null. */
  private static @Nullable Span timeOf(String text) {
    List<Span> spans = ClockTimes.all(text);
    boolean isBracketed =
        spans.size() == 1
            && spans.getFirst().start() > 0
            && "([".indexOf(text.charAt(spans.getFirst().start() - 1)) >= 0;
    return isBracketed ? spans.getFirst() : null;
  }

  private static String withoutBrackets(String text) {
    Span span = timeOf(text);
    if (span == null) {
      return text;
    }
    int end = span.end();
    while (end < text.length() && ")] ".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return Words.singleSpaces(text.substring(0, span.start() - 1) + " " + text.substring(end));
  }

  private boolean isWaitingForTitle;

  private final Map<String, Item> byNumber = new HashMap<>();

  private @Nullable Item placeholder(String words) {
    String key = Words.key(words);
    return gathered.items.stream()
        .filter(item -> Words.key(item.title).equals(key))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Item matching(ItemText read, Line line, String words) {
    for (Item item : gathered.items) {
      if (similar(item.title, read.title())
          || !words.isEmpty()
              && !item.title.isBlank()
              && similar(item.title, words + " " + read.title())) {
        return item;
      }
    }
    Item numbered = words.isEmpty() ? null : placeholder(words);
    for (Item item : gathered.items) {
      if (!read.title().isEmpty()
          && item.speakers.isEmpty()
          && read.speakers().stream()
              .anyMatch(one -> Words.key(one.name()).equals(Words.key(item.title)))) {
        item.title = read.title();
        return item;
      }
    }
    Item byName = numbered == null && !read.speakers().isEmpty() ? byPeople(read.speakers()) : null;
    Item found = numbered == null ? byName : numbered;
    if (found == null && words.isEmpty()) {
      return null;
    }
    if (found == null) {
      found =
          gathered.items.stream()
              .filter(item ->
                  item.kind == AgendaItemKind.TALK
                      && (item.title.isBlank() || ItemText.isPlaceholder(item.title))
                      && item.speakers.isEmpty())
              .findFirst()
              .orElse(null);
    }
    if (found != null && (found.title.isBlank() || ItemText.isPlaceholder(found.title))) {
      found.title = read.title();
      gathered.absorb(found.line, "talk vortrag session first second tba tbd");
      return found;
    }
    boolean isOtherTitle = found != null && !read.title().isEmpty() && byName != null;
    if (isOtherTitle) {
      gathered.doubt(found, "title", line.number(), Reason.MATCHED_BY_SPEAKER, read.title());
    }
    return found;
  }

  // Lines without a time and without a label

  private boolean isTrailing(Line line) {
    String text = line.text();
    if (!line.cells().isEmpty() || Words.of(text).size() > 24 || isInAbstract || isInBio) {
      return false;
    }
    List<Span> spans = ClockTimes.all(text);
    if (spans.size() > 1 && Dates.in(text, gathered.today()).isEmpty()) {
      boolean isAll = fields.keywords(text, spans, line);
      return isAll && Words.of(text.substring(spans.getLast().end())).isEmpty();
    }
    if (spans.size() != 1
        || Words.of(text).size() > 14
        || !Dates.in(text, gathered.today()).isEmpty()) {
      return false;
    }
    Span span = spans.getFirst();
    String before = Words.trimmed(text.substring(0, span.start()));
    String after = Words.trimmed(text.substring(span.end()));
    String bare = withoutAt(before);
    String key = Words.key(bare);
    boolean isEnd =
        span.end() == text.length()
            || Words.trimmed(after).isEmpty()
            || after.equals(")")
            || after.equals("]");
    AgendaItemKind kind = Kinds.of(bare, false);
    if (Vocabulary.STARTS.contains(key)
        || key.endsWith(" start") && Words.of(bare).size() <= 2
        || key.equals("talks start")
        || key.equals("it starts")
        || key.equals("los geht s")
        || key.equals("we start")) {
      gathered.clocks(span.from(), span.to(), span.open(), line.number(), 1);
      gathered.absorb(line.number(), text);
      return true;
    }
    if (isOnlyEnd(bare)) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
      gathered.absorb(line.number(), text);
      return true;
    }
    boolean isBracket = span.start() > 0 && "([".indexOf(text.charAt(span.start() - 1)) >= 0;
    boolean isShort = Words.of(bare).size() <= 5;
    boolean isItem =
        isEnd
            && !Words.isProse(bare + ".")
            && (kind != null && isShort && !bare.isEmpty()
                || isBracket
                || section == Label.AGENDA && !bare.isEmpty());
    isItem |= isEnd && section == Label.AGENDA && (isBracket || line.isBullet()) && !bare.isEmpty();
    if (!isItem) {
      return false;
    }
    String title =
        bare.endsWith("(") || bare.endsWith("[") ? bare.substring(0, bare.length() - 1) : bare;
    item(line, span, title, line.number());
    return true;
  }

  private static String withoutAt(String text) {
    String bare = text;
    boolean isShorter = true;
    while (isShorter) {
      isShorter = false;
      for (String word :
          List.of(
              "(ab",
              "(um",
              "(at",
              "(from",
              "(von",
              " at",
              " um",
              " ab",
              " from",
              " von",
              " @",
              "(",
              "[",
              ":",
              " –",
              " -",
              " ca.",
              " starts",
              " opens at",
              " starting")) {
        if (bare.endsWith(word) && !bare.equals(word)) {
          bare = Words.trimmed(bare.substring(0, bare.length() - word.length()));
          isShorter = true;
        }
      }
    }
    return Words.trimmed(bare);
  }

  private boolean text(int at, Line line) {
    texts++;
    if (isWaitingForTitle) {
      isWaitingForTitle = false;
      Item named = current;
      ItemText read = ItemText.of(line.text());
      Item item = named == null ? matching(read, line, "") : named;
      if (item == null) {
        item = gathered.add(read.title(), AgendaItemKind.TALK, line);
      }
      if (item != null) {
        item.title =
            item.title.isBlank() || ItemText.isPlaceholder(item.title) ? read.title() : item.title;
        current = item;
        gathered.use(line.number(), item, "title");
        told(item, read, line);
      }
      return false;
    }
    if (isTalkHeader(at, line)) {
      return line.isHeading();
    }
    Label inside = section;
    if (inside == Label.SPEAKERS && speakerLine(line)) {
      return false;
    }
    if (isInBio && bioOf != null && !startsNew(line)) {
      bio(bioOf, line);
      return false;
    }
    if (current != null && inTalk(at, line, current)) {
      return false;
    }
    if (inside != null && inSection(at, line, inside)) {
      return false;
    }
    return neutral(at, line);
  }

  private boolean startsNew(Line line) {
    return line.isHeading() || isAfterBlank && isClosing(line.text());
  }

  private static boolean isClosing(String text) {
    String key = Words.key(text.length() > 160 ? text.substring(0, 160) : text);
    return CLOSING.stream().anyMatch(phrase -> key.contains(phrase)) && Words.of(text).size() <= 45;
  }

  /** A title of a talk that is in the agenda already, or that a section of talks introduces. */
  private boolean isTalkHeader(int at, Line line) {
    String text = line.text();
    int words = Words.of(text).size();
    if (words > 40 || words == 0) {
      return false;
    }
    boolean isLoose = !isInAbstract || isAfterBlank || line.isHeading();
    if (hasAgenda
        && isLoose
        && (isAfterBlank
            || isAfterHeading
            || line.isHeading()
            || line.isBullet()
            || current == null)) {
      ItemText read = ItemText.of(text);
      for (Item item : gathered.items) {
        boolean isSame =
            item != current
                && item.title.length() >= 6
                && (similar(item.title, read.title()) || isTitleInside(item, text, words));
        if (isSame && item.line != line.number()) {
          enter(item, line, read);
          gathered.absorb(line.number(), item.title);
          if (read.speakers().isEmpty() && words > Words.of(item.title).size()) {
            residue(item, text, line);
          }
          return true;
        }
      }
    }
    if (section != Label.DETAILS && !(hasAgenda && line.isHeading() && current == null)) {
      return hasAgenda && line.isHeading() && isPersonHeading(line);
    }
    boolean isHeaderLike =
        line.isHeading()
            || Words.Quote.in(text) != null
                && Words.Quote.in(text).start() < 3
                && !Words.isProse(text)
            || (isAfterBlank || isAfterHeading)
                && !Words.isProse(text)
                && words <= 24
                && (current == null || !isInAbstract || !ItemText.of(text).speakers().isEmpty())
            || line.isBullet() && current == null && words <= 24
            || isQuotedBullet(line);
    if (!isHeaderLike || section != Label.DETAILS && !isPersonHeading(line)) {
      return isPersonHeading(line) && line.isHeading();
    }
    if (current != null
        && !isInAbstract
        && !isAfterBlank
        && !line.isHeading()
        && !isQuotedBullet(line)) {
      return false;
    }
    ItemText read = ItemText.of(text);
    if (read.title().isEmpty() && !read.speakers().isEmpty()) {
      Item item = byPeople(read.speakers());
      if (item != null) {
        enter(item, line, read);
        return true;
      }
      if (current != null && current.speakers.isEmpty()) {
        return false;
      }
    }
    List<Speaker> people = People.in(text);
    if (people != null && current != null && current.speakers.isEmpty() && !line.isHeading()) {
      return false;
    }
    boolean isSeats = Phrases.seats(text) != null && read.speakers().isEmpty();
    if ((isClosing(text) || isSeats) && !line.isHeading() && Words.Quote.in(text) == null
        || Kinds.isPlain(text) && read.speakers().isEmpty()) {
      return false;
    }
    Item item =
        matching(
            read,
            line,
            line.isHeading() || Words.Quote.in(text) != null || !read.speakers().isEmpty()
                ? " "
                : "");
    if (item == null
        && (line.isHeading()
            || !read.speakers().isEmpty()
            || Words.Quote.in(text) != null
            || line.isBullet()
            || !hasAgenda
            || hasTextBelow(at) && isFollowedByAbstract(at))) {
      item = gathered.add(read.title(), AgendaItemKind.TALK, line);
    }
    if (item == null) {
      return false;
    }
    enter(item, line, read);
    return true;
  }

  private static boolean isQuotedBullet(Line line) {
    Words.Quote quote = line.isBullet() ? Words.Quote.in(line.text()) : null;
    return quote != null && quote.start() < 3 && Words.of(quote.text()).size() >= 2;
  }

  private boolean isFollowedByAbstract(int at) {
    for (int i = at + 1; i < lines.size() && i <= at + 3; i++) {
      Line line = lines.get(i);
      if (!line.isBlank()) {
        return Words.isProse(line.text())
            || People.in(line.text()) != null
            || Label.in(line) != null;
      }
    }
    return false;
  }

  private static boolean isTitleInside(Item item, String text, int words) {
    String key = " " + Words.key(text) + " ";
    String title = Words.key(item.title);
    int count = Words.of(item.title).size();
    return count >= 2
        && title.length() >= 10
        && key.contains(" " + title + " ")
        && words <= count + 16
        && !(Words.isProse(text) && words > count + 10 && Words.Quote.in(text) == null);
  }

  private boolean isPersonHeading(Line line) {
    List<Speaker> people = People.in(line.text());
    Item item = people == null ? null : byPeople(people);
    if (item == null || people == null || !line.isHeading() && section != Label.DETAILS) {
      return false;
    }
    enter(item, line, new ItemText("", null, people, null, List.of()));
    return true;
  }

  private void enter(Item item, Line line, ItemText read) {
    current = item;
    section = Label.DETAILS;
    isInAbstract = false;
    isInBio = false;
    gathered.use(line.number(), item, "title");
    if (item.title.isBlank()) {
      item.title = read.title();
    }
    told(item, read, line);
    gathered.absorb(line.number(), "talk vortrag session keynote lightning");
    if (read.minutes() != null) {
      gathered.absorb(line.number(), "min minutes minuten");
      LocalTime from = item.from;
      item.to = item.to == null && from != null ? from.plusMinutes(read.minutes()) : item.to;
    }
  }

  /** What a line says of an item beside its title: its people, its length, and a sentence. */
  private void told(Item item, ItemText read, Line line) {
    if (!read.speakers().isEmpty()) {
      gathered.speakers(item, read.speakers(), line.number());
    }
    if (read.minutes() != null) {
      item.minutes = read.minutes();
      gathered.absorb(line.number(), "minutes minuten min mins");
    }
    String sentence = read.sentence();
    if (sentence != null) {
      gathered.text(item, sentence, line.number(), true);
      Speaker first = read.speakers().getFirst();
      if (first.role() != null || first.organization() != null) {
        gathered.doubt(item, "speakers", line.number(), Reason.ROLE_FROM_PROSE, first.name());
      }
    }
  }

  /** What stands beside a known title: its people. */
  private void residue(Item item, String text, Line line) {
    Words.Quote quote = Words.Quote.in(text);
    String rest =
        quote != null && similar(quote.text(), item.title)
            ? text.substring(0, quote.start()) + " " + text.substring(quote.end())
            : remove(text, item.title);
    List<Speaker> people = People.in(Words.trimmed(rest), true);
    if (people != null && People.looksLikeName(people.getFirst().name())
        || people != null && Gathered.indexOf(item.speakers, people.getFirst().name()) >= 0) {
      gathered.speakers(item, people, line.number());
    }
  }

  private static String remove(String text, String title) {
    int at = text.toLowerCase(Locale.ROOT).indexOf(title.toLowerCase(Locale.ROOT));
    return at < 0 || at + title.length() > text.length()
        ? text
        : text.substring(0, at) + " " + text.substring(at + title.length());
  }

  // Inside of a talk

  private boolean inTalk(int at, Line line, Item item) {
    String text = line.text();
    boolean isGathering = isGathering(item);
    boolean hasMoreTimes = timed.stream().anyMatch(index -> index > at);
    boolean isDeeper =
        line.indent() > item.indent || line.isBullet() && item.indent == 0 && line.indent() > 0;
    boolean isNear = !isAfterBlank || isDeeper;
    if (section == Label.AGENDA
        && !isNear
        && !item.isHeading
        && !(hasMoreTimes && !isGathering)
        && !isInAbstract) {
      current = null;
      section = null;
      return false;
    }
    if (line.isHeading() && !isNear) {
      current = null;
      isInAbstract = false;
      return false;
    }
    if (isAfterBlank
        && isClosing(text)
        && !line.isBullet()
        && (!hasMoreTimes || isGathering)
        && !(section == Label.DETAILS && hasDetailsBelow(at) && Words.of(text).size() > 20)) {
      current = null;
      isInAbstract = false;
      section = null;
      return false;
    }
    boolean isGiven = !isInAbstract && !isGathering && !Phrases.gifts(text).isEmpty();
    boolean isOfMeetup = isClosing(text) || isAfterBlank && Words.of(text).size() <= 8;
    boolean isOther =
        isGiven || !isInAbstract && !isGathering && isOfMeetup && Phrases.seats(text) != null;
    if (isOther || isFarewell(text) || isAfterBlank && isGreeting(text)) {
      current = null;
      section = null;
      return false;
    }
    if (isInAbstract) {
      if (isBioOf(item, line)) {
        bioOf = item;
        bio(item, line);
        return true;
      }
      gathered.text(item, text, line.number(), isAfterBlank);
      part(item, line);
      return true;
    }
    if (item.title.isBlank()
        || ItemText.isPlaceholder(item.title) && section == Label.AGENDA && !Words.isProse(text)) {
      ItemText read = ItemText.of(text);
      List<Speaker> only = People.in(text);
      if (only == null) {
        if (item.title.isBlank() || !read.title().isBlank()) {
          gathered.absorb(item.line, item.title);
          item.title = read.title();
          item.kind = item.kind == null ? read.kind() : item.kind;
          gathered.use(line.number(), item, "title");
          told(item, read, line);
          return true;
        }
      }
    }
    if (!isGathering) {
      boolean isExpected = startsWithBy(text) || text.startsWith("@");
      List<Speaker> people =
          Words.of(text).size() <= 24
              ? People.in(text, isExpected && Words.of(text).size() <= 8)
              : null;
      if (people != null && (isExpected || !Words.isProse(text) || item.speakers.isEmpty())) {
        gathered.speakers(item, people, line.number());
        if (People.isShared(people, text)) {
          gathered.doubt(item, "speakers", line.number(), Reason.ONE_OF_SEVERAL, "");
        }
        item.kind = item.kind == null ? Kinds.of(item.title, true) : item.kind;
        return true;
      }
      boolean isRole =
          item.speakers.size() == 1
              && item.speakers.getFirst().organization() == null
              && item.speakers.getFirst().role() == null
              && item.text.isEmpty()
              && !isAfterBlank
              && Words.of(text).size() <= 8
              && !Words.isProse(text)
              && (Words.hasAny(text, Vocabulary.ROLES)
                  || text.startsWith("@")
                  || text.startsWith("("));
      String[] affiliation = isRole ? People.affiliation(text) : null;
      if (affiliation != null) {
        item.speakers.set(
            0, new Speaker(item.speakers.getFirst().name(), affiliation[0], affiliation[1]));
        gathered.use(line.number(), item, "speakers");
        return true;
      }
      if (item.isHeading && isOnlyDate(line)) {
        return false;
      }
    }
    boolean isGift = isGathering && fields.gifts(text, line);
    if (isBioOf(item, line) && item.text.length() > 0) {
      bioOf = item;
      bio(item, line);
      return true;
    }
    boolean isProse =
        Words.isProse(text)
            || Words.of(text).size() >= 8
            || text.endsWith(".") && Words.of(text).size() >= 2;
    if (isProse
        || isDeeper
        || line.isBullet()
        || section == Label.DETAILS
        || item.isHeading
        || isNear && Words.of(text).size() >= 5) {
      gathered.text(item, text, line.number(), isAfterBlank);
      part(item, line);
      isInAbstract = isProse || section == Label.DETAILS || item.isHeading;
      if (!isProse
          && (section != Label.DETAILS && !item.isHeading
              || item.text.length() == text.length() && Words.of(text).size() < 6)) {
        gathered.doubt(
            item,
            "abstract",
            line.number(),
            Reason.TEXT_BELOW,
            text.length() > 80 ? text.substring(0, 80) : text);
      }
      return true;
    }
    if (isGift) {
      return true;
    }
    gathered.reject(line.number());
    return true;
  }

  /** Whether the details of another talk follow, so that this is still the middle of them. */
  private boolean hasDetailsBelow(int at) {
    for (int i = at + 1; i < lines.size() && i <= at + 10; i++) {
      Line line = lines.get(i);
      boolean isTitle =
          !line.isBlank() && line.text().length() <= 200 && !Words.isProse(line.text());
      String title = isTitle ? ItemText.of(line.text()).title() : "";
      if (isTitle
          && gathered.items.stream()
              .anyMatch(item -> item != current && similar(item.title, title))) {
        return true;
      }
    }
    return false;
  }

  /** A short talk among several in one item: its people are the item's as well. */
  private void part(Item item, Line line) {
    ItemText read = line.isBullet() && !isGathering(item) ? ItemText.of(line.text()) : null;
    if (read != null
        && !read.speakers().isEmpty()
        && !read.title().isEmpty()
        && !Words.isProse(line.text())) {
      gathered.speakers(item, read.speakers(), line.number());
    }
  }

  private boolean isOnlyDate(Line line) {
    return !Dates.in(line.text(), gathered.today()).isEmpty() && Words.of(line.text()).size() <= 8;
  }

  // Biographies

  private void bioStarts(Line line, String value) {
    Item item = talk();
    isInAbstract = false;
    gathered.use(line.number(), "agenda");
    gathered.absorb(
        line.number(),
        line.text().substring(0, Math.max(0, line.text().length() - value.length())));
    if (item == null) {
      section = Label.SPEAKERS;
      if (!value.isEmpty()) {
        speakerLine(line.withText(value));
      }
      return;
    }
    isInBio = true;
    bioOf = item;
    if (!value.isEmpty()) {
      bio(item, line.withText(value));
    }
  }

  private void bio(Item item, Line line) {
    boolean isFirst = !isInBio;
    isInBio = true;
    isInAbstract = false;
    gathered.text(item, line.text(), line.number(), isFirst || isAfterBlank || isAfterHeading);
    gathered.doubt(item, "abstract", line.number(), Reason.BIOGRAPHY, "");
    roleFromProse(item, line);
  }

  /** "Jane Doe is a Senior Engineer at Example." */
  private void roleFromProse(Item item, Line line) {
    String text = line.text();
    for (int i = 0; i < item.speakers.size(); i++) {
      Speaker speaker = item.speakers.get(i);
      if (speaker.role() != null || speaker.organization() != null) {
        continue;
      }
      String name = text.startsWith(speaker.name()) ? speaker.name() : speaker.name().split(" ")[0];
      if (!text.startsWith(name)) {
        continue;
      }
      for (String verb :
          List.of(
              " is an ",
              " is a ",
              " is the ",
              " is ",
              " works as a ",
              " works as an ",
              " works as ",
              " ist ",
              " arbeitet als ")) {
        if (!text.startsWith(verb, name.length())) {
          continue;
        }
        int from = name.length() + verb.length();
        int at = first(text, from, List.of(" at ", " bei "));
        int end = first(text, from, List.of(". ", ", ", " and ", " und ", " where ", " who "));
        int stop = end < 0 ? text.endsWith(".") ? text.length() - 1 : text.length() : end;
        if (at > from && at < stop && stop - from < 100) {
          String role = text.substring(from, at).replaceFirst("^(?:ein|eine|a|an|the) ", "");
          String organization = Words.trimmed(text.substring(at + 4, stop).strip());
          if (Words.hasAny(role, Vocabulary.ROLES) && !organization.isEmpty()) {
            item.speakers.set(i, new Speaker(speaker.name(), role, organization));
            gathered.use(line.number(), item, "speakers");
            gathered.doubt(item, "speakers", line.number(), Reason.ROLE_FROM_PROSE, speaker.name());
          }
        }
        return;
      }
    }
  }

  private static int first(String text, int from, List<String> parts) {
    int first = -1;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  private static boolean isBioOf(Item item, Line line) {
    for (Speaker speaker : item.speakers) {
      String text = line.text();
      String first = speaker.name().split(" ")[0];
      String name =
          text.startsWith(speaker.name())
              ? speaker.name()
              : text.startsWith(first + " ") ? first : "";
      if (!name.isEmpty() && text.length() > name.length()) {
        String rest = text.substring(name.length());
        if (List.of(
                " is a",
                " is the ",
                " is an",
                " works ",
                " ist ",
                " arbeitet ",
                " has been ",
                " leads ",
                " leitet ",
                " is currently",
                " is ",
                " has ",
                " hat ",
                " lives",
                " lebt")
            .stream()
            .anyMatch(rest::startsWith)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A line in a section about speakers: a person, or a part of a biography. */
  private boolean speakerLine(Line line) {
    String text = line.text();
    int dot = text.indexOf(". ");
    int colon = text.indexOf(": ");
    List<Speaker> people = People.in(text, line.isHeading() || line.isBullet());
    if (people != null
        && people.size() > 0
        && (!Words.isProse(text) || People.looksLikeName(people.getFirst().name()))) {
      Item item = byPeople(people);
      if (item == null) {
        List<Item> open =
            gathered.items.stream()
                .filter(some ->
                    (some.kind == AgendaItemKind.TALK || some.kind == null)
                        && some.speakers.isEmpty())
                .toList();
        item = open.size() == 1 ? open.getFirst() : null;
        if (item != null) {
          gathered.doubt(
              item, "speakers", line.number(), Reason.NAME_FROM_PROSE, people.getFirst().name());
        }
      }
      if (item == null) {
        bioOf = null;
        return isTalkOfPerson(line);
      }
      gathered.speakers(item, people, line.number());
      bioOf = item;
      return true;
    }
    for (Item item : gathered.items) {
      for (Speaker speaker : item.speakers) {
        boolean isNamed = text.startsWith(speaker.name());
        if (isNamed) {
          bioOf = item;
          int end = dot > 0 ? dot : colon;
          List<Speaker> known = end > 0 ? People.in(text.substring(0, end)) : null;
          if (known != null) {
            gathered.speakers(item, known, line.number());
          }
          isInBio = false;
          bio(item, line);
          return true;
        }
      }
    }
    if (bioOf != null && !line.isHeading() && (Words.isProse(text) || !isAfterBlank)) {
      bio(bioOf, line);
      return true;
    }
    return false;
  }

  /** "Jane Doe – A title", in a list of speakers above which there is no agenda. */
  private boolean isTalkOfPerson(Line line) {
    ItemText read = ItemText.of(line.text());
    boolean hasTalks = gathered.items.stream().anyMatch(item -> item.from != null);
    if (hasTalks || read.title().isEmpty() || read.speakers().isEmpty()) {
      return false;
    }
    Item item = gathered.add(read.title(), AgendaItemKind.TALK, line);
    if (item != null) {
      told(item, read, line);
    }
    return item != null;
  }

  // Sections and the rest

  private boolean inSection(int at, Line line, Label inside) {
    String text = line.text();
    boolean isOfNames = inside == Label.HOST || inside == Label.SPONSOR;
    boolean isNoName =
        isOfNames
            && (!Dates.in(text, gathered.today()).isEmpty()
                || leading(line) != null
                || Addresses.isAddress(text));
    if (isNoName
        || line.isHeading()
        || isAfterBlank && Words.isProse(text) && inside != Label.ABOUT) {
      section = null;
      return false;
    }
    if (isAfterBlank && !isOwnSection && inside != Label.ABOUT && inside != Label.AGENDA) {
      section = null;
      return false;
    }
    return switch (inside) {
      case VENUE,
          ADDRESS,
          WHEN,
          HOST,
          SPONSOR,
          CAPACITY,
          ONLINE,
          CONDUCT,
          RSVP,
          RSVP_BY,
          TITLE,
          FOOD,
          START,
          END,
          ZONE -> {
        boolean isContinued =
            !isOwnSection
                && (inside == Label.HOST || inside == Label.SPONSOR)
                && !line.isBullet()
                && line.indent() == 0;
        if (isContinued || isFarewell(text)) {
          section = null;
          yield false;
        }
        boolean isVenue = inside == Label.VENUE || inside == Label.ADDRESS;
        if (isVenue
            && (Words.isProse(text) && !Addresses.isAddress(text)
                || gathered.has("venue.address") && !Addresses.isAddress(text))) {
          boolean isSaid = fields.facts(text, line);
          if (!isSaid || Words.isProse(text)) {
            gathered.describe(text, line.number(), isAfterBlank);
          }
          yield true;
        }
        Label label = inside == Label.ADDRESS ? Label.VENUE : inside;
        boolean isRead = fields.read(label, text, line, "");
        if (isRead && (inside == Label.WHEN || inside == Label.TITLE)) {
          section = inside;
        }
        if (!isRead && Words.isProse(text)) {
          yield false;
        }
        if (!isRead && inside == Label.WHEN) {
          section = null;
          yield false;
        }
        if (!isRead && !fields.facts(text, line)) {
          gathered.reject(line.number());
        }
        yield true;
      }
      case ABOUT -> {
        boolean isPoint = line.isBullet() || !line.emoji().isEmpty();
        if (timed.isEmpty() && isPoint && !Words.isProse(text) && isTalkOfPerson(line)) {
          yield true;
        }
        if (isAfterBlank && (isFarewell(text) || isGreeting(text))) {
          yield false;
        }
        fields.facts(text, line);
        dates(text, line);
        gathered.describe(text, line.number(), isAfterBlank);
        yield true;
      }
      case AGENDA -> {
        if (Words.isProse(text) && !hasAgenda) {
          gathered.describe(text, line.number(), isAfterBlank);
          fields.facts(text, line);
          yield true;
        }
        if (line.isBullet() && timed.isEmpty() && !Words.isProse(text)) {
          ItemText read = ItemText.of(text);
          Item item = gathered.add(read.title(), read.kind(), line);
          if (item != null) {
            told(item, read, line);
          }
          hasAgenda = true;
          yield true;
        }
        yield false;
      }
      case DOORS, SPEAKER, ROLE, ORGANIZATION, ABSTRACT, BIO, TALK, DETAILS, SPEAKERS -> false;
    };
  }

  private boolean neutral(int at, Line line) {
    String text = line.text();
    boolean isProse = Words.isProse(text);
    boolean isFirst = texts <= 3 && !gathered.has("title") && !hasAgenda;
    boolean hasFacts = fields.facts(text, line) | doorsIn(text, line);
    boolean hasDates = dates(text, line);
    if (!isProse && isFirst && isTitle(line, hasFacts)) {
      String title =
          titleOf(
              text.substring(text.lastIndexOf(" > ") < 0 ? 0 : text.lastIndexOf(" > ") + 3),
              hasDates);
      if (!title.isEmpty()) {
        nameMeetup(title, line);
        if (others.size() == 1
            && !gathered.has("venue.name")
            && Words.of(others.getFirst()).size() <= 5) {
          gathered.name("venue.name", others.getFirst(), line.number());
          gathered.doubt("venue.name", line.number(), Reason.PLACE_FROM_PROSE, others.getFirst());
        }
        if (!line.isHeading() && texts > 1) {
          gathered.doubt("title", line.number(), Reason.TITLE_FROM_FIRST_LINE, title);
        }
        return line.isHeading();
      }
    }
    boolean isSignature =
        isAfterFarewell && !isProse && !hasFacts && !hasDates && Words.of(text).size() <= 8;
    isAfterFarewell |= isFarewell(text) && (hasAgenda || texts > 3);
    if (gathered.has("title")
        && !isProse
        && similar(text, String.valueOf(gathered.nameOf("title")))) {
      gathered.use(line.number(), "title");
      return line.isHeading();
    }
    boolean isBy =
        texts <= 3
            && gathered.has("title")
            && !hasAgenda
            && text.startsWith("By ")
            && Words.of(text).size() <= 7
            && !isProse;
    if (isBy) {
      gathered.host(text.substring(3), null, line.number());
      return false;
    }
    if (isGreeting(text) && Words.of(text).size() <= 8 || isFarewell(text) || isSignature) {
      if (!gathered.isUsed(line.number())) {
        gathered.reject(line.number());
      }
      return false;
    }
    if (isProse) {
      gathered.describe(text, line.number(), isAfterBlank || isAfterRule);
      isInDescription = true;
      return false;
    }
    if (hasDates) {
      beside(line);
      return false;
    }
    if (gathered.has("title")
        && !gathered.has("venue.name")
        && !hasFacts
        && isAboveAddress(at, text)) {
      fields.venue(Label.VENUE, text, line);
      return false;
    }
    if (Addresses.isAddress(text) && Words.of(text).size() <= 16) {
      fields.venue(Label.VENUE, text, line);
      return false;
    }
    if (hasFacts) {
      boolean isShort = Words.of(text).size() <= 12;
      if (!isShort) {
        gathered.describe(text, line.number(), isAfterBlank);
      }
      return false;
    }
    if (talkInList(line)) {
      return false;
    }
    if (isPlaceAlone(text)) {
      fields.venue(Label.VENUE, text, line);
      gathered.doubt(
          "venue.name",
          line.number(),
          Reason.PLACE_FROM_PROSE,
          String.valueOf(gathered.nameOf("venue.name")));
      return false;
    }
    boolean isFollowed =
        (line.isHeading() || text.endsWith(":") || text.endsWith("?")) && hasTextBelow(at);
    boolean isContinued = isInDescription && !isAfterBlank || line.isBullet() && isInDescription;
    boolean isLong = Words.of(text).size() >= 9;
    if (isFollowed || isContinued || isLong) {
      gathered.describe(text, line.number(), isAfterBlank || isAfterRule);
      isInDescription = true;
      section = line.isHeading() ? Label.ABOUT : section;
      return line.isHeading();
    }
    gathered.reject(line.number());
    return false;
  }

  /** The name of the meetup; of "Example Meetup – Newsletter 12/2026", what stands before. */
  private void nameMeetup(String title, Line line) {
    Matcher newsletter = NEWSLETTER.matcher(title);
    if (newsletter.find() && newsletter.start() > 5) {
      String name = Words.trimmed(title.substring(0, newsletter.start()));
      gathered.name("title", name, line.number());
      gathered.doubt("title", line.number(), Reason.TITLE_FROM_NAME, name);
      gathered.absorb(line.number(), newsletter.group());
    } else {
      gathered.name("title", title, line.number());
    }
  }

  /** A talk in a list without a heading: a title in quotes, and people. */
  private boolean talkInList(Line line) {
    ItemText read = isQuotedBullet(line) ? ItemText.of(line.text()) : null;
    boolean isTalk =
        read != null
            && !read.speakers().isEmpty()
            && gathered.items.stream()
                .noneMatch(item -> item.kind == AgendaItemKind.TALK && item.from != null);
    Item item =
        isTalk && read != null ? gathered.add(read.title(), AgendaItemKind.TALK, line) : null;
    if (item != null && read != null) {
      told(item, read, line);
      section = Label.DETAILS;
      current = item;
    }
    return item != null;
  }

  /** A name of a place alone on its line: "Kneipe Zur Post", "Example, Old Mill, Mill Lane". */
  private boolean isPlaceAlone(String text) {
    if (gathered.has("venue.name")
        || !gathered.has("title")
        || !gathered.hasDay()
        || Words.of(text).size() > 10
        || text.endsWith(":")) {
      return false;
    }
    String[] parts = text.split(", ");
    boolean isList =
        parts.length >= 3
            && Arrays.stream(parts)
                .allMatch(part ->
                    !part.isBlank()
                        && Words.of(part).size() <= 4
                        && Character.isUpperCase(part.codePointAt(0)))
            && People.in(text) == null;
    return isList
        || PLACES.contains(Words.first(text))
            && Words.of(text).size() >= 2
            && Words.of(text).size() <= 6
            && Character.isUpperCase(text.codePointAt(0));
  }

  /** "Doors open at 18:30", in the middle of a sentence. */
  private boolean doorsIn(String text, Line line) {
    List<Span> spans = text.length() > 400 ? List.of() : ClockTimes.all(text);
    for (Span span : spans) {
      String before = Words.key(text.substring(Math.max(0, span.start() - 25), span.start()));
      if (before.endsWith("doors open at")
          || before.endsWith("doors at")
          || before.endsWith("doors open")
          || before.endsWith("einlass ab")
          || before.endsWith("einlass ist um")
          || before.endsWith("einlass um")
          || before.endsWith("einlass ist ab")) {
        fields.doors(span, line);
        return true;
      }
    }
    return false;
  }

  private boolean isInDescription;
  private boolean isAfterFarewell;

  /** What stands beside a date: nothing, or a sentence that is kept as well. */
  private void beside(Line line) {
    String rest = titleOf(line.text(), true);
    if (Words.of(rest).size() >= 2
        && !similar(rest, String.valueOf(gathered.nameOf("title")))
        && !gathered.isUsedFor(line.number(), "venue")) {
      gathered.describe(line.text(), line.number(), isAfterBlank);
    }
  }

  private boolean isAboveAddress(int at, String text) {
    boolean isName =
        Words.of(text).size() <= 8
            && !text.endsWith(":")
            && Character.isUpperCase(text.codePointAt(0));
    return isName
        && at + 1 < lines.size()
        && leading(lines.get(at + 1)) == null
        && Addresses.isAddress(lines.get(at + 1).text())
        && Words.of(lines.get(at + 1).text()).size() <= 12;
  }

  private boolean dates(String text, Line line) {
    if (FieldReader.isDeadline(text)) {
      return false;
    }
    List<Dates.Found> dates = Dates.in(text, gathered.today());
    String key = Words.key(text);
    boolean isOther =
        (hasAgenda || gathered.hasDay())
            && (key.contains("next meetup")
                || key.contains("nachste meetup")
                || key.contains("last ")
                || key.contains("since ")
                || key.contains("nachstes ")
                || key.contains("nachster ")
                || key.contains("save the date") && gathered.hasDay()
                || key.contains("next event")
                || key.contains("cfp")
                || key.contains("call for"));
    boolean isProse = Words.isProse(text);
    if (dates.isEmpty()
        && !isProse
        && Words.of(text).size() <= 10
        && !ClockTimes.all(text).isEmpty()
        && ClockTimes.all(text).getFirst().to() != null
        && !gathered.hasClocks()
        && !hasAgenda) {
      return fields.when(text, line, 1, true);
    }
    if (dates.isEmpty() || isOther) {
      return false;
    }
    return fields.when(text, line, isProse ? 2 : 1, !isProse);
  }

  private boolean isTitle(Line line, boolean hasFacts) {
    String text = line.text();
    int words = Words.of(text).size();
    return words > 0
        && words <= 20
        && !isGreeting(text)
        && !text.endsWith(":")
        && !text.contains("@") | text.contains(" @ ")
        && Addresses.links(line).isEmpty()
        && !(hasFacts && !line.isHeading())
        && (texts == 1 || !Kinds.isPlain(text));
  }

  private List<String> others = List.of();

  /** Without the date, which is somewhere else; what stands behind the date are the others. */
  private String titleOf(String text, boolean hasDates) {
    others = List.of();
    List<Dates.Found> dates = hasDates ? Dates.in(text, gathered.today()) : List.of();
    if (dates.isEmpty()) {
      return Words.unquoted(Words.trimmed(text));
    }
    List<String> before = parts(text.substring(0, dates.getFirst().start()));
    List<String> after = parts(text.substring(dates.getLast().end()));
    String title =
        before.isEmpty()
            ? after.isEmpty() ? "" : after.getFirst()
            : brackets(Words.trimmed(withoutTimes(text.substring(0, dates.getFirst().start()))));
    others = before.isEmpty() && !after.isEmpty() ? after.subList(1, after.size()) : after;
    title = FieldReader.withoutCalendar(title);
    return Words.of(title).size() == 1 && title.length() < 4
        ? ""
        : Words.unquoted(Words.trimmed(title));
  }

  private static List<String> parts(String text) {
    var parts = new ArrayList<String>();
    for (String part : text.split("[|,·]")) {
      String bare = FieldReader.withoutCalendar(Words.trimmed(withoutTimes(part)));
      if (!Words.key(bare).isEmpty()
          && !bare.startsWith("at ")
          && !bare.startsWith("bei ")
          && !bare.startsWith("@")
          && !Addresses.isAddress(bare)) {
        parts.add(bare);
      }
    }
    return parts;
  }

  private static String withoutTimes(String text) {
    String rest = text;
    for (Span span : ClockTimes.all(text).reversed()) {
      rest = rest.substring(0, span.start()) + rest.substring(span.end());
    }
    return rest;
  }

  private static String brackets(String text) {
    return text.endsWith("(") || text.endsWith("[")
        ? Words.trimmed(text.substring(0, text.length() - 1))
        : text;
  }

  private static boolean isGreeting(String text) {
    String first = Words.first(text);
    return GREETINGS.contains(first)
        && Words.of(text).size() <= 12
        && !text.contains("Meetup:")
        && !first.isEmpty()
        && (text.endsWith(",") || text.endsWith("!") || Words.of(text).size() <= 6);
  }

  private static boolean isFarewell(String text) {
    String key = Words.key(text.length() > 80 ? "" : text);
    if (key.startsWith("with best")
        || key.startsWith("with kind")
        || key.startsWith("mit freundlichen")
        || key.startsWith("mit besten")
        || key.startsWith("best wishes")) {
      return true;
    }
    return FAREWELLS.contains(Words.first(text))
        && Words.of(text).size() <= 5
        && (text.endsWith(",") || text.endsWith("!") || Words.of(text).size() <= 3)
        && !text.contains(":");
  }

  private void titleFromHost() {
    if (gathered.has("title")) {
      return;
    }
    for (Line line : lines) {
      for (String host : Phrases.hosts(line.text())) {
        boolean isGroup =
            Words.hasAny(
                host,
                Set.of(
                    "meetup",
                    "group",
                    "gruppe",
                    "stammtisch",
                    "club",
                    "community",
                    "dojo",
                    "users",
                    "usergroup",
                    "meetups",
                    "collective",
                    "circle",
                    "guild",
                    "chapter",
                    "verein"));
        boolean isName =
            Words.of(host).size() >= 2
                && (isGroup || Words.key(line.text()).startsWith(Words.key(host)));
        if (isName) {
          gathered.name("title", host, line.number());
          gathered.doubt("title", line.number(), Reason.TITLE_FROM_NAME, host);
          return;
        }
      }
    }
    for (Line line : lines) {
      String name = meetupName(line.text());
      if (name != null) {
        gathered.name("title", name, line.number());
        gathered.doubt("title", line.number(), Reason.TITLE_FROM_NAME, name);
        return;
      }
    }
  }

  /** "the Example Meetup" in a sentence. */
  private static @Nullable String meetupName(String text) {
    String[] tokens = text.split(" ");
    for (int i = 0; i < tokens.length && i < 200; i++) {
      int dash = tokens[i].lastIndexOf('-');
      boolean isCompound = dash > 0 && Character.isUpperCase(tokens[i].codePointAt(0));
      String word = Words.key(isCompound ? tokens[i].substring(dash) : tokens[i]);
      if (!Set.of(
              "meetup",
              "stammtisch",
              "meetups",
              "conference",
              "night",
              "summit",
              "camp",
              "treffen",
              "barcamp",
              "hackathon",
              "day",
              "evening",
              "group",
              "gruppe",
              "forum",
              "club",
              "usergroup")
          .contains(word)) {
        continue;
      }
      int from = i;
      while (from > 0
          && !tokens[from - 1].isEmpty()
          && !tokens[from - 1].endsWith(",")
          && !tokens[from - 1].endsWith(".")
          && !tokens[from - 1].endsWith("!")
          && (Character.isUpperCase(tokens[from - 1].codePointAt(0))
              || tokens[from - 1].startsWith("#")
              || tokens[from - 1].equals("&"))
          && !Set.of("the", "der", "das", "our", "dear", "hi", "hello", "unser")
              .contains(Words.key(tokens[from - 1]))) {
        from--;
      }
      boolean isGroup =
          Set.of("group", "gruppe", "forum", "club", "usergroup", "verein", "netzwerk", "community")
              .contains(word);
      if (isCompound || from < i && (!isGroup || i - from >= 2)) {
        String name = String.join(" ", List.of(tokens).subList(from, i + 1));
        boolean isGoingOn =
            i + 1 < tokens.length
                && !tokens[i + 1].isEmpty()
                && Character.isLetter(tokens[i].charAt(tokens[i].length() - 1))
                && (tokens[i + 1].startsWith("#")
                    || Character.isUpperCase(tokens[i + 1].codePointAt(0)));
        String number = isGoingOn ? " " + tokens[i + 1] : "";
        return withoutEnd(name + number);
      }
    }
    return null;
  }

  private static String withoutEnd(String text) {
    int end = text.length();
    while (end > 0
        && (".,!?:;".indexOf(text.charAt(end - 1)) >= 0
            || text.charAt(end - 1) == ')' && text.indexOf('(') < 0)) {
      end--;
    }
    return text.substring(0, end);
  }

  private void placeFromProse() {
    if (gathered.has("venue.name")) {
      return;
    }
    for (Line line : lines) {
      boolean isProse =
          Words.of(line.text()).size() >= 5
              && leading(line) == null
              && gathered.isUsed(line.number())
              && Label.in(line) == null;
      String place = isProse && isDescribed(line) ? Phrases.place(line.text()) : null;
      if (place != null) {
        gathered.name("venue.name", place, line.number());
        gathered.doubt("venue.name", line.number(), Reason.PLACE_FROM_PROSE, place);
        int street = gathered.has("venue.address") ? -1 : Addresses.start(line.text());
        if (street > 0) {
          String rest = line.text().substring(street);
          int end = sentenceEnd(rest);
          String address = Words.trimmed(withoutEnd(end > 0 ? rest.substring(0, end) : rest));
          if (address.length() <= 80) {
            gathered.name("venue.address", address, line.number());
            gathered.doubt("venue.address", line.number(), Reason.PLACE_FROM_PROSE, address);
          }
        }
        return;
      }
    }
  }

  /** Where a sentence ends and another begins; an abbreviation such as "Str. 80" is none. */
  private static int sentenceEnd(String text) {
    for (int at = text.indexOf(". "); at > 0; at = text.indexOf(". ", at + 1)) {
      if (at + 2 < text.length() && Character.isUpperCase(text.charAt(at + 2))) {
        return at;
      }
    }
    return -1;
  }

  private boolean isDescribed(Line line) {
    return gathered.isInDescription(line.number());
  }
}
