package org.doorsopen.schedule.imports.domain.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes;
import org.doorsopen.schedule.imports.domain.text.words.ClockTimes.Span;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;

/** Reads lines that say themselves what they are about: "Where: ...", "Talk 2: ...". */
final class LabelledLines {

  private static final Pattern INVITATION =
      Pattern.compile(
          "(?:(?:herzliche )?einladung (?:zum|zur|zu den|zu)|invitation to(?: the| our)?) ",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Gathered gathered;
  private final FieldReader fields;
  private final Position here;
  private final TimedLines times;
  private final Talks talks;
  private final Biographies biographies;

  LabelledLines(
      Gathered gathered,
      FieldReader fields,
      Position here,
      TimedLines times,
      Talks talks,
      Biographies biographies) {
    this.gathered = gathered;
    this.fields = fields;
    this.here = here;
    this.times = times;
    this.talks = talks;
    this.biographies = biographies;
  }

  boolean labelled(int at, Line line, Label.Found found) {
    String value = found.value();
    boolean isSection = value.isEmpty();
    Label label = found.label();
    switch (label) {
      case AGENDA, DETAILS, SPEAKERS -> {
        here.section = label;
        here.current = null;
        here.isInAbstract = false;
        here.isInBio = false;
        heading(line, "agenda");
        if (!value.isEmpty()) {
          inline(line, label, value);
        }
      }
      case SPEAKER -> speaker(line, value, found.words());
      case ABSTRACT -> {
        Item item = talks.talk();
        here.isInBio = false;
        if (item == null) {
          here.section = Label.ABOUT;
          gathered.use(line.number(), "description");
          if (!value.isEmpty()) {
            gathered.describe(value, line.number(), true);
          }
        } else {
          here.current = item;
          here.isInAbstract = true;
          gathered.use(line.number(), item, "abstract");
          if (!value.isEmpty()) {
            gathered.text(item, value, line.number(), true);
          }
        }
      }
      case BIO -> biographies.bioStarts(line, value);
      case TALK -> talks.talkLine(line, value, found.words());
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

  void heading(Line line, String field) {
    gathered.use(line.number(), field);
    gathered.absorb(line.number(), line.text());
  }

  private void inline(Line line, Label label, String value) {
    Span span = ClockTimes.leading(value);
    if (span != null) {
      String rest = value.substring(span.end());
      List<Integer> cuts = TimedLines.cuts(rest);
      if (cuts.isEmpty()) {
        times.item(line, span, Words.trimmed(rest), line.number());
      } else {
        times.several(line, span, rest, cuts);
      }
    } else if (label == Label.DETAILS) {
      talks.talkLine(line, value, "");
    } else if (Words.isProse(value)) {
      gathered.describe(value, line.number(), true);
      fields.facts(value, line);
    }
  }

  private void field(int at, Line line, Label.Found found) {
    Label label = found.label();
    String value = found.value();
    here.leaveTalk(label);
    if (value.isEmpty()) {
      here.section = label;
      here.isOwnSection = true;
      String field = fieldOf(label);
      if (label == Label.ABOUT) {
        boolean isOwn =
            Words.of(found.words()).size() > 1
                && !Set.of("about", "description").contains(Words.first(found.words()))
                && !Words.key(found.words()).startsWith("event desc");
        if (isOwn && here.hasTextBelow(at)) {
          gathered.describe(line.text(), line.number(), true);
        } else {
          heading(line, "description");
        }
      } else if (here.hasTextBelow(at)) {
        heading(line, field);
      } else if (!line.links().isEmpty()) {
        fields.read(label, line.links().getFirst(), line, found.words());
        heading(line, field);
      }
      return;
    }
    boolean isRead = fields.read(label, value, line, found.words());
    if (label == Label.ABOUT) {
      here.section = Label.ABOUT;
      fields.facts(value, line);
    } else if (isRead) {
      here.section =
          label == Label.VENUE || label == Label.SPONSOR || label == Label.HOST ? label : null;
      here.isOwnSection = false;
      gathered.absorb(line.number(), found.words());
      if (label == Label.FOOD || label == Label.VENUE || label == Label.HOST) {
        fields.gifts(value, line);
      }
    } else {
      here.section = null;
      boolean isSaid = fields.facts(line.text(), line);
      if (label == Label.WHEN && !gathered.has("title") && here.texts == 0 && !isSaid) {
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
    Item item = here.current;
    if (item != null
        && (here.section == Label.DETAILS
            || item.title.isBlank()
            || ItemText.isPlaceholder(item.title))) {
      ItemText read = ItemText.of(value);
      item.title = read.title();
      gathered.use(line.number(), item, "title");
      talks.told(item, read, line);
      return;
    }
    if (here.section == Label.DETAILS || gathered.has("title") && here.hasAgenda) {
      talks.talkLine(line, value, "");
      return;
    }
    if (value.isEmpty()) {
      here.section = Label.TITLE;
      gathered.use(line.number(), "title");
      return;
    }
    Matcher invitation = INVITATION.matcher(value);
    if (invitation.lookingAt() && invitation.end() < value.length()) {
      String named =
          Trimming.BesideDate.of(value.substring(invitation.end()), gathered.today()).title();
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
    here.isInAbstract = false;
    here.isInBio = false;
    if (value.isEmpty()) {
      if (here.current == null) {
        here.section = Label.SPEAKERS;
      } else {
        here.section = Label.SPEAKER;
      }
      gathered.use(line.number(), "agenda");
      gathered.absorb(line.number(), words);
      return;
    }
    Item item = talks.talk();
    List<Speaker> people = People.in(value, true);
    if (people == null) {
      int prose = value.indexOf(". ");
      people = prose > 0 ? People.in(value.substring(0, prose), true) : null;
    }
    if (item == null && people != null) {
      item = talks.byPeople(people);
    }
    if (item == null && people != null && here.section == Label.DETAILS) {
      item = gathered.add("", AgendaItemKind.TALK, line);
    }
    if (item == null && people != null && gathered.items.isEmpty()) {
      item = gathered.add("", AgendaItemKind.TALK, line);
      here.section = here.section == null ? Label.DETAILS : here.section;
    }
    if (item == null || people == null) {
      gathered.reject(line.number());
      return;
    }
    here.current = item;
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
    Item item = here.current;
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
}
