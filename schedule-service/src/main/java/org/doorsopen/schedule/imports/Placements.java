package org.doorsopen.schedule.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.doorsopen.schedule.imports.domain.ImportedItem;
import org.doorsopen.schedule.imports.domain.ImportedMeetup;
import org.doorsopen.schedule.imports.domain.NumberedLine;
import org.doorsopen.schedule.imports.domain.ReadAnnouncement;
import org.doorsopen.schedule.meetups.domain.Host;
import org.doorsopen.schedule.meetups.domain.Sponsor;
import org.jspecify.annotations.Nullable;

/**
 * Where an organizer wants lines that were not understood: by the number of the line, the name of a
 * field. A line without one stays out.
 */
record Placements(Map<Integer, String> fields) {

  static final String PREFIX = "place-";

  private static final Pattern FIELD =
      Pattern.compile(
          "title|description|host|sponsor|venue\\.name|venue\\.address|agenda\\[([0-9]{1,3})]\\.abstract");

  Placements {
    fields = Map.copyOf(fields);
  }

  /** What a form sent; what is none of ours is left out. */
  static Placements of(Map<String, String> form) {
    var fields = new TreeMap<Integer, String>();
    form.forEach((name, field) -> {
      String number = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
      if (number.matches("[0-9]{1,5}") && FIELD.matcher(field).matches()) {
        fields.put(Integer.valueOf(number), field);
      }
    });
    return new Placements(fields);
  }

  /** The same announcement with each line where it was placed. */
  ReadAnnouncement applied(ReadAnnouncement read) {
    ImportedMeetup meetup = read.draft();
    var uses = new TreeMap<>(read.uses());
    var left = new ArrayList<NumberedLine>();
    var given = new HashSet<String>();
    for (NumberedLine line : read.notUnderstood()) {
      String field = fields.get(line.line());
      ImportedMeetup next = field == null ? null : with(meetup, field, line.text());
      if (next == null || field == null) {
        left.add(line);
      } else {
        meetup = next;
        uses.put(line.line(), List.of(field));
        given.add(field);
      }
    }
    Set<String> known = Set.copyOf(given);
    return new ReadAnnouncement(
        meetup,
        read.lines(),
        uses,
        left,
        read.missing().stream().filter(field -> !known.contains(field)).toList(),
        read.uncertain());
  }

  private static @Nullable ImportedMeetup with(ImportedMeetup meetup, String field, String text) {
    Matcher item = FIELD.matcher(field);
    if (item.matches() && item.group(1) != null) {
      int index = Integer.parseInt(item.group(1));
      return index < meetup.agenda().size() ? withAbstract(meetup, index, text) : null;
    }
    return switch (field) {
      case "title" ->
          copy(
              meetup,
              text,
              meetup.description(),
              meetup.hosts(),
              meetup.sponsors(),
              meetup.venueName(),
              meetup.venueAddress(),
              meetup.agenda());
      case "description" ->
          copy(
              meetup,
              meetup.title(),
              joined(meetup.description(), text),
              meetup.hosts(),
              meetup.sponsors(),
              meetup.venueName(),
              meetup.venueAddress(),
              meetup.agenda());
      case "host" ->
          copy(
              meetup,
              meetup.title(),
              meetup.description(),
              and(meetup.hosts(), new Host(text, null)),
              meetup.sponsors(),
              meetup.venueName(),
              meetup.venueAddress(),
              meetup.agenda());
      case "sponsor" ->
          copy(
              meetup,
              meetup.title(),
              meetup.description(),
              meetup.hosts(),
              and(meetup.sponsors(), new Sponsor(text, null, null)),
              meetup.venueName(),
              meetup.venueAddress(),
              meetup.agenda());
      case "venue.name" ->
          copy(
              meetup,
              meetup.title(),
              meetup.description(),
              meetup.hosts(),
              meetup.sponsors(),
              text,
              meetup.venueAddress(),
              meetup.agenda());
      case "venue.address" ->
          copy(
              meetup,
              meetup.title(),
              meetup.description(),
              meetup.hosts(),
              meetup.sponsors(),
              meetup.venueName(),
              text,
              meetup.agenda());
      default -> null;
    };
  }

  private static ImportedMeetup withAbstract(ImportedMeetup meetup, int index, String text) {
    var agenda = new ArrayList<>(meetup.agenda());
    ImportedItem item = agenda.get(index);
    agenda.set(
        index,
        new ImportedItem(
            item.kind(),
            item.startsAt(),
            item.endsAt(),
            item.title(),
            joined(item.abstractText(), text),
            item.speakers()));
    return copy(
        meetup,
        meetup.title(),
        meetup.description(),
        meetup.hosts(),
        meetup.sponsors(),
        meetup.venueName(),
        meetup.venueAddress(),
        agenda);
  }

  private static String joined(@Nullable String before, String text) {
    return before == null ? text : before + "\n" + text;
  }

  private static <T> List<T> and(List<T> some, T more) {
    var all = new ArrayList<>(some);
    all.add(more);
    return all;
  }

  private static ImportedMeetup copy(
      ImportedMeetup meetup,
      @Nullable String title,
      @Nullable String description,
      List<Host> hosts,
      List<Sponsor> sponsors,
      @Nullable String venueName,
      @Nullable String venueAddress,
      List<ImportedItem> agenda) {
    return new ImportedMeetup(
        title,
        description,
        hosts,
        venueName,
        venueAddress,
        meetup.venueUrl(),
        meetup.onlineUrl(),
        meetup.timeZone(),
        meetup.startsAt(),
        meetup.endsAt(),
        meetup.capacity(),
        meetup.rsvpClosesAt(),
        meetup.codeOfConductUrl(),
        sponsors,
        agenda);
  }
}
