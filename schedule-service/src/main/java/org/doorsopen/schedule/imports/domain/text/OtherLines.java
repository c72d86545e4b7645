package org.doorsopen.schedule.imports.domain.text;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.Addresses;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Tone;
import org.doorsopen.schedule.imports.domain.text.words.Words;

/** Reads lines of a section, and lines that nothing says the field of. */
final class OtherLines {

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
  private final Position here;
  private final Talks talks;
  private final Biographies biographies;

  OtherLines(
      Gathered gathered, FieldReader fields, Position here, Talks talks, Biographies biographies) {
    this.gathered = gathered;
    this.fields = fields;
    this.here = here;
    this.talks = talks;
    this.biographies = biographies;
  }

  boolean inSection(Line line, Label inside) {
    String text = line.text();
    boolean isOfNames = inside == Label.HOST || inside == Label.SPONSOR;
    boolean isNoName =
        isOfNames
            && (!Dates.in(text, gathered.today()).isEmpty()
                || TimedLines.leading(line) != null
                || Addresses.isAddress(text));
    if (isNoName
        || line.isHeading()
        || here.isAfterBlank && Words.isProse(text) && inside != Label.ABOUT) {
      here.section = null;
      return false;
    }
    if (here.isAfterBlank
        && !here.isOwnSection
        && inside != Label.ABOUT
        && inside != Label.AGENDA) {
      here.section = null;
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
            !here.isOwnSection && isOfNames && !line.isBullet() && line.indent() == 0;
        if (isContinued || Tone.isFarewell(text)) {
          here.section = null;
          yield false;
        }
        boolean isVenue = inside == Label.VENUE || inside == Label.ADDRESS;
        if (isVenue
            && (Words.isProse(text) && !Addresses.isAddress(text)
                || gathered.has("venue.address") && !Addresses.isAddress(text))) {
          boolean isSaid = fields.facts(text, line);
          if (!isSaid || Words.isProse(text)) {
            gathered.describe(text, line.number(), here.isAfterBlank);
          }
          yield true;
        }
        Label label = inside == Label.ADDRESS ? Label.VENUE : inside;
        boolean isRead = fields.read(label, text, line, "");
        if (isRead && (inside == Label.WHEN || inside == Label.TITLE)) {
          here.section = inside;
        }
        if (!isRead && Words.isProse(text)) {
          yield false;
        }
        if (!isRead && inside == Label.WHEN) {
          here.section = null;
          yield false;
        }
        if (!isRead && !fields.facts(text, line)) {
          gathered.reject(line.number());
        }
        yield true;
      }
      case ABOUT -> {
        boolean isPoint = line.isBullet() || !line.emoji().isEmpty();
        if (here.timed.isEmpty()
            && isPoint
            && !Words.isProse(text)
            && biographies.isTalkOfPerson(line)) {
          yield true;
        }
        if (here.isAfterBlank && (Tone.isFarewell(text) || Tone.isGreeting(text))) {
          yield false;
        }
        fields.facts(text, line);
        dates(text, line);
        gathered.describe(text, line.number(), here.isAfterBlank);
        yield true;
      }
      case AGENDA -> {
        if (Words.isProse(text) && !here.hasAgenda) {
          gathered.describe(text, line.number(), here.isAfterBlank);
          fields.facts(text, line);
          yield true;
        }
        if (line.isBullet() && here.timed.isEmpty() && !Words.isProse(text)) {
          ItemText read = ItemText.of(text);
          Item item = gathered.add(read.title(), read.kind(), line);
          if (item != null) {
            talks.told(item, read, line);
          }
          here.hasAgenda = true;
          yield true;
        }
        yield false;
      }
      case DOORS, SPEAKER, ROLE, ORGANIZATION, ABSTRACT, BIO, TALK, DETAILS, SPEAKERS -> false;
    };
  }

  boolean neutral(int at, Line line) {
    String text = line.text();
    boolean isProse = Words.isProse(text);
    boolean isFirst = here.texts <= 3 && !gathered.has("title") && !here.hasAgenda;
    boolean hasFacts = fields.facts(text, line) | doorsIn(text, line);
    boolean hasDates = dates(text, line);
    if (!isProse && isFirst && isTitle(line, hasFacts)) {
      int arrow = text.lastIndexOf(" > ");
      String shown = arrow < 0 ? text : text.substring(arrow + 3);
      Trimming.BesideDate beside =
          hasDates
              ? Trimming.BesideDate.of(shown, gathered.today())
              : new Trimming.BesideDate(Words.unquoted(Words.trimmed(shown)), List.of());
      String title = beside.title();
      List<String> others = beside.others();
      if (!title.isEmpty()) {
        nameMeetup(title, line);
        if (others.size() == 1
            && !gathered.has("venue.name")
            && Words.of(others.getFirst()).size() <= 5) {
          gathered.name("venue.name", others.getFirst(), line.number());
          gathered.doubt("venue.name", line.number(), Reason.PLACE_FROM_PROSE, others.getFirst());
        }
        if (!line.isHeading() && here.texts > 1) {
          gathered.doubt("title", line.number(), Reason.TITLE_FROM_FIRST_LINE, title);
        }
        return line.isHeading();
      }
    }
    boolean isSignature =
        here.isAfterFarewell && !isProse && !hasFacts && !hasDates && Words.of(text).size() <= 8;
    here.isAfterFarewell |= Tone.isFarewell(text) && (here.hasAgenda || here.texts > 3);
    if (gathered.has("title")
        && !isProse
        && talks.similar(text, String.valueOf(gathered.nameOf("title")))) {
      gathered.use(line.number(), "title");
      return line.isHeading();
    }
    boolean isBy =
        here.texts <= 3
            && gathered.has("title")
            && !here.hasAgenda
            && text.startsWith("By ")
            && Words.of(text).size() <= 7
            && !isProse;
    if (isBy) {
      gathered.host(text.substring(3), null, line.number());
      return false;
    }
    if (Tone.isGreeting(text) && Words.of(text).size() <= 8
        || Tone.isFarewell(text)
        || isSignature) {
      if (!gathered.isUsed(line.number())) {
        gathered.reject(line.number());
      }
      return false;
    }
    if (isProse) {
      gathered.describe(text, line.number(), here.isAfterBlank || here.isAfterRule);
      here.isInDescription = true;
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
        gathered.describe(text, line.number(), here.isAfterBlank);
      }
      return false;
    }
    if (talks.talkInList(line)) {
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
        (line.isHeading() || text.endsWith(":") || text.endsWith("?")) && here.hasTextBelow(at);
    boolean isContinued =
        here.isInDescription && !here.isAfterBlank || line.isBullet() && here.isInDescription;
    boolean isLong = Words.of(text).size() >= 9;
    if (isFollowed || isContinued || isLong) {
      gathered.describe(text, line.number(), here.isAfterBlank || here.isAfterRule);
      here.isInDescription = true;
      here.section = line.isHeading() ? Label.ABOUT : here.section;
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

  /** What stands beside a date: nothing, or a sentence that is kept as well. */
  private void beside(Line line) {
    String rest = Trimming.BesideDate.of(line.text(), gathered.today()).title();
    if (Words.of(rest).size() >= 2
        && !talks.similar(rest, String.valueOf(gathered.nameOf("title")))
        && !gathered.isUsedFor(line.number(), "venue")) {
      gathered.describe(line.text(), line.number(), here.isAfterBlank);
    }
  }

  private boolean isAboveAddress(int at, String text) {
    boolean isName =
        Words.of(text).size() <= 8
            && !text.endsWith(":")
            && Character.isUpperCase(text.codePointAt(0));
    return isName
        && at + 1 < here.lines.size()
        && TimedLines.leading(here.lines.get(at + 1)) == null
        && Addresses.isAddress(here.lines.get(at + 1).text())
        && Words.of(here.lines.get(at + 1).text()).size() <= 12;
  }

  private boolean dates(String text, Line line) {
    if (FieldReader.isDeadline(text)) {
      return false;
    }
    List<Dates.Found> dates = Dates.in(text, gathered.today());
    String key = Words.key(text);
    boolean isOther =
        (here.hasAgenda || gathered.hasDay())
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
        && !here.hasAgenda) {
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
        && !Tone.isGreeting(text)
        && !text.endsWith(":")
        && !text.contains("@") | text.contains(" @ ")
        && Addresses.links(line).isEmpty()
        && !(hasFacts && !line.isHeading())
        && (here.texts == 1 || !Kinds.isPlain(text));
  }
}
