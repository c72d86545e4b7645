package org.doorsopen.schedule.desk.history;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.meetups.domain.AgendaItem;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.doorsopen.schedule.meetups.domain.versions.Change;
import org.jspecify.annotations.Nullable;

/** Says a change between two versions in the reader's language, in the meetup's own time zone. */
final class ChangeWords {

  private static final Pattern ITEM = Pattern.compile("agenda\\[([^]]+)](?:\\.(.+))?");
  private static final Set<String> LONG = Set.of("summary", "description", "abstract");
  private static final Set<String> LISTS = Set.of("hosts", "sponsors");
  private static final String ROOM = "onlineUrl";

  private final Meetup before;
  private final Meetup now;
  private final boolean isForEverybody;
  private final Speech speech;

  /**
   * @param isForEverybody whether the address of the online room is left out
   */
  ChangeWords(Meetup before, Meetup now, boolean isForEverybody, Speech speech) {
    this.before = before;
    this.now = now;
    this.isForEverybody = isForEverybody;
    this.speech = speech;
  }

  String say(Change change) {
    Matcher item = ITEM.matcher(change.path());
    if (!item.matches()) {
      return said(label(change.path()), change.path(), change);
    }
    if (item.group(2) == null) {
      return change.old() == null
          ? speech.say("history.item.added", String.valueOf(change.now()))
          : speech.say("history.item.dropped", change.old());
    }
    String field = item.group(2);
    String label = speech.sayOr("edit.agenda." + field, "edit." + field(field));
    return said(
        speech.say("history.item.field", title(item.group(1)), label), "agenda." + field, change);
  }

  private String said(String label, String path, Change change) {
    String leaf = path.substring(path.lastIndexOf('.') + 1);
    if (path.equals("status")) {
      return speech.say("history.cancelled");
    }
    if (LONG.contains(leaf) || (isForEverybody && leaf.equals(ROOM))) {
      return speech.say(
          change.now() == null
              ? "history.gone"
              : change.old() == null ? "history.new" : "history.other",
          label);
    }
    String old = value(path, leaf, change.old(), before);
    String present = value(path, leaf, change.now(), now);
    return speech.say("history.change", label, old, present);
  }

  private String label(String path) {
    if (path.equals("agenda")) {
      return speech.say("conflict.order");
    }
    return path.equals("status")
        ? ""
        : speech.say((LISTS.contains(path) ? "edit.section." : "edit.") + path);
  }

  private static String field(String field) {
    return field.equals("speakers") ? "section.speakers" : field;
  }

  private String value(String path, String leaf, @Nullable String value, Meetup version) {
    if (leaf.equals("reminders")) {
      return reminders(value);
    }
    if (value == null) {
      return speech.say("conflict.nothing");
    }
    if (leaf.endsWith("At")) {
      return time(path, Instant.parse(value), version);
    }
    return switch (leaf) {
      case "kind" -> speech.say("edit.kind." + value);
      case "confirmWithin" -> duration(value);
      default -> value;
    };
  }

  private String time(String path, Instant time, Meetup version) {
    ZoneId zone = version.times().timeZone();
    return path.startsWith("agenda.")
        ? speech.times().onTheDay(time, version.times().startsAt(), zone)
        : speech.times().moment(time, zone);
  }

  private String reminders(@Nullable String value) {
    if (value == null) {
      return speech.say("edit.remindersKind.PLATFORM");
    }
    return value.equals("none")
        ? speech.say("edit.remindersKind.NONE")
        : Arrays.stream(value.split("; ")).map(this::duration).collect(joining(", "));
  }

  private String duration(String iso) {
    long minutes = Duration.parse(iso).toMinutes();
    if (minutes % 1_440 == 0) {
      return speech.say("history.days", minutes / 1_440);
    }
    return minutes % 60 == 0
        ? speech.say("history.hours", minutes / 60)
        : speech.say("history.minutes", minutes);
  }

  private String title(String id) {
    return Stream.of(now, before)
        .flatMap(meetup -> meetup.agenda().stream())
        .filter(item -> Objects.equals(item.id(), id))
        .map(AgendaItem::title)
        .findFirst()
        .orElse(id);
  }
}
