package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a line that says several things with bars or dots between them: "Testing Talks @ Example HQ
 * | Thu 3 December | doors 6pm, talks 6.30pm, pub 9pm".
 */
final class OneLine {

  private static final Set<String> TALKS =
      Set.of("talks", "talks start", "talks at", "talks from", "vortrage", "vortrage ab");

  private final Gathered gathered;
  private final FieldReader fields;
  private @Nullable Span talks;
  private int talksLine;
  private final List<Item> later = new ArrayList<>();

  OneLine(Gathered gathered, FieldReader fields) {
    this.gathered = gathered;
    this.fields = fields;
  }

  /** Reads the line, or leaves it alone if its parts are no such things. */
  boolean read(Line line) {
    List<String> parts = parts(line);
    boolean isMine =
        parts.size() >= 2
            && line.text().length() <= 400
            && parts.stream().anyMatch(part -> isTimes(part) || isGiven(part));
    if (!isMine) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      part(parts.get(i), i == 0, line);
    }
    return true;
  }

  private static List<String> parts(Line line) {
    List<String> parts = line.cells().isEmpty() ? List.of(line.text().split(" · ")) : line.cells();
    return parts.stream().map(Words::trimmed).filter(part -> !part.isEmpty()).toList();
  }

  /** "doors 6pm, talks 6.30pm": before each time stands what begins then. */
  private static boolean isTimes(String text) {
    return Arrays.stream(text.split(", "))
        .allMatch(part -> {
          Span span = timeAtEnd(part);
          return span != null && isKnown(wordsBefore(part, span));
        });
  }

  private static boolean isKnown(String words) {
    return Vocabulary.STARTS.contains(words)
        || Vocabulary.ENDS.contains(words)
        || TALKS.contains(words)
        || !words.isEmpty()
            && Words.of(words).size() <= 3
            && Kinds.of(words, false) != null
            && Kinds.of(words, false) != AgendaItemKind.TALK;
  }

  private static @Nullable Span timeAtEnd(String text) {
    List<Span> spans = ClockTimes.all(text);
    return spans.size() == 1 && Words.trimmed(text.substring(spans.getFirst().end())).isEmpty()
        ? spans.getFirst()
        : null;
  }

  private static String wordsBefore(String text, Span span) {
    String words = Words.key(text.substring(0, span.start()));
    return words.endsWith(" at") || words.endsWith(" ab") || words.endsWith(" um")
        ? words.substring(0, words.length() - 3)
        : words;
  }

  /** "hosted by Example", "pizza by Example". */
  private static boolean isGiven(String text) {
    return Words.of(text).size() <= 8
        && Dates.in(text, LocalDate.EPOCH).isEmpty()
        && ClockTimes.all(text).isEmpty()
        && (!Phrases.gifts(text).isEmpty() || !Phrases.hosts(text).isEmpty());
  }

  private void part(String text, boolean isFirst, Line line) {
    if (isTimes(text)) {
      Arrays.stream(text.split(", ")).forEach(part -> time(part, line));
    } else if (!Dates.in(text, gathered.today()).isEmpty()) {
      fields.when(text, line, 1, true);
    } else if (isFirst && !gathered.has("title") && title(text, line)) {
      gathered.doubt("title", line.number(), Reason.TITLE_FROM_FIRST_LINE, "");
    } else if (Addresses.isAddress(text) && !gathered.has("venue.address")) {
      fields.venue(Label.VENUE, text, line);
    } else if (!fields.facts(text, line)) {
      gathered.describe(text, line.number(), false);
    }
  }

  private void time(String text, Line line) {
    Span span = timeAtEnd(text);
    if (span == null) {
      return;
    }
    String words = wordsBefore(text, span);
    gathered.absorb(line.number(), words);
    if (Vocabulary.ENDS.contains(words)) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 1);
    } else if (Vocabulary.STARTS.contains(words)) {
      gathered.clocks(span.from(), span.to(), span.open(), line.number(), 1);
    } else if (TALKS.contains(words)) {
      gathered.clocks(span.from(), null, span.open(), line.number(), 1);
      talks = span;
      talksLine = line.number();
    } else if (Kinds.of(words, false) == AgendaItemKind.DOORS) {
      fields.doors(span, line);
    } else {
      Item item =
          gathered.add(
              Words.trimmed(text.substring(0, span.start())), Kinds.of(words, false), line);
      if (item != null) {
        item.from = span.from();
        item.to = span.to();
        item.open = span.open();
        later.add(item);
      }
    }
  }

  /** The part before the place, or what is in quotes in it. */
  private boolean title(String text, Line line) {
    int at = text.lastIndexOf(" @ ");
    String title = at > 0 ? text.substring(0, at) : text;
    Words.Quote quote = Words.Quote.in(title);
    String named = quote == null ? Words.trimmed(title) : quote.text();
    if (named.isEmpty() || Words.of(named).size() > 20) {
      return false;
    }
    gathered.name("title", named, line.number());
    if (at > 0) {
      fields.venue(Label.VENUE, text.substring(at + 3), line);
    }
    return true;
  }

  /** Once all lines are read: the first talk begins with the talks, and the pub comes last. */
  void settle() {
    Span start = talks;
    Item first =
        gathered.items.stream()
            .filter(item -> item.kind == AgendaItemKind.TALK || item.kind == null)
            .findFirst()
            .orElse(null);
    if (start != null && first != null && first.from == null) {
      first.from = start.from();
      first.open = start.open();
      gathered.use(talksLine, first, "startsAt");
      gathered.doubt(
          first, "startsAt", talksLine, Reason.TIME_FROM_AGENDA, start.from().toString());
    }
    List<Item> last =
        later.stream()
            .filter(item -> start == null || item.from == null || !item.from.isBefore(start.from()))
            .toList();
    gathered.items.removeAll(last);
    gathered.items.addAll(last);
  }
}
