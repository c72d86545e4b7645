package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/** Reads lines that begin or end with a time of day: items of the agenda, and when it is. */
final class TimedLines {

  private final Gathered gathered;
  private final FieldReader fields;
  private final Position here;
  private final Talks talks;
  private final Map<Integer, Integer> continued = new HashMap<>();

  /** A time alone on its line, whose title is on the next one. */
  @Nullable Span waiting;

  int waitingLine;
  private long timesAlone = -1;
  private int lineOfItem;

  TimedLines(Gathered gathered, FieldReader fields, Position here, Talks talks) {
    this.gathered = gathered;
    this.fields = fields;
    this.here = here;
    this.talks = talks;
  }

  static @Nullable Span leading(Line line) {
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
  boolean isWrapped(int at, Line line, Span span) {
    if (at == 0 || line.isHeading() || line.isBullet() || !line.cells().isEmpty()) {
      return false;
    }
    String rest = line.text().substring(Math.min(line.text().length(), span.end())).strip();
    boolean isLower = !rest.isEmpty() && Character.isLowerCase(rest.codePointAt(0));
    Line above = here.lines.get(at - 1);
    boolean isBelowProse =
        !above.isBlank()
            && leading(above) == null
            && Words.of(above.text()).size() >= 7
            && !above.text().endsWith(".")
            && !above.text().endsWith(":")
            && !above.text().endsWith("!");
    boolean isSentence =
        here.section != Label.AGENDA
            && Words.isProse(rest)
            && isLower
            && Words.of(rest).size() >= 6;
    return isSentence
        || isLower && isBelowProse
        || isLower && (here.isInAbstract || here.isInBio)
        || isBelowProse && here.isInAbstract && Words.isProse(rest);
  }

  boolean timed(int at, Line line, Span span) {
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
    if (Trimming.isOnlyEnd(words)) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
      gathered.absorb(line.number(), line.text());
      here.current = null;
      here.hasAgenda = true;
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
    return here.section == Label.AGENDA || here.hasAgenda;
  }

  private boolean time(int at, Line line, Span span, boolean hasDate) {
    boolean isWhen = here.section == Label.WHEN || hasDate;
    if (!isWhen) {
      int next = at + 1;
      while (next < here.lines.size() && here.lines.get(next).isBlank()) {
        next++;
      }
      boolean isTitled =
          next < here.lines.size()
              && leading(here.lines.get(next)) == null
              && Label.in(here.lines.get(next)) == null
              && !here.lines.get(next).isRule();
      if (timesAlone < 0) {
        timesAlone = here.timed.stream().filter(index -> isAlone(here.lines.get(index))).count();
      }
      long alone = timesAlone;
      boolean isAgenda =
          here.section == Label.AGENDA
              || alone >= 2 && (gathered.hasDay() ? alone >= 3 || isInAgenda() : true);
      boolean isAfterDate =
          gathered.hasDay()
              && !gathered.hasClocks()
              && !isInAgenda()
              && span.to() != null
              && here.section != Label.AGENDA;
      if (isTitled && isAgenda && !isAfterDate) {
        waiting = span;
        waitingLine = line.number();
        here.section = here.section == null ? Label.AGENDA : here.section;
        return false;
      }
    }
    fields.when(line.text(), line, here.section == Label.WHEN ? 0 : 1, true);
    return false;
  }

  private static boolean isAlone(Line line) {
    Span span = leading(line);
    return span != null
        && line.cells().isEmpty()
        && Words.trimmed(line.text().substring(Math.min(line.text().length(), span.end())))
            .isEmpty();
  }

  boolean isTitleOfWaiting(int at, Line line) {
    return at > 0 && !line.isRule();
  }

  /** "18:30 Doors, 19:00 Talk, 21:00 End" in one line. */
  static List<Integer> cuts(String rest) {
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

  void several(Line line, Span first, String rest, List<Integer> cuts) {
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
      if (Trimming.isOnlyEnd(words)) {
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
    for (int next = at + 1; next < here.lines.size() && next <= at + 3; next++) {
      Line line = here.lines.get(next);
      boolean isOpen =
          Trimming.count(all, '(') > Trimming.count(all, ')')
              || Trimming.count(all, '"') % 2 == 1
              || Trimming.count(all, '„') + Trimming.count(all, '“') > 0
                  && (Trimming.count(all, '„')
                              + Trimming.count(all, '“')
                              + Trimming.count(all, '”'))
                          % 2
                      == 1;
      boolean isGoingOn =
          !line.isBlank()
              && !line.isBullet()
              && !line.isHeading()
              && line.indent() > 0
              && !line.text().isEmpty()
              && Character.isLowerCase(line.text().codePointAt(0))
              && !Words.isProse(line.text())
              && !Trimming.startsWithBy(line.text());
      if (line.isBlank()
          || line.isRule()
          || leading(line) != null
          || line.text().length() > 200
          || !(isOpen || isGoingOn)) {
        break;
      }
      all = all + " " + line.text();
      here.lines.set(next, line.withText(""));
      continued.put(line.number(), here.lines.get(at).number());
    }
    return all;
  }

  @Nullable Item item(Line line, Span given, String text, int timeLine) {
    Span until = given.to() == null ? Trimming.until(text) : null;
    Span span =
        until == null
            ? given
            : new Span(given.from(), until.from(), given.open(), given.start(), given.end());
    String rest =
        until == null
            ? text
            : Words.trimmed(Trimming.withoutUntil(text.substring(0, until.start())));
    if (until != null) {
      gathered.absorb(line.number(), text.substring(rest.length()));
    }
    List<Phrases.Gift> gifts = Phrases.gifts(rest);
    String words = gifts.isEmpty() ? rest : Trimming.withoutThanks(rest);
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
    here.hasAgenda = true;
    fields.zone(line.text().substring(0, Math.min(span.end(), line.text().length())), line);
    if (here.section != Label.DETAILS) {
      here.section = Label.AGENDA;
    }
    here.isInAbstract = false;
    here.isInBio = false;
    Item item = same == null ? gathered.add(read.title(), read.kind(), line) : same;
    if (item == null) {
      here.current = null;
      return null;
    }
    here.current = item;
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
    talks.told(item, read, line);
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

  private static boolean isGatheringKind(AgendaItemKind kind) {
    return kind != AgendaItemKind.TALK;
  }

  /** The item that an earlier line has named: an overview comes before details. */
  private @Nullable Item sameItem(Span span, ItemText read) {
    Item numbered =
        ItemText.isPlaceholder(read.title()) ? talks.byNumber.get(Words.key(read.title())) : null;
    if (numbered != null && numbered.from == null) {
      return numbered;
    }
    List<Speaker> named =
        read.speakers().isEmpty() && read.title().length() <= 60 ? People.in(read.title()) : null;
    Item byName = named == null ? null : talks.byPeople(named);
    if (byName != null && byName.from == null) {
      return byName;
    }
    for (Item item : gathered.items) {
      boolean isSameTime = span.from().equals(item.from) || item.from == null;
      boolean isSameTitle = talks.similar(item.title, read.title());
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

  boolean isTrailing(Line line) {
    String text = line.text();
    if (!line.cells().isEmpty()
        || Words.of(text).size() > 24
        || here.isInAbstract
        || here.isInBio) {
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
    String bare = Trimming.withoutAt(before);
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
    if (Trimming.isOnlyEnd(bare)) {
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
                || here.section == Label.AGENDA && !bare.isEmpty());
    isItem |=
        isEnd && here.section == Label.AGENDA && (isBracket || line.isBullet()) && !bare.isEmpty();
    if (!isItem) {
      return false;
    }
    String title =
        bare.endsWith("(") || bare.endsWith("[") ? bare.substring(0, bare.length() - 1) : bare;
    item(line, span, title, line.number());
    return true;
  }
}
