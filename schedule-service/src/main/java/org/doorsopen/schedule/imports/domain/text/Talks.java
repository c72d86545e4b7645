package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Seats;
import org.doorsopen.schedule.imports.domain.text.words.Tone;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/** Finds the talk that a line is about, among those that are known, or makes it. */
final class Talks {

  private final Gathered gathered;
  private final Position here;

  /** Talks by what the text counts them with, such as "talk 2". */
  final Map<String, Item> byNumber = new HashMap<>();

  private final Map<String, List<String>> wordsOfTitles = new HashMap<>();

  Talks(Gathered gathered, Position here) {
    this.gathered = gathered;
    this.here = here;
  }

  boolean similar(String one, String other) {
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

  @Nullable Item talk() {
    boolean isAway = here.section == Label.AGENDA && here.isAfterBlank;
    if (here.current != null && !isGathering(here.current) && !isAway) {
      return here.current;
    }
    List<Item> talks =
        gathered.items.stream()
            .filter(item -> item.kind == AgendaItemKind.TALK || item.kind == null)
            .toList();
    return talks.size() == 1 && (here.section != Label.DETAILS || here.current != null)
        ? talks.getFirst()
        : null;
  }

  static boolean isGathering(Item item) {
    return item.kind == AgendaItemKind.BREAK
        || item.kind == AgendaItemKind.SOCIAL
        || item.kind == AgendaItemKind.DOORS;
  }

  @Nullable Item byPeople(List<Speaker> people) {
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
  void talkLine(Line line, String value, String words) {
    here.isInBio = false;
    here.isInAbstract = false;
    if (value.isEmpty()) {
      Item placeholder = placeholder(words);
      here.section = Label.DETAILS;
      here.current = placeholder;
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), words);
      here.isWaitingForTitle = true;
      return;
    }
    Span span = Trimming.timeOf(value);
    span = span == null ? Trimming.timeOf(words) : span;
    ItemText read = ItemText.of(Trimming.withoutBrackets(value));
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
    here.section = Label.DETAILS;
    here.current = item;
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

  private @Nullable Item placeholder(String words) {
    String key = Words.key(words);
    return gathered.items.stream()
        .filter(item -> Words.key(item.title).equals(key))
        .findFirst()
        .orElse(null);
  }

  @Nullable Item matching(ItemText read, Line line, String words) {
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

  /** A title of a talk that is in the agenda already, or that a section of talks introduces. */
  boolean isTalkHeader(int at, Line line) {
    String text = line.text();
    int words = Words.of(text).size();
    if (words > 40 || words == 0) {
      return false;
    }
    boolean isLoose = !here.isInAbstract || here.isAfterBlank || line.isHeading();
    if (here.hasAgenda
        && isLoose
        && (here.isAfterBlank
            || here.isAfterHeading
            || line.isHeading()
            || line.isBullet()
            || here.current == null)) {
      ItemText read = ItemText.of(text);
      for (Item item : gathered.items) {
        boolean isSame =
            item != here.current
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
    if (here.section != Label.DETAILS
        && !(here.hasAgenda && line.isHeading() && here.current == null)) {
      return here.hasAgenda && line.isHeading() && isPersonHeading(line);
    }
    boolean isHeaderLike =
        line.isHeading()
            || Words.Quote.in(text) != null
                && Words.Quote.in(text).start() < 3
                && !Words.isProse(text)
            || (here.isAfterBlank || here.isAfterHeading)
                && !Words.isProse(text)
                && words <= 24
                && (here.current == null
                    || !here.isInAbstract
                    || !ItemText.of(text).speakers().isEmpty())
            || line.isBullet() && here.current == null && words <= 24
            || isQuotedBullet(line);
    if (!isHeaderLike || here.section != Label.DETAILS && !isPersonHeading(line)) {
      return isPersonHeading(line) && line.isHeading();
    }
    if (here.current != null
        && !here.isInAbstract
        && !here.isAfterBlank
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
      if (here.current != null && here.current.speakers.isEmpty()) {
        return false;
      }
    }
    List<Speaker> people = People.in(text);
    if (people != null
        && here.current != null
        && here.current.speakers.isEmpty()
        && !line.isHeading()) {
      return false;
    }
    boolean isSeats = Seats.in(text) != null && read.speakers().isEmpty();
    if ((Tone.isClosing(text) || isSeats) && !line.isHeading() && Words.Quote.in(text) == null
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
            || !here.hasAgenda
            || here.hasTextBelow(at) && isFollowedByAbstract(at))) {
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
    for (int i = at + 1; i < here.lines.size() && i <= at + 3; i++) {
      Line line = here.lines.get(i);
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
    if (item == null || people == null || !line.isHeading() && here.section != Label.DETAILS) {
      return false;
    }
    enter(item, line, new ItemText("", null, people, null, List.of()));
    return true;
  }

  private void enter(Item item, Line line, ItemText read) {
    here.current = item;
    here.section = Label.DETAILS;
    here.isInAbstract = false;
    here.isInBio = false;
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
  void told(Item item, ItemText read, Line line) {
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
            : Trimming.remove(text, item.title);
    List<Speaker> people = People.in(Words.trimmed(rest), true);
    if (people != null && People.looksLikeName(people.getFirst().name())
        || people != null && Gathered.indexOf(item.speakers, people.getFirst().name()) >= 0) {
      gathered.speakers(item, people, line.number());
    }
  }

  /** A talk in a list without a heading: a title in quotes, and people. */
  boolean talkInList(Line line) {
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
      here.section = Label.DETAILS;
      here.current = item;
    }
    return item != null;
  }
}
