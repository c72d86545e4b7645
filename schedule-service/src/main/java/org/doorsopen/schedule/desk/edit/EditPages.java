package org.doorsopen.schedule.desk.edit;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.doorsopen.pages.words.Speech;
import org.doorsopen.schedule.desk.edit.EditField.Option;
import org.doorsopen.schedule.desk.edit.EditPage.Agenda;
import org.doorsopen.schedule.desk.edit.EditPage.Entries;
import org.doorsopen.schedule.desk.edit.EditPage.Entry;
import org.doorsopen.schedule.desk.edit.EditPage.Folded;
import org.doorsopen.schedule.desk.edit.EditPage.Hidden;
import org.doorsopen.schedule.desk.edit.EditPage.Item;
import org.doorsopen.schedule.desk.edit.EditPage.Row;
import org.doorsopen.schedule.desk.edit.EditPage.Section;
import org.doorsopen.schedule.desk.edit.EditPage.Wrong;
import org.doorsopen.schedule.desk.edit.TypedMeetups.Reminders;
import org.doorsopen.schedule.meetups.domain.AgendaItemKind;
import org.jspecify.annotations.Nullable;

/** Shows what was typed as the sections of the form, each field with its words and its error. */
final class EditPages {

  /** An agenda with more items shows a line for each, and the fields of those that are opened. */
  static final int MAX_UNFOLDED = 30;

  /** The field of an item of a long agenda that says that it is shown with all its fields. */
  static final String OPEN = "open";

  private static final String DEFAULT_SHIFT = "10";
  private static final Set<String> ADDRESSES = Set.of("url", "slidesUrl", "recordingUrl");

  /** What fields of these types take. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "number", Pattern.compile("-?[0-9]{1,9}"),
          "time", Pattern.compile("[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?"),
          "datetime-local",
              Pattern.compile(
                  "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?"));

  private final Typed typed;
  private final LocalClock clock;
  private final Map<String, String> errors;
  private final @Nullable String next;
  private final Speech speech;
  private final List<Wrong> wrong = new ArrayList<>();

  /**
   * @param errors by the names of the fields
   * @param next the name of the field to go on with, or null
   */
  EditPages(Typed typed, Map<String, String> errors, @Nullable String next, Speech speech) {
    this.typed = typed;
    this.clock = LocalClock.of(typed);
    this.errors = errors;
    this.next = next;
    this.speech = speech;
  }

  List<Section> before() {
    return List.of(
        section(
            "about",
            null,
            List.of(
                top("title", "text", null),
                top("summary", EditField.AREA, "edit.summary.hint"),
                top("description", EditField.AREA, "edit.description.hint"))),
        section("when", null, when()),
        section(
            "where",
            null,
            List.of(
                top("venue.name", "text", null),
                top("venue.address", "text", null),
                top("venue.url", "url", null),
                top("onlineUrl", "url", "edit.onlineUrl.hint"))));
  }

  List<Section> after() {
    return List.of(
        section(
            "seats",
            null,
            List.of(
                top("capacity", "number", null),
                top("maxGuests", "number", null),
                top("waitlistCapacity", "number", "edit.waitlistCapacity.hint"),
                top("reservedSeats", "number", "edit.reservedSeats.hint"),
                top("confirmWithin", "text", "edit.confirmWithin.hint"))),
        section("windows", "edit.windows.hint", windows()),
        section(
            "reminders",
            null,
            List.of(remindersKind(), top("reminders", "text", "edit.reminders.hint"))),
        list("hosts", "addHost", "removeHost", List.of("name", "url")),
        list("sponsors", "addSponsor", "removeSponsor", List.of("name", "contribution", "url")),
        section("conduct", null, List.of(top("codeOfConductUrl", "url", null))));
  }

  Agenda agenda() {
    Timetable timetable = new Timetable(typed);
    List<Typed> items = typed.list("agenda");
    List<Row> shown = new ArrayList<>();
    boolean isLong = items.size() > MAX_UNFOLDED;
    for (int i = 0; i < items.size(); i++) {
      Typed item = items.get(i);
      Timetable.Note note = timetable.noteBefore(i);
      boolean isOpen = !isLong || item.has(OPEN) || isAskedFor("agenda[" + i + "].");
      shown.add(
          new Row(
              note == null ? null : words(note),
              isOpen ? item(item, i, isLong) : null,
              isOpen ? null : folded(item, i)));
    }
    listError("agenda");
    return new Agenda("agenda", shown, Button.PREFIX + "addItem");
  }

  /** What the fields that were asked for have found; call it last. */
  List<Wrong> wrong() {
    return List.copyOf(wrong);
  }

  private List<EditField> when() {
    List<EditField> fields = new ArrayList<>();
    EditField zone = top("timeZone", "text", "edit.timeZone.hint");
    List<Option> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.startsWith("Europe/"))
            .sorted()
            .map(id -> new Option(id, id, false))
            .toList();
    fields.add(
        new EditField(
            zone.name(),
            zone.label(),
            zone.type(),
            zone.value(),
            zone.hint(),
            zone.error(),
            zone.isNext(),
            zones));
    time(fields, typed, "", "startsAt", null);
    time(fields, typed, "", "endsAt", null);
    return fields;
  }

  private List<EditField> windows() {
    List<EditField> fields = new ArrayList<>();
    time(fields, typed, "", "rsvpOpensAt", "edit.rsvpOpensAt.hint");
    time(fields, typed, "", "rsvpClosesAt", "edit.rsvpClosesAt.hint");
    time(fields, typed, "", "promotionsEndAt", "edit.promotionsEndAt.hint");
    return fields;
  }

  /** Whether a field of the item is wrong, or the one to go on with. */
  private boolean isAskedFor(String prefix) {
    return next != null && next.startsWith(prefix)
        || errors.keySet().stream().anyMatch(name -> name.startsWith(prefix));
  }

  private Folded folded(Typed item, int index) {
    String prefix = "agenda[" + index + "].";
    List<Hidden> fields =
        item.fields().entrySet().stream()
            .filter(field -> !field.getValue().isEmpty())
            .map(field -> new Hidden(prefix + field.getKey(), field.getValue()))
            .toList();
    String name = name(item, index);
    String line = item.has("startsAt") ? item.text("startsAt") + " " + name : name;
    return new Folded(
        line, fields, Button.PREFIX + "open[" + index + "]", speech.say("edit.open.of", name));
  }

  private String name(Typed item, int index) {
    return item.has("title") ? item.text("title") : speech.say("edit.item.number", index + 1);
  }

  private Item item(Typed item, int index, boolean isLong) {
    String prefix = "agenda[" + index + "].";
    String name = name(item, index);
    Function<String, String> where = label -> speech.say("edit.item.field", index + 1, label);
    List<EditField> times = new ArrayList<>();
    time(times, item, prefix, "startsAt", null, where);
    time(times, item, prefix, "endsAt", null, where);
    times.add(kind(item, prefix));
    int wrongBefore = wrong.size();
    List<EditField> more =
        List.of(
            field(item, prefix, "abstract", EditField.AREA, null, where),
            field(item, prefix, "slidesUrl", "url", null, where),
            field(item, prefix, "recordingUrl", "url", null, where));
    boolean hasWrong = wrong.size() > wrongBefore;
    Hidden itemId = new Hidden(prefix + "id", item.text("id"));
    return new Item(
        index,
        name,
        isLong ? List.of(itemId, new Hidden(prefix + OPEN, "1")) : List.of(itemId),
        times,
        List.of(field(item, prefix, "title", "text", null, where)),
        entries(
            item.list("speakers"),
            prefix + "speakers",
            Button.PREFIX + "addSpeaker[" + index + "]",
            speech.say("edit.speakers.add"),
            Button.PREFIX + "removeSpeaker[" + index + "]",
            List.of("name", "role", "organization"),
            "edit.speaker.number",
            "edit.speaker.remove",
            where),
        hasWrong,
        more,
        new EditField(
            prefix + "shift",
            speech.say("edit.shift"),
            "number",
            item.has("shift") ? item.text("shift") : DEFAULT_SHIFT,
            null,
            null,
            false,
            List.of()));
  }

  private String words(Timetable.Note note) {
    return switch (note) {
      case Timetable.Note.Gap(long minutes) -> speech.say("edit.gap", minutes);
      case Timetable.Note.Overlap(long minutes, String before) ->
          speech.say("edit.overlap", minutes, before);
      case Timetable.Note.OutOfOrder(String before) -> speech.say("edit.order", before);
    };
  }

  private EditField kind(Typed item, String prefix) {
    String chosen = item.has("kind") ? item.text("kind") : AgendaItemKind.TALK.name();
    return select(
        prefix + "kind",
        speech.say("edit.kind"),
        Arrays.stream(AgendaItemKind.values())
            .map(kind ->
                new Option(
                    kind.name(),
                    speech.say("edit.kind." + kind.name()),
                    kind.name().equals(chosen)))
            .toList());
  }

  private EditField remindersKind() {
    String chosen =
        typed.has(TypedMeetups.REMINDERS_KIND)
            ? typed.text(TypedMeetups.REMINDERS_KIND)
            : Reminders.PLATFORM.name();
    return select(
        TypedMeetups.REMINDERS_KIND,
        speech.say("edit.remindersKind"),
        Arrays.stream(Reminders.values())
            .map(kind ->
                new Option(
                    kind.name(),
                    speech.say("edit.remindersKind." + kind.name()),
                    kind.name().equals(chosen)))
            .toList());
  }

  private EditField select(String name, String label, List<Option> options) {
    return new EditField(name, label, EditField.SELECT, "", null, null, name.equals(next), options);
  }

  private void time(
      List<EditField> fields, Typed group, String prefix, String name, @Nullable String hint) {
    time(fields, group, prefix, name, hint, label -> label);
  }

  /** The field, and the offset beside it where the clocks show that time twice. */
  private void time(
      List<EditField> fields,
      Typed group,
      String prefix,
      String name,
      @Nullable String hint,
      Function<String, String> where) {
    boolean isShort = prefix.startsWith("agenda") && !clock.isDated(group, name);
    fields.add(field(group, prefix, name, isShort ? "time" : "datetime-local", hint, where));
    List<ZoneOffset> offsets = clock.choices(group, name);
    if (!offsets.isEmpty()) {
      String field = name + LocalClock.OFFSET;
      List<Option> options = new ArrayList<>();
      options.add(new Option("", speech.say("edit.offset.choose"), !group.has(field)));
      for (ZoneOffset offset : offsets) {
        options.add(
            new Option(
                offset.getId(),
                speech.say(
                    options.size() == 1 ? "edit.offset.first" : "edit.offset.second",
                    offset.getId()),
                offset.getId().equals(group.text(field))));
      }
      fields.add(select(prefix + field, speech.say("edit.offset"), options));
    }
  }

  private EditField top(String name, String type, @Nullable String hint) {
    return field(typed, "", name, type, hint, label -> label);
  }

  private EditField field(
      Typed group,
      String prefix,
      String name,
      String type,
      @Nullable String hint,
      Function<String, String> where) {
    String whole = prefix + name;
    String inList = prefix.isEmpty() ? "" : listOf(prefix) + ".";
    String label = speech.sayOr("edit." + inList + name, "edit." + commonName(name));
    EditField field =
        new EditField(
            whole,
            label,
            typeFor(type, group.text(name).strip()),
            group.text(name),
            hint == null ? null : speech.say(hint),
            errors.get(whole),
            whole.equals(next),
            List.of());
    if (field.error() != null) {
      wrong.add(new Wrong(field.id(), where.apply(label), field.error()));
    }
    return field;
  }

  /** A browser empties a field whose type does not fit its value: then it is a text. */
  private static String typeFor(String type, String value) {
    Pattern form = FORMS.get(type);
    return form == null || value.isEmpty() || form.matcher(value).matches() ? type : "text";
  }

  private Section section(String id, @Nullable String hint, List<EditField> fields) {
    return new Section(
        id, speech.say("edit.section." + id), hint == null ? null : speech.say(hint), fields, null);
  }

  private Section list(String name, String add, String remove, List<String> fields) {
    listError(name);
    return new Section(
        name,
        speech.say("edit.section." + name),
        null,
        List.of(),
        entries(
            typed.list(name),
            name,
            Button.PREFIX + add,
            speech.say("edit." + name + ".add"),
            Button.PREFIX + remove,
            fields,
            "edit." + name + ".number",
            "edit." + name + ".remove",
            label -> label));
  }

  private Entries entries(
      List<Typed> groups,
      String list,
      String add,
      String addText,
      String remove,
      List<String> fields,
      String legendKey,
      String removeKey,
      Function<String, String> where) {
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      Typed group = groups.get(i);
      String prefix = list + "[" + i + "].";
      String legend = speech.say(legendKey, i + 1);
      entries.add(
          new Entry(
              legend,
              fields.stream()
                  .map(name ->
                      field(
                          group,
                          prefix,
                          name,
                          ADDRESSES.contains(name) ? "url" : "text",
                          null,
                          label -> where.apply(speech.say("edit.entry.field", legend, label))))
                  .toList(),
              remove + "[" + i + "]",
              speech.say(removeKey, group.has("name") ? group.text("name") : legend)));
    }
    return new Entries(entries, add, addText);
  }

  private void listError(String list) {
    String error = errors.get(list);
    if (error != null) {
      wrong.add(new Wrong(list, speech.say("edit.section." + list), error));
    }
  }

  private static String listOf(String prefix) {
    String list = prefix.replaceAll("\\[[0-9]+]\\.$", "");
    return list.substring(list.lastIndexOf('.') + 1);
  }

  private static String commonName(String name) {
    return name.endsWith("url") ? "url" : name;
  }
}
