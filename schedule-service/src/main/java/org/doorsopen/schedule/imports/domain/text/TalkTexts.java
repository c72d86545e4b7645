package org.doorsopen.schedule.imports.domain.text;

import java.util.List;
import org.doorsopen.schedule.imports.domain.Reason;
import org.doorsopen.schedule.imports.domain.text.Gathered.Item;
import org.doorsopen.schedule.imports.domain.text.words.Dates;
import org.doorsopen.schedule.imports.domain.text.words.ItemText;
import org.doorsopen.schedule.imports.domain.text.words.Kinds;
import org.doorsopen.schedule.imports.domain.text.words.Label;
import org.doorsopen.schedule.imports.domain.text.words.Line;
import org.doorsopen.schedule.imports.domain.text.words.People;
import org.doorsopen.schedule.imports.domain.text.words.Phrases;
import org.doorsopen.schedule.imports.domain.text.words.Seats;
import org.doorsopen.schedule.imports.domain.text.words.Tone;
import org.doorsopen.schedule.imports.domain.text.words.Vocabulary;
import org.doorsopen.schedule.imports.domain.text.words.Words;
import org.doorsopen.schedule.meetups.domain.Speaker;

/** Reads the lines below a talk: its people, its abstract, and where it ends. */
final class TalkTexts {

  private final Gathered gathered;
  private final FieldReader fields;
  private final Position here;
  private final Talks talks;
  private final Biographies biographies;

  TalkTexts(
      Gathered gathered, FieldReader fields, Position here, Talks talks, Biographies biographies) {
    this.gathered = gathered;
    this.fields = fields;
    this.here = here;
    this.talks = talks;
    this.biographies = biographies;
  }

  boolean inTalk(int at, Line line, Item item) {
    String text = line.text();
    boolean isGathering = Talks.isGathering(item);
    boolean hasMoreTimes = here.timed.stream().anyMatch(index -> index > at);
    boolean isDeeper =
        line.indent() > item.indent || line.isBullet() && item.indent == 0 && line.indent() > 0;
    boolean isNear = !here.isAfterBlank || isDeeper;
    if (here.section == Label.AGENDA
        && !isNear
        && !item.isHeading
        && !(hasMoreTimes && !isGathering)
        && !here.isInAbstract) {
      here.current = null;
      here.section = null;
      return false;
    }
    if (line.isHeading() && !isNear) {
      here.current = null;
      here.isInAbstract = false;
      return false;
    }
    if (here.isAfterBlank
        && Tone.isClosing(text)
        && !line.isBullet()
        && (!hasMoreTimes || isGathering)
        && !(here.section == Label.DETAILS && hasDetailsBelow(at) && Words.of(text).size() > 20)) {
      here.current = null;
      here.isInAbstract = false;
      here.section = null;
      return false;
    }
    boolean isGiven = !here.isInAbstract && !isGathering && !Phrases.gifts(text).isEmpty();
    boolean isOfMeetup = Tone.isClosing(text) || here.isAfterBlank && Words.of(text).size() <= 8;
    boolean isOther =
        isGiven || !here.isInAbstract && !isGathering && isOfMeetup && Seats.in(text) != null;
    if (isOther || Tone.isFarewell(text) || here.isAfterBlank && Tone.isGreeting(text)) {
      here.current = null;
      here.section = null;
      return false;
    }
    if (here.isInAbstract) {
      if (Biographies.isBioOf(item, line)) {
        here.bioOf = item;
        biographies.bio(item, line);
        return true;
      }
      gathered.text(item, text, line.number(), here.isAfterBlank);
      part(item, line);
      return true;
    }
    if (item.title.isBlank()
        || ItemText.isPlaceholder(item.title)
            && here.section == Label.AGENDA
            && !Words.isProse(text)) {
      ItemText read = ItemText.of(text);
      List<Speaker> only = People.in(text);
      if (only == null) {
        if (item.title.isBlank() || !read.title().isBlank()) {
          gathered.absorb(item.line, item.title);
          item.title = read.title();
          item.kind = item.kind == null ? read.kind() : item.kind;
          gathered.use(line.number(), item, "title");
          talks.told(item, read, line);
          return true;
        }
      }
    }
    if (!isGathering) {
      boolean isExpected = Trimming.startsWithBy(text) || text.startsWith("@");
      List<Speaker> people =
          Words.of(text).size() <= 24
              ? People.in(text, isExpected && Words.of(text).size() <= 8)
              : null;
      if (people != null && (isExpected || !Words.isProse(text) || item.speakers.isEmpty())) {
        gathered.speakers(item, people, line.number());
        if (People.isShared(people, text)) {
          gathered.doubt(item, "speakers", line.number(), Reason.ONE_OF_SEVERAL, "");
        }
        item.kind = item.kind == null ? Kinds.of(item.title, true) : item.kind;
        return true;
      }
      boolean isRole =
          item.speakers.size() == 1
              && item.speakers.getFirst().organization() == null
              && item.speakers.getFirst().role() == null
              && item.text.isEmpty()
              && !here.isAfterBlank
              && Words.of(text).size() <= 8
              && !Words.isProse(text)
              && (Words.hasAny(text, Vocabulary.ROLES)
                  || text.startsWith("@")
                  || text.startsWith("("));
      String[] affiliation = isRole ? People.affiliation(text) : null;
      if (affiliation != null) {
        item.speakers.set(
            0, new Speaker(item.speakers.getFirst().name(), affiliation[0], affiliation[1]));
        gathered.use(line.number(), item, "speakers");
        return true;
      }
      if (item.isHeading && isOnlyDate(line)) {
        return false;
      }
    }
    boolean isGift = isGathering && fields.gifts(text, line);
    if (Biographies.isBioOf(item, line) && item.text.length() > 0) {
      here.bioOf = item;
      biographies.bio(item, line);
      return true;
    }
    boolean isProse =
        Words.isProse(text)
            || Words.of(text).size() >= 8
            || text.endsWith(".") && Words.of(text).size() >= 2;
    if (isProse
        || isDeeper
        || line.isBullet()
        || here.section == Label.DETAILS
        || item.isHeading
        || isNear && Words.of(text).size() >= 5) {
      gathered.text(item, text, line.number(), here.isAfterBlank);
      part(item, line);
      here.isInAbstract = isProse || here.section == Label.DETAILS || item.isHeading;
      if (!isProse
          && (here.section != Label.DETAILS && !item.isHeading
              || item.text.length() == text.length() && Words.of(text).size() < 6)) {
        gathered.doubt(
            item,
            "abstract",
            line.number(),
            Reason.TEXT_BELOW,
            text.length() > 80 ? text.substring(0, 80) : text);
      }
      return true;
    }
    if (isGift) {
      return true;
    }
    gathered.reject(line.number());
    return true;
  }

  /** Whether the details of another talk follow, so that this is still the middle of them. */
  private boolean hasDetailsBelow(int at) {
    for (int i = at + 1; i < here.lines.size() && i <= at + 10; i++) {
      Line line = here.lines.get(i);
      boolean isTitle =
          !line.isBlank() && line.text().length() <= 200 && !Words.isProse(line.text());
      String title = isTitle ? ItemText.of(line.text()).title() : "";
      if (isTitle
          && gathered.items.stream()
              .anyMatch(item -> item != here.current && talks.similar(item.title, title))) {
        return true;
      }
    }
    return false;
  }

  /** A short talk among several in one item: its people are the item's as well. */
  private void part(Item item, Line line) {
    ItemText read = line.isBullet() && !Talks.isGathering(item) ? ItemText.of(line.text()) : null;
    if (read != null
        && !read.speakers().isEmpty()
        && !read.title().isEmpty()
        && !Words.isProse(line.text())) {
      gathered.speakers(item, read.speakers(), line.number());
    }
  }

  private boolean isOnlyDate(Line line) {
    return !Dates.in(line.text(), gathered.today()).isEmpty() && Words.of(line.text()).size() <= 8;
  }
}
