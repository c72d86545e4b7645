package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.Markup;
import org.doorsopen.schedule.imports.domain.text.words.Tone;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;

/**
 * Reads an announcement line by line, knowing which section and which talk it is in. A line that it
 * cannot place is left over, never dropped.
 */
public final class TextReader {

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

  private final Gathered gathered;
  private final FieldReader fields;
  private final OneLine oneLine;
  private final Position here;
  private final TimedLines times;
  private final TableRows rows;
  private final LabelledLines labels;
  private final Talks talks;
  private final TalkTexts talkTexts;
  private final Biographies biographies;
  private final OtherLines others;
  private final Prose prose;

  private TextReader(Gathered gathered) {
    this.gathered = gathered;
    this.fields = new FieldReader(gathered);
    this.oneLine = new OneLine(gathered, fields);
    this.here = new Position();
    this.talks = new Talks(gathered, here);
    this.biographies = new Biographies(gathered, here, talks);
    this.talkTexts = new TalkTexts(gathered, fields, here, talks, biographies);
    this.times = new TimedLines(gathered, fields, here, talks);
    this.rows = new TableRows(gathered, fields, here, times);
    this.labels = new LabelledLines(gathered, fields, here, times, talks, biographies);
    this.others = new OtherLines(gathered, fields, here, talks, biographies);
    this.prose = new Prose(gathered, here);
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
    here.lines = underlined(given);
    here.timed = new ArrayList<>();
    for (int i = 0; i < here.lines.size(); i++) {
      if (TimedLines.leading(here.lines.get(i)) != null) {
        here.timed.add(i);
      }
    }
    for (int i = 0; i < here.lines.size(); i++) {
      Line line = here.lines.get(i);
      if (line.isBlank()) {
        here.isAfterBlank = true;
        continue;
      }
      if (line.isRule()) {
        rule(i);
        continue;
      }
      if (line.isHeading()) {
        here.isOwnSection = false;
      }
      boolean isHeading = read(i, line);
      here.isAfterHeading = isHeading;
      here.isAfterBlank = false;
      here.isAfterRule = false;
    }
    if (times.waiting != null) {
      gathered.clocks(
          times.waiting.from(), times.waiting.to(), times.waiting.open(), times.waitingLine, 1);
    }
    oneLine.settle();
    prose.agendaFromProse();
    prose.titleFromHost();
    prose.placeFromProse();
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
    boolean isTable = at > 0 && !here.lines.get(at - 1).cells().isEmpty();
    if (!isTable) {
      here.current = null;
      here.isInBio = false;
      here.isInAbstract = false;
      here.isAfterRule = true;
      if (here.section != Label.AGENDA || here.timed.stream().noneMatch(index -> index > at)) {
        here.section =
            here.section == Label.DETAILS || here.section == Label.SPEAKERS ? here.section : null;
      }
    }
    here.isAfterBlank = true;
  }

  /** Reads one line, and says whether it was a heading. */
  private boolean read(int at, Line line) {
    if (rows.isColumns(line)) {
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), line.text());
      here.section = Label.AGENDA;
      here.hasAgenda = true;
      return false;
    }
    if (line.cells().isEmpty()) {
      rows.columns = new HashMap<>();
    }
    Span span = TimedLines.leading(line);
    if (span != null && !times.isWrapped(at, line, span)) {
      if (!line.cells().isEmpty()) {
        rows.row(line, span);
        return false;
      }
      return times.timed(at, line, span);
    }
    if (isMailHeader(at, line) || isFurniture(line.text())) {
      gathered.reject(line.number());
      return false;
    }
    if (rows.columns.isEmpty() && oneLine.read(line)) {
      here.texts++;
      here.leaveTalk(Label.WHEN);
      here.section = null;
      return false;
    }
    if (afterwards(at, line)) {
      return false;
    }
    Label.Found label = Label.in(line);
    if (label != null && !isPartOfProse(label, line)) {
      return labels.labelled(at, line, label);
    }
    if (isIntroduction(at, line)) {
      return true;
    }
    if (times.waiting != null && times.isTitleOfWaiting(at, line)) {
      Span held = times.waiting;
      times.waiting = null;
      times.item(line, held, line.text(), times.waitingLine);
      return false;
    }
    if (times.isTrailing(line)) {
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
    boolean isLast = here.hasAgenda || gathered.hasAgenda();
    if (!isLast || !opening.lookingAt() || here.timed.stream().anyMatch(index -> index >= at)) {
      return false;
    }
    String rest = line.text().substring(opening.end());
    String title = Trimming.withoutEnd(Trimming.withoutThanks(rest));
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
    here.leaveTalk(Label.AGENDA);
    here.section = null;
    return true;
  }

  /** "So here is the plan:", above the times; "Our speakers this time:", above their talks. */
  private boolean isIntroduction(int at, Line line) {
    String text = line.text();
    if (!text.endsWith(":")
        || Words.of(text).size() > 6
        || here.isInAbstract && !here.isAfterBlank
        || times.waiting != null) {
      return false;
    }
    int next = at + 1;
    while (next < here.lines.size() && here.lines.get(next).isBlank()) {
      next++;
    }
    boolean isAgenda = next < here.lines.size() && TimedLines.leading(here.lines.get(next)) != null;
    Line below = next < here.lines.size() ? here.lines.get(next) : line;
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
    here.section = isAgenda ? Label.AGENDA : Label.DETAILS;
    here.current = null;
    here.isInAbstract = false;
    here.isInBio = false;
    labels.heading(line, "agenda");
    return true;
  }

  /** Above the text of a mail: who sent it when says nothing of the meetup. */
  private boolean isMailHeader(int at, Line line) {
    if (at > 12
        || !MAIL_HEADERS.contains(
            Words.key(line.text().substring(0, Math.max(0, line.text().indexOf(':')))))) {
      return false;
    }
    List<Line> head = here.lines.subList(0, Math.min(here.lines.size(), 13));
    return head.stream()
            .anyMatch(other -> other.text().startsWith("From:") || other.text().startsWith("Von:"))
        && head.stream()
            .anyMatch(other ->
                other.text().startsWith("Subject:") || other.text().startsWith("Betreff:"));
  }

  private boolean isPartOfProse(Label.Found label, Line line) {
    boolean isDeep =
        here.current != null && (here.isInAbstract || here.isInBio) && !here.isAfterBlank;
    return isDeep
        && !line.isHeading()
        && (label.label() == Label.ABOUT
            || label.label() == Label.TITLE
            || label.label() == Label.TALK)
        && !line.isBullet();
  }

  private boolean text(int at, Line line) {
    here.texts++;
    if (here.isWaitingForTitle) {
      here.isWaitingForTitle = false;
      Item named = here.current;
      ItemText read = ItemText.of(line.text());
      Item item = named == null ? talks.matching(read, line, "") : named;
      if (item == null) {
        item = gathered.add(read.title(), AgendaItemKind.TALK, line);
      }
      if (item != null) {
        item.title =
            item.title.isBlank() || ItemText.isPlaceholder(item.title) ? read.title() : item.title;
        here.current = item;
        gathered.use(line.number(), item, "title");
        talks.told(item, read, line);
      }
      return false;
    }
    if (talks.isTalkHeader(at, line)) {
      return line.isHeading();
    }
    Label inside = here.section;
    if (inside == Label.SPEAKERS && biographies.speakerLine(line)) {
      return false;
    }
    if (here.isInBio && here.bioOf != null && !startsNew(line)) {
      biographies.bio(here.bioOf, line);
      return false;
    }
    if (here.current != null && talkTexts.inTalk(at, line, here.current)) {
      return false;
    }
    if (inside != null && others.inSection(line, inside)) {
      return false;
    }
    return others.neutral(at, line);
  }

  private boolean startsNew(Line line) {
    return line.isHeading() || here.isAfterBlank && Tone.isClosing(line.text());
  }
}
