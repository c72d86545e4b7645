package org.doorsopen.schedule.imports.domain.text;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.doorsopen.schedule.imports.domain.Doubt;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.Moment;
import org.doorsopen.schedule.imports.domain.NumberedLine;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.Markup;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * What was found so far, with the line that each thing came from. The first value that is given for
 * a field stays; another one is a doubt.
 */
public final class Gathered {

  /** An item of the agenda while it is put together. */
  public static final class Item {
    String title;
    @Nullable AgendaItemKind kind;
    @Nullable LocalTime from;
    @Nullable LocalTime to;
    boolean open;
    boolean padded;
    final int line;
    final boolean isHeading;
    final int indent;
    final List<Speaker> speakers = new ArrayList<>();
    final StringBuilder text = new StringBuilder();
    @Nullable Integer minutes;

    Item(String title, int line, boolean isHeading, int indent) {
      this.title = title;
      this.line = line;
      this.isHeading = isHeading;
      this.indent = indent;
    }
  }

  /** A field of the meetup, or of an item. */
  record Ref(@Nullable Item item, String name) {}

  private record Note(Ref ref, int line, Reason reason, String detail) {}

  private record Day(LocalDate date, List<Reason> doubts, String detail, int line, int rank) {}

  private record Clocks(LocalTime from, @Nullable LocalTime to, boolean open, int line, int rank) {}

  private final List<String> lines;
  private final LocalDate today;
  private final Map<Integer, Set<Ref>> uses = new TreeMap<>();
  private final List<Note> notes = new ArrayList<>();
  private final Set<Integer> rejected = new LinkedHashSet<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, Integer> nameLines = new LinkedHashMap<>();
  private final List<Day> days = new ArrayList<>();
  private final List<Clocks> clocks = new ArrayList<>();
  private final Map<String, Host> hosts = new LinkedHashMap<>();
  private final Map<String, Sponsor> sponsors = new LinkedHashMap<>();
  private final StringBuilder description = new StringBuilder();
  private final Map<Integer, String> absorbed = new TreeMap<>();
  private @Nullable Integer capacity;
  private @Nullable Moment rsvpClosesAt;
  private @Nullable ZoneId timeZone;
  private @Nullable LocalTime saidStart;
  private @Nullable LocalTime saidEnd;
  private boolean saidEndIsOpen;
  private int saidEndLine;
  final List<Item> items = new ArrayList<>();

  /**
   * @param lines as they are counted, the first being 1
   * @param today what the year of a date without one is counted from
   */
  public Gathered(List<String> lines, LocalDate today) {
    this.lines = List.copyOf(lines);
    this.today = today;
  }

  LocalDate today() {
    return today;
  }

  List<String> lines() {
    return lines;
  }

  /** Whether a line went into a field whose path begins so. */
  boolean isUsedFor(int line, String beginning) {
    return uses.getOrDefault(line, Set.of()).stream()
        .anyMatch(ref -> ref.item() == null && ref.name().startsWith(beginning));
  }

  void use(int line, Item item, String name) {
    uses.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(new Ref(item, name));
  }

  /** Notes that a line went into a field. */
  public void use(int line, String name) {
    uses.computeIfAbsent(line, _ -> new LinkedHashSet<>()).add(new Ref(null, name));
  }

  /** Whether there is an agenda, so that nobody has to look for one. */
  public boolean hasAgenda() {
    return !items.isEmpty();
  }

  boolean isInDescription(int line) {
    return uses.getOrDefault(line, Set.of()).stream()
        .anyMatch(ref -> ref.item() == null && ref.name().equals("description"));
  }

  void reject(int line) {
    rejected.add(line);
  }

  boolean isUsed(int line) {
    return uses.containsKey(line);
  }

  /** Notes a doubt about a field of the meetup. */
  public void doubt(String name, int line, Reason reason, String detail) {
    note(new Note(new Ref(null, name), line, reason, detail));
  }

  void doubt(Item item, String name, int line, Reason reason, String detail) {
    note(new Note(new Ref(item, name), line, reason, detail));
  }

  private void note(Note note) {
    if (!notes.contains(note)) {
      notes.add(note);
    }
  }

  /** Words that were understood without being kept, such as a phrase that names a sponsor. */
  public void absorb(int line, String text) {
    absorbed.merge(line, text, (one, other) -> one + " " + other);
  }

  /** The value of a field with one line; the first one stays. */
  public void name(String field, String value, int line) {
    String text = value.strip();
    if (text.isEmpty()) {
      return;
    }
    use(line, field);
    String before = names.putIfAbsent(field, text);
    if (before == null) {
      nameLines.put(field, line);
    } else if (!Words.key(before).equals(Words.key(text))) {
      doubt(field, line, Reason.SEVERAL_VALUES, text);
    }
  }

  boolean has(String field) {
    return names.containsKey(field);
  }

  @Nullable String nameOf(String field) {
    return names.get(field);
  }

  void rename(String field, String value, int line) {
    names.remove(field);
    name(field, value, line);
  }

  /** A place as programs say it in one line: its name and its address. */
  public void place(String text, int line) {
    Line all = new Line(line, text, 0, false, false, 0, List.of(), List.of(), "");
    new FieldReader(this).venue(Label.VENUE, text, all);
  }

  /** A person or a group that organizes the meetup. */
  public void host(String name, @Nullable String url, int line) {
    String text = Words.trimmed(name);
    if (!text.isEmpty() && hosts.size() < Meetup.MAX_HOSTS) {
      hosts.merge(
          Words.key(text),
          new Host(text, url),
          (one, other) -> one.url() == null ? new Host(one.name(), other.url()) : one);
      use(line, "hosts");
    }
  }

  /** A company that gives something, which is not said. */
  public void sponsor(String name, int line) {
    sponsor(name, null, null, line);
  }

  void sponsor(String name, @Nullable String contribution, @Nullable String url, int line) {
    String text = Words.trimmed(name);
    if (text.isEmpty() || sponsors.size() >= Meetup.MAX_SPONSORS) {
      return;
    }
    Sponsor sponsor = new Sponsor(text, contribution, url);
    sponsors.merge(Words.key(text), sponsor, Gathered::merged);
    use(line, "sponsors");
  }

  private static Sponsor merged(Sponsor one, Sponsor other) {
    String gift = one.contribution();
    String more = other.contribution();
    if (gift == null) {
      gift = more;
    } else if (more != null && !Words.key(gift).contains(Words.key(more))) {
      gift = Words.key(more).contains(Words.key(gift)) ? more : gift + ", " + more;
    }
    return new Sponsor(one.name(), gift, one.url() == null ? other.url() : one.url());
  }

  /** A line of the description; an empty one ends a paragraph. */
  public void describe(String text, int line) {
    describe(text, line, false);
  }

  void describe(String text, int line, boolean isNewParagraph) {
    if (!description.isEmpty()) {
      description.append(isNewParagraph ? "\n\n" : "\n");
    }
    description.append(text);
    use(line, "description");
  }

  void day(Dates.Found found, int line, int rank) {
    var doubts = new ArrayList<>(found.doubts());
    if (rank > 1) {
      doubts.add(Reason.DATE_FROM_PROSE);
    }
    days.add(
        new Day(found.date(), doubts, found.detail() == null ? "" : found.detail(), line, rank));
    use(line, "date");
  }

  /** The day of the meetup, as something else than prose says it. */
  public void day(LocalDate date, int line) {
    days.add(new Day(date, List.of(), "", line, 0));
    use(line, "date");
  }

  public boolean hasDay() {
    return !days.isEmpty();
  }

  /** When the meetup begins and ends; {@code open} where it was not said if that is after noon. */
  public void clocks(
      @Nullable LocalTime from, @Nullable LocalTime to, boolean open, int line, int rank) {
    if (from != null) {
      clocks.add(new Clocks(from, to, open, line, rank));
      use(line, "startsAt");
      if (to != null) {
        use(line, "endsAt");
      }
    } else if (to != null && saidEnd == null) {
      saidEnd = to;
      saidEndIsOpen = open;
      saidEndLine = line;
      use(line, "endsAt");
    }
  }

  public boolean hasClocks() {
    return !clocks.isEmpty();
  }

  boolean hasZone() {
    return timeZone != null;
  }

  public void zone(ZoneId zone, int line) {
    if (timeZone == null) {
      timeZone = zone;
    }
    use(line, "timeZone");
  }

  void seats(int number, boolean isAbout, int line) {
    use(line, "capacity");
    if (capacity == null) {
      capacity = number;
      if (isAbout) {
        doubt("capacity", line, Reason.ABOUT_AS_MANY, "");
      }
    } else if (capacity != number) {
      doubt("capacity", line, Reason.SEVERAL_VALUES, Integer.toString(number));
    }
  }

  /** As {@link #seats}, as a program says it. */
  public void capacity(int number, int line) {
    seats(number, false, line);
  }

  void rsvpClosesAt(LocalDate date, @Nullable LocalTime time, int line) {
    use(line, "rsvpClosesAt");
    if (rsvpClosesAt == null) {
      rsvpClosesAt = new Moment(date, time, null);
      if (time == null) {
        doubt("rsvpClosesAt", line, Reason.NO_TIME_OF_DAY, "");
      }
    }
  }

  @Nullable Item add(String title, @Nullable AgendaItemKind kind, Line line) {
    if (items.size() >= Meetup.MAX_ITEMS) {
      return null;
    }
    Item item = new Item(title, line.number(), line.isHeading(), line.indent());
    item.kind = kind;
    items.add(item);
    use(line.number(), item, "title");
    return item;
  }

  /** An item that a program gives, such as an event of a calendar within the meetup. */
  public void item(
      String title, @Nullable String text, LocalTime from, @Nullable LocalTime to, int line) {
    if (items.size() >= Meetup.MAX_ITEMS) {
      return;
    }
    ItemText read = ItemText.of(title);
    Item item = new Item(read.title().isEmpty() ? title : read.title(), line, true, 0);
    item.kind = read.kind();
    item.from = from;
    item.to = to;
    item.speakers.addAll(read.speakers());
    item.text.append(text == null ? "" : text);
    items.add(item);
    use(line, item, "title");
  }

  void text(Item item, String text, int line, boolean isNewParagraph) {
    if (!item.text.isEmpty()) {
      item.text.append(isNewParagraph ? "\n\n" : "\n");
    }
    item.text.append(text);
    use(line, item, "abstract");
  }

  void speakers(Item item, List<Speaker> people, int line) {
    for (Speaker one : people) {
      int same = indexOf(item.speakers, one.name());
      if (same < 0 && item.speakers.size() < AgendaItem.MAX_SPEAKERS) {
        item.speakers.add(one);
      } else if (same >= 0) {
        Speaker before = item.speakers.get(same);
        item.speakers.set(
            same,
            new Speaker(
                before.name().length() >= one.name().length() ? before.name() : one.name(),
                before.role() == null ? one.role() : before.role(),
                before.organization() == null ? one.organization() : before.organization()));
      }
    }
    use(line, item, "speakers");
  }

  static int indexOf(List<Speaker> speakers, String name) {
    String key = Words.key(name);
    for (int i = 0; i < speakers.size() && !key.isEmpty(); i++) {
      if (Character.toLowerCase(speakers.get(i).name().charAt(0))
          != Character.toLowerCase(name.charAt(0))) {
        continue;
      }
      String other = Words.key(speakers.get(i).name());
      if (other.equals(key) || other.startsWith(key + " ") || key.startsWith(other + " ")) {
        return i;
      }
    }
    return -1;
  }

  /** The result, once everything was read. */
  public ReadAnnouncement result() {
    settleKinds();
    settleNoon();
    Day day = day();
    boolean hasStart = settleStart();
    List<ImportedItem> agenda = agenda(day == null ? null : day.date());
    LocalDate date = day == null ? null : day.date();
    Moment end = end(date, agenda);
    lengths();
    ImportedMeetup meetup =
        new ImportedMeetup(
            names.get("title"),
            blank(description.toString().strip()),
            List.copyOf(hosts.values()),
            names.get("venue.name"),
            names.get("venue.address"),
            names.get("venue.url"),
            names.get("onlineUrl"),
            timeZone == null ? null : timeZone.getId(),
            hasStart || date != null ? new Moment(date, saidStart, timeZone) : null,
            end,
            capacity,
            rsvpClosesAt == null
                ? null
                : new Moment(rsvpClosesAt.date(), rsvpClosesAt.time(), timeZone),
            names.get("codeOfConductUrl"),
            List.copyOf(sponsors.values()),
            agenda);
    leftOut(meetup);
    return new ReadAnnouncement(
        meetup, lines, paths(), notUnderstood(), missing(meetup, date), doubts());
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  private void settleKinds() {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      if (item.kind == null) {
        item.kind = AgendaItemKind.TALK;
        if (item.speakers.isEmpty() && item.text.isEmpty()) {
          doubt(item, "kind", item.line, Reason.KIND_NOT_SAID, item.title);
        }
      }
      boolean isMiddle =
          i > 0 && isTalk(items.subList(0, i)) && isTalk(items.subList(i + 1, items.size()));
      boolean isFood =
          item.kind == AgendaItemKind.SOCIAL && Words.hasAny(item.title, Vocabulary.BREAK);
      if (isMiddle && isFood) {
        item.kind = AgendaItemKind.BREAK;
      }
      boolean isLast = !isTalk(items.subList(i + 1, items.size())) && i > 0;
      boolean isAlsoSocial =
          Words.hasAny(item.title, Vocabulary.SOCIAL)
              || Words.hasAny(
                  item.title,
                  Set.of("pizza", "food", "essen", "dinner", "snacks", "buffet", "abendessen"));
      if (item.kind == AgendaItemKind.BREAK
          && isLast
          && isTalk(items.subList(0, i))
          && isAlsoSocial
          && !Words.hasAny(item.title, Set.of("break", "pause"))) {
        item.kind = AgendaItemKind.SOCIAL;
      }
    }
  }

  private static boolean isTalk(List<Item> some) {
    return some.stream().anyMatch(item -> item.kind == AgendaItemKind.TALK || item.kind == null);
  }

  /**
   * Hours from one to eleven, without a word for before or after noon, in the order of the evening.
   */
  private void settleNoon() {
    boolean isEvening =
        items.stream()
                .anyMatch(item -> !item.open && item.from != null && item.from.getHour() >= 12)
            || clocks.stream().anyMatch(some -> !some.open() && some.from().getHour() >= 12);
    boolean isWholeDay =
        items.stream()
            .anyMatch(item ->
                !item.open && item.from != null && (item.padded || item.from.getHour() >= 13));
    LocalTime said =
        clocks.stream().filter(some -> !some.open()).map(Clocks::from).findFirst().orElse(null);
    LocalTime before = null;
    for (Item item : items) {
      LocalTime from = item.from;
      if (from == null) {
        continue;
      }
      if (item.open) {
        boolean isLater =
            before != null
                ? from.isBefore(before) && !from.plusHours(12).isBefore(before)
                : said != null
                    ? isNearer(from.plusHours(12), from, said)
                    : from.getHour() < 8 || isEvening && !isWholeDay;
        if (isLater) {
          item.from = from.plusHours(12);
          LocalTime to = item.to;
          item.to = to != null && to.getHour() < 12 && to.getHour() > 0 ? to.plusHours(12) : to;
        }
        if (isLater || !isWholeDay) {
          doubt(item, "startsAt", item.line, Reason.AM_OR_PM, item.from.toString());
        }
      }
      before = item.from;
    }
    if (saidEnd != null && saidEndIsOpen) {
      saidEnd =
          isEvening || saidEnd.getHour() < 8 || before != null && saidEnd.isBefore(before)
              ? saidEnd.plusHours(12)
              : saidEnd;
      doubt("endsAt", saidEndLine, Reason.AM_OR_PM, saidEnd.toString());
    }
    for (int i = 0; i < clocks.size(); i++) {
      Clocks some = clocks.get(i);
      if (some.open()) {
        boolean isLater = some.from().getHour() < 8 || isEvening && !isWholeDay;
        LocalTime to = some.to();
        LocalTime later =
            to != null && isLater && to.getHour() < 12 && to.getHour() > 0 ? to.plusHours(12) : to;
        clocks.set(
            i,
            new Clocks(
                isLater ? some.from().plusHours(12) : some.from(),
                later,
                true,
                some.line(),
                some.rank()));
      }
    }
  }

  private static boolean isNearer(LocalTime one, LocalTime other, LocalTime to) {
    return Math.abs(one.toSecondOfDay() - to.toSecondOfDay())
        < Math.abs(other.toSecondOfDay() - to.toSecondOfDay());
  }

  private @Nullable Day day() {
    Day best = days.stream().min(Comparator.comparingInt(Day::rank)).orElse(null);
    if (best == null) {
      return null;
    }
    for (Day other : days) {
      if (other.date().equals(best.date())
          && other.rank() == best.rank()
          && other.doubts().size() < best.doubts().size()) {
        best = other;
      }
    }
    for (Day other : days) {
      if (other.rank() <= best.rank() + 1 && !other.date().equals(best.date())) {
        doubt("date", other.line(), Reason.SEVERAL_DATES, other.date().toString());
      }
    }
    for (Reason reason : best.doubts()) {
      doubt(
          "date",
          best.line(),
          reason,
          reason == Reason.WEEKDAY_DIFFERS ? best.detail() : best.date().toString());
    }
    return best;
  }

  private boolean settleStart() {
    Clocks said = clocks.stream().min(Comparator.comparingInt(Clocks::rank)).orElse(null);
    Item first = items.stream().filter(item -> item.from != null).findFirst().orElse(null);
    LocalTime earliest = first == null ? null : first.from;
    if (said != null) {
      saidStart = said.from();
      if (said.to() != null && saidEnd == null) {
        saidEnd = said.to();
        saidEndLine = said.line();
      }
      if (said.open()) {
        doubt("startsAt", said.line(), Reason.AM_OR_PM, said.from().toString());
      }
    }
    if (first != null
        && earliest != null
        && (saidStart == null || earliest.isBefore(saidStart) && isSameEvening(earliest))) {
      saidStart = earliest;
      use(first.line, "startsAt");
      doubt("startsAt", first.line, Reason.TIME_FROM_AGENDA, earliest.toString());
    }
    return saidStart != null;
  }

  private static boolean isSameEvening(LocalTime time) {
    return time.getHour() >= 5;
  }

  private List<ImportedItem> agenda(@Nullable LocalDate date) {
    var agenda = new ArrayList<ImportedItem>();
    LocalTime before = null;
    LocalDate day = date;
    for (Item item : items) {
      LocalTime from = item.from;
      boolean isNextDay =
          from != null
              && before != null
              && from.isBefore(before)
              && from.getHour() < 5
              && before.getHour() >= 12;
      if (isNextDay && day != null && day.equals(date)) {
        day = day.plusDays(1);
      } else if (from != null && before != null && from.isBefore(before) && !isNextDay) {
        doubt(item, "startsAt", item.line, Reason.OUT_OF_ORDER, from.toString());
      }
      before = from == null ? before : from;
      if (from == null) {
        doubt(item, "startsAt", item.line, Reason.TALK_WITHOUT_TIME, item.title);
        Integer minutes = item.minutes;
        if (minutes != null) {
          doubt(item, "endsAt", item.line, Reason.LEFT_OUT, minutes + " min");
        }
      }
      LocalTime to = item.to;
      LocalDate endDay =
          day != null && from != null && to != null && to.isBefore(from) ? day.plusDays(1) : day;
      agenda.add(
          new ImportedItem(
              item.kind == null ? AgendaItemKind.TALK : item.kind,
              from == null ? null : new Moment(day, from, timeZone),
              to == null ? null : new Moment(endDay, to, timeZone),
              item.title,
              blank(item.text.toString().strip()),
              item.speakers));
    }
    return agenda;
  }

  private @Nullable Moment end(@Nullable LocalDate date, List<ImportedItem> agenda) {
    if (saidEnd != null) {
      use(saidEndLine, "endsAt");
      LocalTime start = saidStart;
      LocalDate day =
          date != null && start != null && saidEnd.isBefore(start) ? date.plusDays(1) : date;
      return new Moment(day, saidEnd, timeZone);
    }
    for (int i = items.size() - 1; i >= 0; i--) {
      Moment end = agenda.get(i).endsAt();
      if (end != null && i == items.size() - 1) {
        use(items.get(i).line, "endsAt");
        doubt("endsAt", items.get(i).line, Reason.TIME_FROM_AGENDA, String.valueOf(end.time()));
        return end;
      }
    }
    return null;
  }

  private void lengths() {
    String title = names.get("title");
    if (title != null && title.length() > Meetup.MAX_TITLE) {
      doubt(
          "title",
          nameLines.getOrDefault("title", 1),
          Reason.TOO_LONG,
          Integer.toString(Meetup.MAX_TITLE));
    }
    if (description.length() > Meetup.MAX_TEXT) {
      doubt("description", 1, Reason.TOO_LONG, Integer.toString(Meetup.MAX_TEXT));
    }
    for (Item item : items) {
      if (item.title.length() > AgendaItem.MAX_TITLE) {
        doubt(item, "title", item.line, Reason.TOO_LONG, Integer.toString(AgendaItem.MAX_TITLE));
      }
      if (item.text.length() > Meetup.MAX_TEXT) {
        doubt(item, "abstract", item.line, Reason.TOO_LONG, Integer.toString(Meetup.MAX_TEXT));
      }
    }
  }

  private void leftOut(ImportedMeetup meetup) {
    Map<Integer, String> left = Leftovers.of(meetup, lines, uses.keySet(), rejected, absorbed);
    left.forEach((line, words) -> {
      Set<Ref> refs = uses.getOrDefault(line, Set.of());
      if (!refs.isEmpty()) {
        note(new Note(refs.iterator().next(), line, Reason.LEFT_OUT, words));
      }
    });
  }

  private Map<Integer, List<String>> paths() {
    var paths = new TreeMap<Integer, List<String>>();
    Map<Item, Integer> places = places();
    uses.forEach((line, refs) ->
        paths.put(line, refs.stream().map(ref -> path(ref, places)).distinct().toList()));
    return paths;
  }

  private Map<Item, Integer> places() {
    var places = new IdentityHashMap<Item, Integer>();
    for (int i = 0; i < items.size(); i++) {
      places.put(items.get(i), i);
    }
    return places;
  }

  private static String path(Ref ref, Map<Item, Integer> places) {
    if (ref.item() == null) {
      return ref.name();
    }
    return "agenda[" + places.getOrDefault(ref.item(), 0) + "]." + ref.name();
  }

  private List<Doubt> doubts() {
    Map<Item, Integer> places = places();
    return notes.stream()
        .filter(note -> note.ref().item() == null || places.containsKey(note.ref().item()))
        .map(note -> new Doubt(path(note.ref(), places), note.line(), note.reason(), note.detail()))
        .sorted(Comparator.comparingInt(Doubt::line))
        .toList();
  }

  private List<NumberedLine> notUnderstood() {
    var left = new ArrayList<NumberedLine>();
    for (int i = 1; i <= lines.size(); i++) {
      String text = lines.get(i - 1);
      boolean isEmpty =
          Markup.lines(i, text).stream().allMatch(line -> line.isBlank() || line.isRule());
      if (!isEmpty && (!uses.containsKey(i))) {
        left.add(new NumberedLine(i, Words.singleSpaces(Markup.visible(text))));
      }
    }
    return Collections.unmodifiableList(left);
  }

  private List<String> missing(ImportedMeetup meetup, @Nullable LocalDate date) {
    var missing = new ArrayList<String>();
    ask(meetup.title() == null, "title", missing);
    ask(date == null, "date", missing);
    ask(saidStart == null, "startsAt", missing);
    ask(meetup.endsAt() == null, "endsAt", missing);
    ask(meetup.timeZone() == null, "timeZone", missing);
    boolean isOnline =
        meetup.onlineUrl() != null && meetup.venueName() == null && meetup.venueAddress() == null;
    ask(meetup.venueName() == null && !isOnline, "venue.name", missing);
    ask(meetup.venueAddress() == null && !isOnline, "venue.address", missing);
    ask(capacity == null, "capacity", missing);
    ask(meetup.agenda().isEmpty(), "agenda", missing);
    for (int i = 0; i < meetup.agenda().size(); i++) {
      ask(meetup.agenda().get(i).startsAt() == null, "agenda[" + i + "].startsAt", missing);
      ask(meetup.agenda().get(i).title().isEmpty(), "agenda[" + i + "].title", missing);
    }
    return missing;
  }

  private static void ask(boolean isMissing, String field, List<String> missing) {
    if (isMissing) {
      missing.add(field);
    }
  }
}
