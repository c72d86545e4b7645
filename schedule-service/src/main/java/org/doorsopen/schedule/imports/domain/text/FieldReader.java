package org.doorsopen.schedule.imports.domain.text;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.doorsopen.schedule.imports.domain.text.words.Seats;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.jspecify.annotations.Nullable;

/** Reads values of single fields, from behind a label or from a sentence. */
final class FieldReader {

  private static final Pattern ZONE_NAME =
      Pattern.compile(
          "\\b(?:Europe|America|Asia|Africa|Australia|Pacific|Atlantic)/[A-Z][A-Za-z_]{2,20}");
  private static final Pattern ZONE_OF_CITY =
      Pattern.compile("\\b(\\p{Lu}\\p{L}{2,20}) time\\b|\\b(\\p{Lu}\\p{L}{2,20})er Zeit\\b");
  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("CET", "Europe/Berlin"),
          Map.entry("CEST", "Europe/Berlin"),
          Map.entry("MEZ", "Europe/Berlin"),
          Map.entry("MESZ", "Europe/Berlin"),
          Map.entry("GMT", "Europe/London"),
          Map.entry("BST", "Europe/London"),
          Map.entry("PST", "America/Los_Angeles"),
          Map.entry("PDT", "America/Los_Angeles"),
          Map.entry("MST", "America/Denver"),
          Map.entry("MDT", "America/Denver"),
          Map.entry("EST", "America/New_York"),
          Map.entry("EDT", "America/New_York"));
  private static final Set<String> DEADLINES =
      Set.of(
          "by",
          "until",
          "before",
          "bis",
          "closes",
          "close",
          "deadline",
          "spatestens",
          "anmeldeschluss",
          "anmeldefrist",
          "ends",
          "endet",
          "latest",
          "no",
          "schliesst",
          "till");
  private static final Set<String> RSVP_WORDS =
      Set.of(
          "rsvp",
          "rsvps",
          "register",
          "registration",
          "anmeldung",
          "anmelden",
          "anmeldeschluss",
          "anmeldefrist",
          "sign",
          "meldet",
          "registriert",
          "signup",
          "zusagen",
          "melde",
          "registrations",
          "anmeldungen",
          "registrieren");
  private static final Set<String> NOT_KNOWN =
      Set.of(
          "tba",
          "tbd",
          "tbc",
          "to be announced",
          "to be confirmed",
          "wird noch bekannt gegeben",
          "folgt",
          "noch offen",
          "coming soon",
          "unknown",
          "offen");

  private final Gathered gathered;

  FieldReader(Gathered gathered) {
    this.gathered = gathered;
  }

  /**
   * Reads the value that stands behind a label, or below the heading of a section.
   *
   * @param words the label; empty below a heading
   * @return whether anything was found in it
   */
  boolean read(Label label, String value, Line line, String words) {
    String text = value.strip();
    if (NOT_KNOWN.contains(Words.key(text))) {
      return false;
    }
    return switch (label) {
      case TITLE -> {
        gathered.name("title", Words.unquoted(text), line.number());
        yield true;
      }
      case WHEN -> when(text, line, 0, true);
      case START -> clock(text, line, true);
      case END -> clock(text, line, false);
      case VENUE, ADDRESS -> venue(label, text, line);
      case ONLINE -> online(text, line);
      case CAPACITY -> capacity(text, line);
      case HOST -> hosts(text, line);
      case SPONSOR -> sponsors(text, line, words);
      case FOOD -> food(text, line, words);
      case CONDUCT -> conduct(text, line);
      case RSVP_BY -> deadline(text, line);
      case RSVP -> isDeadline("rsvp " + text) && deadline(text, line);
      case ZONE -> zone(text, line);
      case ABOUT -> {
        gathered.describe(text, line.number());
        yield true;
      }
      case DOORS, SPEAKER, ROLE, ORGANIZATION, ABSTRACT, BIO, TALK, AGENDA, DETAILS, SPEAKERS ->
          false;
    };
  }

  /** A date, times, a zone, and what else is on the line: a place, or a title. */
  boolean when(String text, Line line, int rank, boolean takesRest) {
    List<Dates.Found> dates = Dates.in(text, gathered.today());
    String rest = text;
    for (int i = dates.size() - 1; i >= 0; i--) {
      Dates.Found date = dates.get(i);
      rest = rest.substring(0, date.start()) + " · " + rest.substring(date.end());
    }
    List<Span> spans = ClockTimes.all(rest);
    if (dates.isEmpty() && spans.isEmpty()) {
      return false;
    }
    for (Dates.Found date : dates) {
      String after = text.substring(date.end());
      boolean isDateline =
          rank > 1
              && date.start() < 25
              && (after.startsWith(" –") || after.startsWith(" -") || after.startsWith(" —"));
      gathered.day(date, line.number(), isDateline ? rank + 1 : rank);
    }
    boolean hasZone = zone(text, line);
    if (!spans.isEmpty()) {
      times(rest, spans, line, rank);
    }
    for (Span span : spans) {
      gathered.absorb(line.number(), rest.substring(span.start(), span.end()));
    }
    for (int i = spans.size() - 1; i >= 0; i--) {
      rest = rest.substring(0, spans.get(i).start()) + " · " + rest.substring(spans.get(i).end());
    }
    if (takesRest) {
      rest(rest, line);
    }
    return hasZone || !dates.isEmpty() || !spans.isEmpty();
  }

  private void times(String text, List<Span> spans, Line line, int rank) {
    Span first = spans.getFirst();
    String before = Words.key(text.substring(0, first.start()));
    boolean isDoors =
        before.endsWith("doors")
            || before.endsWith("doors open")
            || before.endsWith("doors open at")
            || before.endsWith("einlass")
            || before.endsWith("einlass ab");
    LocalTime to = first.to();
    if (spans.size() == 1) {
      if (isDoors) {
        doors(first, line);
      } else {
        gathered.clocks(first.from(), to, first.open(), line.number(), rank);
      }
      return;
    }
    Span second = spans.get(1);
    String between = Words.key(text.substring(first.end(), second.start()));
    boolean isSpan =
        Set.of("to", "bis", "until", "till", "end", "ende", "bis ca").contains(between)
            || Words.trimmed(text.substring(first.end(), second.start())).isEmpty() && !isDoors;
    boolean isDoorsBehind = between.contains("doors") || between.contains("einlass");
    if (isDoors) {
      doors(first, line);
      gathered.clocks(second.from(), second.to(), second.open(), line.number(), rank);
    } else if (isDoorsBehind) {
      doors(second, line);
      gathered.clocks(first.from(), first.to(), first.open(), line.number(), rank);
    } else {
      gathered.clocks(
          first.from(),
          to == null && isSpan ? second.from() : to,
          first.open(),
          line.number(),
          rank);
    }
  }

  void doors(Span span, Line line) {
    boolean isThere = gathered.items.stream().anyMatch(item -> item.kind == AgendaItemKind.DOORS);
    if (isThere) {
      gathered.items.stream()
          .filter(item -> item.kind == AgendaItemKind.DOORS && span.from().equals(item.from))
          .findFirst()
          .ifPresent(item -> gathered.use(line.number(), item, "startsAt"));
      return;
    }
    String lower = line.text().toLowerCase(Locale.ROOT);
    String title =
        lower.contains("einlass")
            ? "Einlass"
            : lower.contains("doors open") ? "Doors open" : "Doors";
    Gathered.Item item = gathered.add(title, AgendaItemKind.DOORS, line);
    if (item != null) {
      item.from = span.from();
      item.to = span.to();
      item.open = span.open();
      gathered.absorb(line.number(), "doors open einlass");
    }
  }

  /** "Beginn 19 Uhr, Einlass ab 18:30 Uhr": each time has a word before it, or nothing is taken. */
  boolean keywords(String text, List<Span> spans, Line line) {
    var words = new ArrayList<String>();
    int from = 0;
    for (Span span : spans) {
      String word = Words.key(withoutCalendar(Words.trimmed(text.substring(from, span.start()))));
      word =
          word.endsWith(" is at") || word.endsWith(" is") || word.endsWith(" ist")
              ? word.substring(0, word.indexOf(" is"))
              : word;
      words.add(
          word.endsWith(" ab") || word.endsWith(" um") || word.endsWith(" at")
              ? word.substring(0, word.length() - 3)
              : word);
      from = span.end();
    }
    boolean isKnown =
        words.stream()
            .allMatch(word ->
                Vocabulary.STARTS.contains(word)
                    || Vocabulary.ENDS.contains(word)
                    || word.equals("doors")
                    || word.equals("doors open")
                    || word.equals("einlass")
                    || word.equals("talks")
                    || word.equals("talks start"));
    if (!isKnown) {
      return false;
    }
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      String word = words.get(i);
      if (Vocabulary.ENDS.contains(word)) {
        gathered.clocks(null, span.from(), span.open(), line.number(), 1);
      } else if (word.startsWith("doors") || word.equals("einlass")) {
        doors(span, line);
      } else {
        gathered.clocks(span.from(), span.to(), span.open(), line.number(), 1);
      }
    }
    gathered.absorb(line.number(), text);
    return true;
  }

  /** What is left of a line when its date and its times are taken out. */
  private void rest(String text, Line line) {
    String[] parts = text.split("[·|]");
    for (String part : parts) {
      String words = withoutCalendar(part);
      if (words.isEmpty() || Label.named(words) != null) {
        continue;
      }
      String lower = " " + words.toLowerCase(Locale.ROOT);
      boolean isPlace =
          lower.startsWith(" at ")
              || lower.startsWith(" bei ")
              || lower.startsWith(" @ ")
              || lower.startsWith(" in ")
              || lower.startsWith(" im ")
              || lower.startsWith(" @");
      if (isPlace || Addresses.isAddress(words)) {
        venue(
            Label.VENUE,
            isPlace
                ? words.substring(
                    Math.min(
                        words.length(),
                        words.startsWith("@") && !words.startsWith("@ ")
                            ? 1
                            : words.indexOf(' ') + 1))
                : words,
            line);
      }
    }
    // "3 December 2026 · 18:30 · Example HQ"
    String last = parts.length < 3 ? "" : withoutCalendar(parts[parts.length - 1]);
    boolean isName =
        Words.of(last).size() <= 6
            && !Words.key(last).isEmpty()
            && Character.isUpperCase(last.codePointAt(0))
            && Label.named(last) == null
            && Kinds.of(last, false) == null;
    if (isName
        && gathered.has("title")
        && !gathered.has("venue.name")
        && !Addresses.isAddress(last)
        && Addresses.links(line).isEmpty()) {
      gathered.name("venue.name", last, line.number());
      gathered.doubt("venue.name", line.number(), Reason.PLACE_FROM_PROSE, last);
    }
  }

  /** Without days of the week, names of zones, and words that only join. */
  static String withoutCalendar(String text) {
    var kept = new ArrayList<String>();
    for (String token : text.split(" ")) {
      String word = Words.key(token);
      boolean isJoint =
          Set.of(
                  "on",
                  "am",
                  "um",
                  "uhr",
                  "from",
                  "von",
                  "ab",
                  "den",
                  "cet",
                  "cest",
                  "mez",
                  "mesz",
                  "starting",
                  "start",
                  "h",
                  "to",
                  "bis",
                  "until",
                  "and",
                  "und",
                  "gmt",
                  "utc",
                  "date",
                  "time",
                  "when",
                  "wann",
                  "datum")
              .contains(word);
      boolean isEmpty = word.isEmpty() && !token.equals("@");
      if (!isEmpty
          && Vocabulary.weekday(word) == null
          && !(isJoint && kept.isEmpty())
          && !Set.of("cet", "cest", "mez", "mesz", "uhr").contains(word)
          && !ABBREVIATIONS.containsKey(Words.trimmed(token))
          && !word.matches("(?:gmt|utc)(?: [0-9]{1,2}){0,2}")
          && !ZONE_NAME.matcher(token).find()) {
        kept.add(token);
      }
    }
    while (!kept.isEmpty()
        && Set.of(
                "on",
                "am",
                "um",
                "from",
                "von",
                "ab",
                "the",
                "den",
                "to",
                "bis",
                "until",
                "and",
                "und",
                "starting")
            .contains(Words.key(kept.getLast()))) {
      kept.removeLast();
    }
    return Words.trimmed(String.join(" ", kept));
  }

  private boolean clock(String text, Line line, boolean isStart) {
    List<Dates.Found> dates = Dates.in(text, gathered.today());
    if (!dates.isEmpty() && isStart) {
      return when(text, line, 0, true);
    }
    List<Span> spans = ClockTimes.all(text);
    Span span = spans.isEmpty() ? ClockTimes.leading(text) : spans.getFirst();
    if (span == null) {
      return false;
    }
    if (isStart && spans.size() > 1) {
      times(text, spans, line, 0);
    } else if (isStart) {
      gathered.clocks(span.from(), span.to(), span.open(), line.number(), 0);
    } else {
      gathered.clocks(null, span.from(), span.open(), line.number(), 0);
    }
    gathered.absorb(line.number(), line.text());
    return true;
  }

  boolean zone(String text, Line line) {
    Matcher name = ZONE_NAME.matcher(text);
    if (name.find()) {
      ZoneId zone = zoneOf(name.group());
      if (zone != null) {
        gathered.zone(zone, line.number());
        return true;
      }
    }
    Matcher city = ZONE_OF_CITY.matcher(text);
    if (city.find()) {
      String town = city.group(1) == null ? city.group(2) : city.group(1);
      ZoneId zone = zoneOf("Europe/" + town);
      if (zone != null) {
        gathered.zone(zone, line.number());
        return true;
      }
    }
    for (String word : Words.of(text)) {
      String zone = ABBREVIATIONS.get(word.toUpperCase(Locale.ROOT));
      if (zone != null && text.contains(word.toUpperCase(Locale.ROOT))) {
        if (!gathered.hasZone()) {
          gathered.doubt(
              "timeZone", line.number(), Reason.ZONE_OF_MANY, word.toUpperCase(Locale.ROOT));
        }
        gathered.zone(ZoneId.of(zone), line.number());
        gathered.absorb(line.number(), word);
        return true;
      }
    }
    return false;
  }

  private static @Nullable ZoneId zoneOf(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** "Name, Street 1, 10115 Berlin", or one of the lines of it. */
  boolean venue(Label label, String value, Line line) {
    List<String> links = Addresses.links(line, value);
    String text = withoutMap(Addresses.withoutLinks(value));
    int open = text.lastIndexOf('(');
    if (open > 0 && text.indexOf(')', open) < 0 && Words.of(text.substring(open)).size() <= 4) {
      text = Words.trimmed(text.substring(0, open));
    }
    if (!links.isEmpty()) {
      boolean isRoom = Addresses.isRoom(links.getFirst());
      gathered.name(
          isRoom ? "onlineUrl" : "venue.url", Addresses.whole(links.getFirst()), line.number());
    }
    if (text.isEmpty()) {
      return !links.isEmpty();
    }
    if (Words.key(text).equals("online")
        || Words.key(text).startsWith("online ") && !Addresses.isAddress(text)) {
      return online(text, line) || !links.isEmpty();
    }
    int street = Addresses.start(text);
    if (label == Label.ADDRESS) {
      gathered.name("venue.address", Words.trimmed(text), line.number());
      return true;
    }
    if (street < 0) {
      boolean hasName = gathered.has("venue.name");
      if (hasName && (gathered.has("venue.address") || !line.text().equals(value))) {
        gathered.name("venue.name", text, line.number());
        return true;
      }
      if (hasName) {
        gathered.name("venue.address", text, line.number());
        return true;
      }
      int comma = text.indexOf(", ");
      if (comma > 0 && text.length() <= 150 && !Words.isProse(text)) {
        gathered.name("venue.name", Words.trimmed(text.substring(0, comma)), line.number());
        gathered.name("venue.address", Words.trimmed(text.substring(comma + 2)), line.number());
        return true;
      }
      gathered.name("venue.name", text, line.number());
      return true;
    }
    int cut = cut(text, street);
    String name = Words.trimmed(text.substring(0, cut));
    String address = text.substring(cut).strip();
    address =
        address.startsWith("(") && address.endsWith(")")
            ? address.substring(1, address.length() - 1)
            : Words.trimmed(address);
    if (!name.isEmpty()
        && gathered.has("venue.name")
        && !Words.key(name).equals(Words.key(String.valueOf(gathered.nameOf("venue.name"))))) {
      address = Words.trimmed(text);
    } else if (!name.isEmpty()) {
      gathered.name("venue.name", name, line.number());
    }
    if (gathered.has("venue.address") && line.text().equals(value)) {
      String before = String.valueOf(gathered.nameOf("venue.address"));
      if (!Words.key(before).contains(Words.key(address))) {
        gathered.rename("venue.address", before + ", " + address, line.number());
      }
      gathered.use(line.number(), "venue.address");
      return true;
    }
    gathered.name("venue.address", address, line.number());
    return true;
  }

  private static String withoutMap(String text) {
    for (String word : List.of("(map)", "(Map)", "(Karte)", "(Google Maps)", "(google maps)")) {
      text = text.replace(word, " ");
    }
    return Words.trimmed(Words.singleSpaces(text));
  }

  /** Where the name ends and the address begins: at the last separator before the street. */
  private static int cut(String text, int street) {
    String before = text.substring(0, street);
    int cut =
        Math.max(
            before.lastIndexOf(','),
            Math.max(
                before.lastIndexOf('('),
                Math.max(
                    before.lastIndexOf('–'),
                    Math.max(
                        before.lastIndexOf('|'),
                        Math.max(before.lastIndexOf(" - ") + 1, before.lastIndexOf(';'))))));
    if (cut <= 0) {
      return before.isBlank() ? 0 : street;
    }
    int earlier = before.lastIndexOf(',', cut - 1);
    boolean isHouse =
        text.charAt(cut) == ',' && earlier > 0 && endsWithHouse(before.substring(earlier + 1, cut));
    return isHouse ? earlier + 1 : text.charAt(cut) == '(' ? cut : cut + 1;
  }

  private static boolean endsWithHouse(String part) {
    List<String> words = Words.of(part);
    return words.size() > 1 && words.getLast().matches("[0-9]{1,4}[a-z]?");
  }

  boolean online(String value, Line line) {
    List<String> links = Addresses.links(line, value);
    if (links.isEmpty()) {
      return false;
    }
    gathered.name("onlineUrl", Addresses.whole(links.getFirst()), line.number());
    String rest = Addresses.withoutLinks(value);
    if (Words.of(rest).size() <= 4) {
      gathered.absorb(line.number(), line.text());
    }
    return true;
  }

  private boolean capacity(String text, Line line) {
    Seats seats = Seats.in(text);
    if (seats == null) {
      seats = Seats.in("capacity " + text);
    }
    if (seats == null && Words.of(text).size() <= 4) {
      seats =
          Words.of(text).stream()
              .filter(word -> word.matches("[0-9]{1,5}"))
              .findFirst()
              .map(word ->
                  new Seats(Integer.parseInt(word), text.contains("~") || text.contains("ca")))
              .orElse(null);
    }
    if (seats == null || seats.number() < 1) {
      return false;
    }
    gathered.seats(seats.number(), seats.isAbout(), line.number());
    gathered.absorb(
        line.number(),
        "seats people capacity max persons limited seated available plätze personen spots");
    return true;
  }

  private boolean hosts(String value, Line line) {
    List<String> links = Addresses.links(line, value);
    String text = Addresses.withoutLinks(value);
    if (Words.isProse(text) && Words.of(text).size() > 12) {
      return false;
    }
    List<String> names = names(text);
    for (String name : names) {
      gathered.host(name, names.size() == 1 ? Addresses.first(links) : null, line.number());
    }
    return !names.isEmpty();
  }

  private boolean sponsors(String value, Line line, String words) {
    List<String> links = Addresses.links(line, value);
    String text = Addresses.withoutLinks(value);
    List<Phrases.Gift> gifts = Phrases.gifts(text);
    String giftOfLabel =
        Phrases.hasGift(words)
            ? Words.trimmed(words.replaceAll("(?i)\\bsponsor(?:s|en)?\\b", "").strip())
            : null;
    if (Words.isProse(text) && Words.of(text).size() > 10) {
      gifts.forEach(
          gift -> gathered.sponsor(gift.name(), gift.contribution(), null, line.number()));
      return !gifts.isEmpty();
    }
    if (!gifts.isEmpty()) {
      gifts.forEach(
          gift -> gathered.sponsor(gift.name(), gift.contribution(), null, line.number()));
      gathered.absorb(line.number(), line.text());
      return true;
    }
    List<String> names = names(text);
    for (String name : names) {
      sponsor(name, giftOfLabel, names.size() == 1 ? Addresses.first(links) : null, line);
    }
    return !names.isEmpty();
  }

  /** "Name (pizza)", "Name – pizza", "Name: pizza", "Pizza: Name". */
  private void sponsor(String text, @Nullable String gift, @Nullable String url, Line line) {
    int open = text.indexOf('(');
    if (open > 0 && text.endsWith(")")) {
      gathered.sponsor(
          text.substring(0, open), text.substring(open + 1, text.length() - 1), url, line.number());
      return;
    }
    for (String sign : List.of(": ", " – ", " — ", " - ", " for ", " für ")) {
      int at = text.indexOf(sign);
      if (at > 0) {
        String head = Words.trimmed(text.substring(0, at));
        String tail = Words.trimmed(text.substring(at + sign.length()));
        boolean isSwapped = Phrases.hasGift(head) && !Phrases.hasGift(tail);
        gathered.sponsor(isSwapped ? tail : head, isSwapped ? head : tail, url, line.number());
        return;
      }
    }
    gathered.sponsor(text, gift, url, line.number());
  }

  /** "Pizza: Name", "Food & drinks: sponsored by Name". */
  private boolean food(String value, Line line, String words) {
    List<Phrases.Gift> gifts = Phrases.gifts(words + " " + value);
    if (!gifts.isEmpty()) {
      gifts.forEach(gift ->
          gathered.sponsor(
              gift.name(),
              gift.contribution() == null ? words : gift.contribution(),
              null,
              line.number()));
      if (!Words.isProse(value)) {
        gathered.absorb(line.number(), line.text());
      }
      return true;
    }
    String text = Addresses.withoutLinks(value);
    boolean isName =
        !text.isEmpty()
            && Words.of(text).size() <= 4
            && Character.isUpperCase(text.codePointAt(0))
            && !Phrases.hasGift(text);
    if (isName) {
      for (String name : names(text)) {
        gathered.sponsor(name, words, Addresses.first(Addresses.links(line, value)), line.number());
      }
    }
    return isName;
  }

  boolean conduct(String value, Line line) {
    List<String> links = Addresses.links(line, value);
    if (links.isEmpty()) {
      return false;
    }
    gathered.name("codeOfConductUrl", Addresses.whole(links.getFirst()), line.number());
    if (!Words.isProse(Addresses.withoutLinks(value))) {
      gathered.absorb(
          line.number(),
          "code of conduct verhaltenskodex our unser coc " + Addresses.withoutLinks(value));
    }
    return true;
  }

  private boolean deadline(String text, Line line) {
    List<Dates.Found> dates = Dates.in(text, gathered.today());
    if (dates.isEmpty()) {
      return false;
    }
    Dates.Found date = dates.getFirst();
    String rest = text.substring(0, date.start()) + " · " + text.substring(date.end());
    List<Span> spans = ClockTimes.all(rest);
    gathered.rsvpClosesAt(
        date.date(), spans.isEmpty() ? null : spans.getFirst().from(), line.number());
    for (Reason reason : date.doubts()) {
      gathered.doubt(
          "rsvpClosesAt",
          line.number(),
          reason,
          reason == Reason.WEEKDAY_DIFFERS
              ? String.valueOf(date.detail())
              : date.date().toString());
    }
    gathered.absorb(
        line.number(),
        "rsvp deadline register registration anmeldung anmeldeschluss closes rsvps please latest spätestens sign anmelden bitte");
    return true;
  }

  static boolean isDeadline(String text) {
    List<String> words = Words.of(text);
    String key = Words.key(text);
    boolean isAsked =
        key.contains("let me know by")
            || key.contains("let us know by")
            || key.contains("zusage bis")
            || key.contains("ruckmeldung bis")
            || key.contains("zusagen bis");
    return isAsked
        || words.stream().anyMatch(RSVP_WORDS::contains)
            && words.stream().anyMatch(DEADLINES::contains);
  }

  /**
   * Takes from a sentence what it says besides: seats, a deadline, sponsors, hosts, links.
   *
   * @return whether it said anything
   */
  boolean facts(String text, Line line) {
    boolean found = false;
    boolean isDeadline = isDeadline(text) && deadline(text, line);
    found |= isDeadline;
    Seats seats = Seats.in(text);
    if (seats != null) {
      gathered.seats(seats.number(), seats.isAbout(), line.number());
      gathered.absorb(
          line.number(),
          "space room for seats spots people capacity max limited plätze begrenzt auf maximal participants attendees persons personen teilnehmende teilnehmer teilnehmerinnen leute places available sitzplätze capped verfügbar");
      found = true;
    }
    found |= gifts(text, line);
    for (String host : Phrases.hosts(text)) {
      gathered.host(host, null, line.number());
      gathered.absorb(
          line.number(), "hosted organized organised gehostet organisiert veranstaltet by von");
      found = true;
    }
    List<String> links = Addresses.links(line, text);
    String key = Words.key(text);
    boolean isConduct =
        key.contains("code of conduct")
            || key.contains("verhaltenskodex")
            || key.contains("conduct");
    for (String link : links) {
      if (isConduct && (links.size() == 1 || link.contains("conduct") || link.contains("coc"))) {
        conduct(text, line);
        found = true;
      } else if (Addresses.isRoom(link)) {
        gathered.name("onlineUrl", Addresses.whole(link), line.number());
        gathered.absorb(line.number(), "join online stream livestream zoom link watch");
        found = true;
      }
    }
    return found;
  }

  boolean gifts(String text, Line line) {
    List<Phrases.Gift> gifts = Phrases.gifts(text);
    gifts.forEach(gift -> gathered.sponsor(gift.name(), gift.contribution(), null, line.number()));
    if (!gifts.isEmpty()) {
      gathered.absorb(
          line.number(),
          "sponsored sponsor provided gesponsert spendiert by von sponsors thanks supported unterstützt sponsoring friends kindly");
    }
    return !gifts.isEmpty();
  }

  private static List<String> names(String text) {
    var names = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      int length =
          depth > 0
              ? 0
              : text.startsWith(", and ", i)
                  ? 6
                  : text.startsWith(", ", i) || text.startsWith("; ", i)
                      ? 2
                      : text.startsWith(" and ", i) || text.startsWith(" und ", i)
                          ? 5
                          : text.startsWith(" / ", i) || text.startsWith(" + ", i) ? 3 : 0;
      if (length > 0) {
        names.add(text.substring(from, i));
        from = i + length;
        i = from - 1;
      }
    }
    names.add(text.substring(from));
    return names.stream()
        .map(Words::trimmed)
        .map(FieldReader::withoutDot)
        .filter(name -> !name.isEmpty())
        .limit(20)
        .toList();
  }

  private static String withoutDot(String text) {
    boolean isSentence =
        (text.endsWith(".") || text.endsWith("!"))
            && !text.endsWith("e.V.")
            && !text.endsWith("Inc.");
    return isSentence ? text.substring(0, text.length() - 1) : text;
  }
}
