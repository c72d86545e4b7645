package org.doorsopen.schedule.desk.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.TypedMeetups.Reminders;
import org.doorsopen.schedule.meetups.domain.Meetup;
import org.jspecify.annotations.Nullable;

/** Shows where two versions of a meetup differ, field by field and side by side. */
public final class Differences {

  /** No item of the agenda has it as its key, whatever its id is. */
  static final String ORDER = "order";

  static final String ITEM = "agenda.";

  /** Fields that stand for themselves, in the order of the form. */
  static final List<String> FIELDS =
      List.of(
          "title",
          "summary",
          "description",
          "timeZone",
          "startsAt",
          "endsAt",
          "venue.name",
          "venue.address",
          "venue.url",
          "onlineUrl",
          "capacity",
          "maxGuests",
          "waitlistCapacity",
          "reservedSeats",
          "confirmWithin",
          "rsvpOpensAt",
          "rsvpClosesAt",
          "promotionsEndAt",
          "reminders",
          "codeOfConductUrl");

  static final List<String> LISTS = List.of("hosts", "sponsors");

  private final Speech speech;

  private Differences(Speech speech) {
    this.speech = speech;
  }

  /**
   * @param key names the field, or the agenda item by its id
   * @param one in words; so is the other
   */
  public record Difference(String key, String label, String one, String other) {}

  /** In the order of the form. */
  public static List<Difference> between(Meetup one, Meetup other, Speech speech) {
    return between(TypedMeetups.of(one), TypedMeetups.of(other), speech);
  }

  static List<Difference> between(Typed one, Typed other, Speech speech) {
    Differences differences = new Differences(speech);
    List<Difference> found = new ArrayList<>();
    for (String name : FIELDS) {
      String label = speech.say("edit." + name);
      differences.add(
          found, name, label, differences.field(one, name), differences.field(other, name));
    }
    for (String list : LISTS) {
      boolean isAlike =
          differences.list(one, list, false).equals(differences.list(other, list, false))
              && !Base.value(one, list).equals(Base.value(other, list));
      differences.add(
          found,
          list,
          speech.say("edit.section." + list),
          differences.list(one, list, isAlike),
          differences.list(other, list, isAlike));
    }
    differences.addAgenda(found, one, other);
    return found;
  }

  private void addAgenda(List<Difference> found, Typed one, Typed other) {
    Map<String, Typed> ones = byId(one);
    Map<String, Typed> others = byId(other);
    Stream.concat(ones.keySet().stream(), others.keySet().stream())
        .distinct()
        .forEach(id -> {
          Typed left = ones.get(id);
          Typed right = others.get(id);
          Typed either = Objects.requireNonNullElseGet(left, () -> Objects.requireNonNull(right));
          boolean isAlike =
              left != null
                  && right != null
                  && item(left, false).equals(item(right, false))
                  && !Base.valueOfItem(left).equals(Base.valueOfItem(right));
          add(
              found,
              ITEM + id,
              speech.say("conflict.item", either.text("title")),
              left == null ? "" : item(left, isAlike),
              right == null ? "" : item(right, isAlike));
        });
    List<String> order = common(ones, others);
    List<String> otherOrder = common(others, ones);
    if (!order.equals(otherOrder)) {
      add(
          found,
          ORDER,
          speech.say("conflict.order"),
          titles(order, ones),
          titles(otherOrder, others));
    }
  }

  private static List<String> common(Map<String, Typed> ones, Map<String, Typed> others) {
    return ones.keySet().stream().filter(others::containsKey).toList();
  }

  private static String titles(List<String> ids, Map<String, Typed> items) {
    return ids.stream()
        .map(id -> Objects.requireNonNull(items.get(id)).text("title"))
        .collect(joining("\n"));
  }

  private void add(List<Difference> found, String key, String label, String one, String other) {
    if (!one.equals(other)) {
      String nothing = speech.say("conflict.nothing");
      found.add(
          new Difference(
              key, label, one.isEmpty() ? nothing : one, other.isEmpty() ? nothing : other));
    }
  }

  private String field(Typed meetup, String name) {
    if (name.equals("reminders")) {
      String kind = meetup.text(TypedMeetups.REMINDERS_KIND);
      return kind.equals(Reminders.OWN.name())
          ? meetup.text(name)
          : speech.say("edit.remindersKind." + kind);
    }
    return name.endsWith("At") ? time(meetup, name) : meetup.text(name);
  }

  /**
   * @param isNamed whether each text is named, because the two read alike without
   */
  private String list(Typed meetup, String list, boolean isNamed) {
    return meetup.list(list).stream()
        .map(entry ->
            joined(entry, ", ", isNamed, "name", "contribution", "role", "organization", "url"))
        .collect(joining("\n"));
  }

  private String item(Typed item, boolean isNamed) {
    String times =
        Stream.of(time(item, "startsAt"), time(item, "endsAt"))
            .filter(time -> !time.isEmpty())
            .collect(joining("–"));
    String first =
        times + " " + speech.say("edit.kind." + item.text("kind")) + ": " + item.text("title");
    return Stream.of(
            first,
            list(item, "speakers", isNamed),
            joined(item, "\n", isNamed, "abstract", "slidesUrl", "recordingUrl"))
        .filter(line -> !line.isEmpty())
        .collect(joining("\n"));
  }

  private static String time(Typed fields, String name) {
    String offset = fields.text(name + LocalClock.OFFSET);
    return fields.text(name).replace('T', ' ') + (offset.isEmpty() ? "" : " (UTC" + offset + ")");
  }

  private String joined(Typed entry, String separator, boolean isNamed, String... names) {
    return Stream.of(names)
        .filter(name -> !entry.text(name).isEmpty())
        .map(name ->
            isNamed ? speech.say("edit." + name) + ": " + entry.text(name) : entry.text(name))
        .collect(joining(separator));
  }

  /** Items that are new have no id yet, and differ from nothing. */
  static Map<String, Typed> byId(Typed meetup) {
    Map<String, Typed> byId = new LinkedHashMap<>();
    for (Typed item : meetup.list("agenda")) {
      if (item.has("id")) {
        byId.put(item.text("id"), item);
      }
    }
    return byId;
  }

  /**
   * What a form was made of, as a checksum for each field, sent along with the form: where two
   * versions differ, it says who has changed the field. It only helps to choose; nothing is decided
   * by it.
   */
  static final class Base {

    /** Who has changed a field since the form was made. */
    enum Changed {
      MINE,
      THEIRS,
      BOTH
    }

    private static final int MAX_LENGTH = 40_000;
    private static final Pattern PART = Pattern.compile("([A-Za-z0-9_.-]+)=([0-9a-f]{1,8});");
    private static final String NOTHING = "";
    private final Map<String, String> checksums;

    private Base(Map<String, String> checksums) {
      this.checksums = checksums;
    }

    static Base of(Typed meetup) {
      Map<String, String> checksums = new LinkedHashMap<>();
      for (List<String> keys : List.of(FIELDS, LISTS)) {
        keys.forEach(key -> checksums.put(key, checksum(value(meetup, key))));
      }
      byId(meetup).forEach((id, item) -> checksums.put(ITEM + id, checksum(valueOfItem(item))));
      return new Base(checksums);
    }

    /**
     * @param text as it was sent; of one that is none of ours, nothing is known
     */
    static Base read(@Nullable String text) {
      Map<String, String> checksums = new LinkedHashMap<>();
      if (text != null && text.length() <= MAX_LENGTH) {
        Matcher part = PART.matcher(text);
        while (part.find()) {
          checksums.put(part.group(1), part.group(2));
        }
      }
      return new Base(checksums);
    }

    /** As it is sent along. */
    String written() {
      return checksums.entrySet().stream()
          .map(part -> part.getKey() + "=" + part.getValue() + ";")
          .collect(joining());
    }

    /** Who has changed a field in which the two differ, or null if that is not known. */
    @Nullable Changed changed(String key, Typed mine, Typed theirs) {
      if (checksums.isEmpty()) {
        return null;
      }
      return key.equals(ORDER)
          ? changed(order(mine, theirs), order(mine, mine, theirs), order(theirs, mine, theirs))
          : changed(
              checksums.getOrDefault(key, NOTHING), checksumOf(mine, key), checksumOf(theirs, key));
    }

    private static Changed changed(Object base, Object mine, Object theirs) {
      if (theirs.equals(base)) {
        return Changed.MINE;
      }
      return mine.equals(base) ? Changed.THEIRS : Changed.BOTH;
    }

    /** The items that all have, in the order that the form was made with. */
    private List<String> order(Typed mine, Typed theirs) {
      Set<String> ofMine = byId(mine).keySet();
      Set<String> ofTheirs = byId(theirs).keySet();
      return checksums.keySet().stream()
          .filter(key -> key.startsWith(ITEM))
          .map(key -> key.substring(ITEM.length()))
          .filter(id -> ofMine.contains(id) && ofTheirs.contains(id))
          .toList();
    }

    private List<String> order(Typed ordered, Typed mine, Typed theirs) {
      List<String> common = order(mine, theirs);
      return byId(ordered).keySet().stream().filter(common::contains).toList();
    }

    private static String checksumOf(Typed meetup, String key) {
      if (!key.startsWith(ITEM)) {
        return checksum(value(meetup, key));
      }
      Typed item = byId(meetup).get(key.substring(ITEM.length()));
      return item == null ? NOTHING : checksum(valueOfItem(item));
    }

    private static String checksum(String value) {
      CRC32 sum = new CRC32();
      sum.update(value.getBytes(UTF_8));
      return Long.toHexString(sum.getValue());
    }

    /** The names under which the form has a field: a time also has an offset, a name a kind. */
    static List<String> parts(String field) {
      return List.of(field, field + LocalClock.OFFSET, field + "Kind");
    }

    /** All that the form says of a field or a list; two versions are the same if this is. */
    static String value(Typed meetup, String key) {
      return LISTS.contains(key)
          ? meetup.list(key).stream().map(Base::valueOfItem).collect(joining("\n"))
          : parts(key).stream().map(meetup::text).toList().toString();
    }

    static String valueOfItem(Typed item) {
      return item.fields().entrySet().stream()
          .filter(field ->
              !field.getValue().isEmpty() && !EditForm.OF_THE_FORM.contains(field.getKey()))
          .sorted(Map.Entry.comparingByKey())
          .map(Objects::toString)
          .collect(joining("\0"));
    }
  }
}
