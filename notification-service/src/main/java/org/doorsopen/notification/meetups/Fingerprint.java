package org.doorsopen.notification.meetups;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A short text that is the same for two publications that say the same, to the last field. It is
 * stored with each publication, so the same content must give the same text in every release: the
 * fields listed here are always part of it, in this order, and a field that a later release adds is
 * part of it only where it differs from the schema's default.
 */
final class Fingerprint {

  private static final GenericData AVRO = GenericData.get();

  private static final Map<String, List<String>> LISTED =
      Map.of(
          "Meetup",
          List.of(
              "title",
              "summary",
              "description",
              "hosts",
              "venue",
              "onlineUrl",
              "timeZone",
              "startsAt",
              "endsAt",
              "capacity",
              "maxGuests",
              "waitlistCapacity",
              "rsvpOpensAt",
              "rsvpClosesAt",
              "promotionsEndAt",
              "codeOfConductUrl",
              "sponsors",
              "agenda",
              "reminderLeadSeconds"),
          "Host",
          List.of("name", "url"),
          "Venue",
          List.of("name", "address", "url"),
          "Sponsor",
          List.of("name", "contribution", "url"),
          "AgendaItem",
          List.of("id", "kind", "startsAt", "endsAt", "title", "abstract", "speakers"),
          "Speaker",
          List.of("name", "role", "organization"));

  private Fingerprint() {}

  static String of(IndexedRecord meetup) {
    String content = AVRO.toString(comparable(meetup));
    return UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString();
  }

  private static @Nullable Object comparable(@Nullable Object value) {
    return switch (value) {
      case IndexedRecord content -> comparable(content);
      case List<?> items -> items.stream().map(item -> comparable(item)).toList();
      case null, default -> value;
    };
  }

  private static IndexedRecord comparable(IndexedRecord content) {
    List<Schema.Field> fields = fields(content);
    Schema schema = Schema.createRecord(content.getSchema().getName(), null, null, false);
    schema.setFields(
        fields.stream().map(field -> new Schema.Field(field.name(), field.schema())).toList());
    GenericData.Record comparable = new GenericData.Record(schema);
    for (int i = 0; i < fields.size(); i++) {
      comparable.put(i, comparable(content.get(fields.get(i).pos())));
    }
    return comparable;
  }

  private static List<Schema.Field> fields(IndexedRecord content) {
    Schema schema = content.getSchema();
    List<String> listed = LISTED.getOrDefault(schema.getName(), List.of());
    List<Schema.Field> fields = new ArrayList<>();
    listed.forEach(name -> fields.add(schema.getField(name)));
    schema.getFields().stream()
        .filter(field -> !listed.contains(field.name()) && !isDefault(field, content))
        .sorted(Comparator.comparing(Schema.Field::name))
        .forEach(fields::add);
    return fields;
  }

  private static boolean isDefault(Schema.Field field, IndexedRecord content) {
    return field.hasDefaultValue()
        && AVRO.toString(AVRO.getDefaultValue(field))
            .equals(AVRO.toString(content.get(field.pos())));
  }
}
