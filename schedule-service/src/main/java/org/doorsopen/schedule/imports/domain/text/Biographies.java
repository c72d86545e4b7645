package org.doorsopen.schedule.imports.domain.text;

import java.util.List;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.doorsopen.schedule.meetups.domain.Speaker;

/** Reads what is said of people, with their talks or in a section of their own. */
final class Biographies {

  private final Gathered gathered;
  private final Position here;
  private final Talks talks;

  Biographies(Gathered gathered, Position here, Talks talks) {
    this.gathered = gathered;
    this.here = here;
    this.talks = talks;
  }

  void bioStarts(Line line, String value) {
    Item item = talks.talk();
    here.isInAbstract = false;
    gathered.use(line.number(), "agenda");
    gathered.absorb(
        line.number(),
        line.text().substring(0, Math.max(0, line.text().length() - value.length())));
    if (item == null) {
      here.section = Label.SPEAKERS;
      if (!value.isEmpty()) {
        speakerLine(line.withText(value));
      }
      return;
    }
    here.isInBio = true;
    here.bioOf = item;
    if (!value.isEmpty()) {
      bio(item, line.withText(value));
    }
  }

  void bio(Item item, Line line) {
    boolean isFirst = !here.isInBio;
    here.isInBio = true;
    here.isInAbstract = false;
    gathered.text(
        item, line.text(), line.number(), isFirst || here.isAfterBlank || here.isAfterHeading);
    gathered.doubt(item, "abstract", line.number(), Reason.BIOGRAPHY, "");
    roleFromProse(item, line);
  }

  /** "Jane Doe is a Senior Engineer at Example." */
  private void roleFromProse(Item item, Line line) {
    String text = line.text();
    for (int i = 0; i < item.speakers.size(); i++) {
      Speaker speaker = item.speakers.get(i);
      if (speaker.role() != null || speaker.organization() != null) {
        continue;
      }
      String name = text.startsWith(speaker.name()) ? speaker.name() : speaker.name().split(" ")[0];
      if (!text.startsWith(name)) {
        continue;
      }
      for (String verb :
          List.of(
              " is an ",
              " is a ",
              " is the ",
              " is ",
              " works as a ",
              " works as an ",
              " works as ",
              " ist ",
              " arbeitet als ")) {
        if (!text.startsWith(verb, name.length())) {
          continue;
        }
        int from = name.length() + verb.length();
        int at = first(text, from, List.of(" at ", " bei "));
        int end = first(text, from, List.of(". ", ", ", " and ", " und ", " where ", " who "));
        int stop = end < 0 ? text.endsWith(".") ? text.length() - 1 : text.length() : end;
        if (at > from && at < stop && stop - from < 100) {
          String role = text.substring(from, at).replaceFirst("^(?:ein|eine|a|an|the) ", "");
          String organization = Words.trimmed(text.substring(at + 4, stop).strip());
          if (Words.hasAny(role, Vocabulary.ROLES) && !organization.isEmpty()) {
            item.speakers.set(i, new Speaker(speaker.name(), role, organization));
            gathered.use(line.number(), item, "speakers");
            gathered.doubt(item, "speakers", line.number(), Reason.ROLE_FROM_PROSE, speaker.name());
          }
        }
        return;
      }
    }
  }

  private static int first(String text, int from, List<String> parts) {
    int first = -1;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      first = at >= 0 && (first < 0 || at < first) ? at : first;
    }
    return first;
  }

  static boolean isBioOf(Item item, Line line) {
    for (Speaker speaker : item.speakers) {
      String text = line.text();
      String first = speaker.name().split(" ")[0];
      String name =
          text.startsWith(speaker.name())
              ? speaker.name()
              : text.startsWith(first + " ") ? first : "";
      if (!name.isEmpty() && text.length() > name.length()) {
        String rest = text.substring(name.length());
        if (List.of(
                " is a",
                " is the ",
                " is an",
                " works ",
                " ist ",
                " arbeitet ",
                " has been ",
                " leads ",
                " leitet ",
                " is currently",
                " is ",
                " has ",
                " hat ",
                " lives",
                " lebt")
            .stream()
            .anyMatch(rest::startsWith)) {
          return true;
        }
      }
    }
    return false;
  }

  /** A line in a section about speakers: a person, or a part of a biography. */
  boolean speakerLine(Line line) {
    String text = line.text();
    int dot = text.indexOf(". ");
    int colon = text.indexOf(": ");
    List<Speaker> people = People.in(text, line.isHeading() || line.isBullet());
    if (people != null
        && people.size() > 0
        && (!Words.isProse(text) || People.looksLikeName(people.getFirst().name()))) {
      Item item = talks.byPeople(people);
      if (item == null) {
        List<Item> open =
            gathered.items.stream()
                .filter(some ->
                    (some.kind == AgendaItemKind.TALK || some.kind == null)
                        && some.speakers.isEmpty())
                .toList();
        item = open.size() == 1 ? open.getFirst() : null;
        if (item != null) {
          gathered.doubt(
              item, "speakers", line.number(), Reason.NAME_FROM_PROSE, people.getFirst().name());
        }
      }
      if (item == null) {
        here.bioOf = null;
        return isTalkOfPerson(line);
      }
      gathered.speakers(item, people, line.number());
      here.bioOf = item;
      return true;
    }
    for (Item item : gathered.items) {
      for (Speaker speaker : item.speakers) {
        boolean isNamed = text.startsWith(speaker.name());
        if (isNamed) {
          here.bioOf = item;
          int end = dot > 0 ? dot : colon;
          List<Speaker> known = end > 0 ? People.in(text.substring(0, end)) : null;
          if (known != null) {
            gathered.speakers(item, known, line.number());
          }
          here.isInBio = false;
          bio(item, line);
          return true;
        }
      }
    }
    if (here.bioOf != null && !line.isHeading() && (Words.isProse(text) || !here.isAfterBlank)) {
      bio(here.bioOf, line);
      return true;
    }
    return false;
  }

  /** "Jane Doe – A title", in a list of speakers above which there is no agenda. */
  boolean isTalkOfPerson(Line line) {
    ItemText read = ItemText.of(line.text());
    boolean hasTalks = gathered.items.stream().anyMatch(item -> item.from != null);
    if (hasTalks || read.title().isEmpty() || read.speakers().isEmpty()) {
      return false;
    }
    Item item = gathered.add(read.title(), AgendaItemKind.TALK, line);
    if (item != null) {
      talks.told(item, read, line);
    }
    return item != null;
  }
}
