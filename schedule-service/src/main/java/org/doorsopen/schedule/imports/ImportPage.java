package org.doorsopen.schedule.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.imports.HandedOver.Field;
import org.doorsopen.schedule.imports.domain.Doubt;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.Moment;
import org.doorsopen.schedule.imports.domain.NumberedLine;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Speaker;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * The texts of the page that shows an announcement beside what was read from it.
 *
 * @param text as it was pasted, to be read again
 * @param summary how well it was understood
 * @param tone good or waiting
 * @param open whether lines wait for a place, before the draft goes on to the form
 * @param missing what has to be asked for, in words
 * @param handed the draft as fields of the form that meetups are written in
 */
record ImportPage(
    String text,
    String summary,
    String tone,
    boolean open,
    List<Row> rows,
    List<Fact> facts,
    List<Entry> agenda,
    List<String> missing,
    List<Field> handed) {

  /** Somebody who has more lines to place than this has pasted something else. */
  private static final int MAX_ASKED = 50;

  /**
   * A line of the text.
   *
   * @param tone good, waiting, bad, or empty for a line without words: a CSS class
   * @param read what it was read as
   * @param doubts why that may be meant in another way
   * @param place the name of the field that chooses where the line goes; null where it has a place
   */
  record Row(
      int number,
      String text,
      String tone,
      String read,
      List<String> doubts,
      @Nullable String place,
      List<Choice> choices) {}

  /** A field to place a line in; the first one is none. */
  record Choice(String value, String label) {}

  /** A field of the draft, with its value. */
  record Fact(String label, String value) {}

  /** An item of the agenda as it will be. */
  record Entry(
      String time,
      String kind,
      String title,
      List<String> speakers,
      @Nullable String abstractText) {}

  /**
   * @param placed whether the organizer has been asked about the lines that were not understood
   */
  static ImportPage of(String text, ReadAnnouncement read, boolean placed, Speech speech) {
    boolean open = !placed && !read.notUnderstood().isEmpty();
    int lines = read.notUnderstood().size();
    int doubts = read.uncertain().size();
    boolean isGood = lines == 0 && doubts == 0;
    return new ImportPage(
        text,
        speech.say("imports.summary", lines, doubts, read.missing().size()),
        isGood ? "good" : "waiting",
        open,
        rows(read, open, speech),
        facts(read.draft(), speech),
        read.draft().agenda().stream().map(item -> entry(item, speech)).toList(),
        read.missing().stream().map(field -> label(field, read.draft(), speech)).toList(),
        HandedOver.of(read.draft()));
  }

  private static List<Row> rows(ReadAnnouncement read, boolean open, Speech speech) {
    var rows = new ArrayList<Row>();
    Map<Integer, List<Doubt>> doubts =
        read.uncertain().stream().collect(Collectors.groupingBy(Doubt::line));
    List<Integer> left = read.notUnderstood().stream().map(NumberedLine::line).toList();
    Set<Integer> asked =
        open ? Set.copyOf(left.subList(0, Math.min(MAX_ASKED, left.size()))) : Set.of();
    List<Choice> choices = choices(read.draft(), speech);
    Reasons reasons = new Reasons(speech);
    for (int i = 1; i <= read.lines().size(); i++) {
      String text = read.lines().get(i - 1).strip();
      if (text.isEmpty()) {
        continue;
      }
      List<String> fields = read.uses().getOrDefault(i, List.of());
      List<Doubt> open1 = doubts.getOrDefault(i, List.of());
      boolean isLeft = left.contains(i);
      rows.add(
          new Row(
              i,
              text,
              isLeft ? "bad" : !open1.isEmpty() ? "waiting" : fields.isEmpty() ? "" : "good",
              isLeft
                  ? speech.say(asked.contains(i) ? "imports.left" : "imports.left-out")
                  : fields.stream()
                      .map(field -> label(field, read.draft(), speech))
                      .distinct()
                      .collect(Collectors.joining(", ")),
              open1.stream().map(reasons::inWords).toList(),
              asked.contains(i) ? Placements.PREFIX + i : null,
              asked.contains(i) ? choices : List.of()));
    }
    return rows;
  }

  private static List<Choice> choices(ImportedMeetup meetup, Speech speech) {
    var choices = new ArrayList<Choice>();
    choices.add(new Choice("", speech.say("imports.place.out")));
    for (String field :
        List.of("title", "description", "host", "sponsor", "venue.name", "venue.address")) {
      choices.add(new Choice(field, label(field, meetup, speech)));
    }
    for (int i = 0; i < meetup.agenda().size(); i++) {
      String field = "agenda[" + i + "].abstract";
      choices.add(new Choice(field, label(field, meetup, speech)));
    }
    return choices;
  }

  /** The words for a field, such as "Item 3: abstract". */
  private static String label(String field, ImportedMeetup meetup, Speech speech) {
    if (field.startsWith("agenda[")) {
      int close = field.indexOf(']');
      int index = Integer.parseInt(field.substring("agenda[".length(), close));
      String part = field.substring(close + 2);
      return speech.say("imports.item", index + 1, speech.say("imports.field.agenda-" + part));
    }
    return speech.say("imports.field." + field.replace('.', '-'));
  }

  private static List<Fact> facts(ImportedMeetup meetup, Speech speech) {
    var facts = new ArrayList<Fact>();
    add("title", meetup.title(), facts, meetup, speech);
    add("startsAt", inWords(meetup.startsAt()), facts, meetup, speech);
    add("endsAt", inWords(meetup.endsAt()), facts, meetup, speech);
    add("timeZone", meetup.timeZone(), facts, meetup, speech);
    add("venue.name", meetup.venueName(), facts, meetup, speech);
    add("venue.address", meetup.venueAddress(), facts, meetup, speech);
    add("venue.url", meetup.venueUrl(), facts, meetup, speech);
    add("onlineUrl", meetup.onlineUrl(), facts, meetup, speech);
    add(
        "capacity",
        meetup.capacity() == null ? null : meetup.capacity().toString(),
        facts,
        meetup,
        speech);
    add("rsvpClosesAt", inWords(meetup.rsvpClosesAt()), facts, meetup, speech);
    add("hosts", joined(meetup.hosts().stream().map(Host::name)), facts, meetup, speech);
    add(
        "sponsors",
        joined(meetup.sponsors().stream().map(ImportPage::sponsor)),
        facts,
        meetup,
        speech);
    add("codeOfConductUrl", meetup.codeOfConductUrl(), facts, meetup, speech);
    add("description", meetup.description(), facts, meetup, speech);
    return facts;
  }

  private static void add(
      String field,
      @Nullable String value,
      List<Fact> facts,
      ImportedMeetup meetup,
      Speech speech) {
    if (value != null && !value.isEmpty()) {
      facts.add(new Fact(label(field, meetup, speech), value));
    }
  }

  private static @Nullable String inWords(@Nullable Moment moment) {
    return moment == null
        ? null
        : new Moment(moment.date(), moment.time(), null).toString().replace("T", " ");
  }

  private static String joined(Stream<String> names) {
    return names.collect(Collectors.joining(", "));
  }

  private static String sponsor(Sponsor sponsor) {
    return sponsor.contribution() == null
        ? sponsor.name()
        : sponsor.name() + " (" + sponsor.contribution() + ")";
  }

  private static Entry entry(ImportedItem item, Speech speech) {
    String from = clock(item.startsAt());
    String to = clock(item.endsAt());
    return new Entry(
        to.isEmpty() ? from : from + "–" + to,
        speech.say("imports.kind." + item.kind().name()),
        item.title(),
        item.speakers().stream().map(ImportPage::speaker).toList(),
        item.abstractText());
  }

  private static String clock(@Nullable Moment moment) {
    return moment == null || moment.time() == null
        ? ""
        : new Moment(null, moment.time(), null).toString();
  }

  private static String speaker(Speaker speaker) {
    return Stream.of(speaker.name(), speaker.role(), speaker.organization())
        .filter(part -> part != null && !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
