package org.doorsopen.schedule.imports.domain.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.jspecify.annotations.Nullable;

/** Takes from whole sentences what no line says by itself, once all lines are read. */
final class Prose {

  private record Sentence(String text, Span span, Line line) {}

  private final Gathered gathered;
  private final Position here;

  Prose(Gathered gathered, Position here) {
    this.gathered = gathered;
    this.here = here;
  }

  /**
   * "Doors open at 6:30pm. At 7pm Jane Doe speaks about …": only where there is no other agenda.
   */
  void agendaFromProse() {
    if (gathered.items.stream().anyMatch(item -> !doorsFromProse(item))) {
      return;
    }
    var sentences = new ArrayList<Sentence>();
    for (Line line : here.lines) {
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

  private static boolean doorsFromProse(Item item) {
    return item.kind == AgendaItemKind.DOORS && item.text.isEmpty();
  }

  private void sentence(Sentence sentence) {
    Span span = sentence.span();
    String text = sentence.text();
    String title =
        Trimming.withoutEnd(
            Words.trimmed(
                    Trimming.withoutAt(
                            Words.trimmed(withoutPreposition(text.substring(0, span.start()))))
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

  void titleFromHost() {
    if (gathered.has("title")) {
      return;
    }
    for (Line line : here.lines) {
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
    for (Line line : here.lines) {
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
        return Trimming.withoutEnd(name + number);
      }
    }
    return null;
  }

  void placeFromProse() {
    if (gathered.has("venue.name")) {
      return;
    }
    for (Line line : here.lines) {
      boolean isProse =
          Words.of(line.text()).size() >= 5
              && TimedLines.leading(line) == null
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
          String address =
              Words.trimmed(Trimming.withoutEnd(end > 0 ? rest.substring(0, end) : rest));
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
