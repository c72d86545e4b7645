package org.doorsopen.schedule.imports.domain.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;

/** Reads rows of a table, below a head that says what each column holds. */
final class TableRows {

  private final Gathered gathered;
  private final FieldReader fields;
  private final Position here;
  private final TimedLines times;
  Map<Integer, String> columns = new HashMap<>();
  private int width;

  TableRows(Gathered gathered, FieldReader fields, Position here, TimedLines times) {
    this.gathered = gathered;
    this.fields = fields;
    this.here = here;
    this.times = times;
  }

  boolean isColumns(Line line) {
    if (line.cells().size() < 2 || TimedLines.leading(line) != null) {
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

  void row(Line given, Span span) {
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
    if (Trimming.isOnlyEnd(Words.trimmed(title))) {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
      gathered.absorb(line.number(), line.text());
      return;
    }
    String minutes = named.getOrDefault("duration", "");
    String shown =
        minutes.isEmpty()
            ? title
            : title + " (" + (minutes.matches("[0-9]{1,3}") ? minutes + " min" : minutes) + ")";
    Item item = times.item(line, whole, shown, line.number());
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
}
