package org.doorsopen.web.body;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object, asked for by name. A wrong field is noted and a stand-in returned, so
 * that reading goes on to the next; all noted fields are reported together in the end, along with
 * the fields that no reader asked for.
 *
 * <p>A field that is {@code null} is the same as a missing one; so is an optional text that is
 * blank. Text has no surrounding space, of whatever width. Lengths are counted in code points.
 */
public interface Fields {

  /** A required text on one line; the stand-in is empty. */
  String line(String name, int min, int max);

  /**
   * As {@link #line}, for a name that a stranger types: what looks like a link or an advertisement
   * is refused.
   */
  String name(String name, int min, int max);

  /**
   * As {@link #line}, without any invisible characters around it. Those within are left for the
   * reader to refuse.
   */
  String bare(String name, int min, int max);

  /** A text on one line; null if it is missing or blank. */
  @Nullable String optionalLine(String name, int max);

  /** A text of any number of lines, which end in line feeds; null if it is missing or blank. */
  @Nullable String optionalText(String name, int max);

  /** A required whole number, both bounds included; the stand-in is the lower one. */
  int integer(String name, int min, int max);

  /** A whole number, both bounds included; null if it is missing. */
  @Nullable Integer optionalInteger(String name, int min, int max);

  /** A required point in time, as {@link #optionalInstant}; the stand-in is the epoch. */
  Instant instant(String name);

  /**
   * A point in time in the years 2000 to 2199, given in ISO 8601 with an offset or Z, cut to whole
   * milliseconds; null if it is missing.
   */
  @Nullable Instant optionalInstant(String name);

  /** A required point in time, as {@link #optionalInstantIn}; the stand-in is the epoch. */
  Instant instantIn(String name, @Nullable ZoneId zone);

  /**
   * As {@link #optionalInstant}, and refused if its offset is not one that the zone has when its
   * clocks show that time. A point in time in UTC is taken for every zone.
   *
   * @param zone null where it is not known, which allows every offset
   */
  @Nullable Instant optionalInstantIn(String name, @Nullable ZoneId zone);

  /** True or false, not in quotes; false if it is missing. */
  boolean flag(String name);

  /**
   * A required IANA zone by its name in the database; offsets such as +01:00 are refused. The
   * stand-in is UTC.
   */
  ZoneId zone(String name);

  /** An absolute http or https address of at most 2,000 characters; null if missing or blank. */
  @Nullable String optionalUrl(String name);

  /** A required constant of an enum by its exact name; the stand-in is the first. */
  <E extends Enum<E>> E choice(String name, Class<E> type);

  /** A constant of an enum by its exact name; null if it is missing. */
  <E extends Enum<E>> @Nullable E optionalChoice(String name, Class<E> type);

  /** An object; null if it is missing. The paths of its fields begin with the name and a dot. */
  <T> @Nullable T object(String name, Function<Fields, T> reader);

  /** A list of ids in the sender's order; empty if it is missing. */
  List<UUID> ids(String name, int max);

  /** A list of objects in the sender's order; empty if it is missing. */
  <T> List<T> objects(String name, int max, Function<Fields, T> reader);

  /**
   * A duration in ISO 8601, a day being 24 hours, of whole seconds; null if it is missing or wrong.
   */
  @Nullable Duration optionalDuration(String name);

  /**
   * A list of durations in ISO 8601, a day being 24 hours, of whole seconds, in the sender's order;
   * null if it is missing. A wrong entry stands there as zero.
   */
  @Nullable List<Duration> optionalDurations(String name, int max);

  /** Names fields that may be there and are not read: a client sends back all that it got. */
  void ignore(String... names);

  /**
   * Describes a text by one of JSON Schema's formats, such as {@code email}, for readers of the
   * API's description. The reader itself still has to check the value.
   */
  void describeFormat(String name, String format);

  /** Notes a wrong field of this object; a field keeps the first message that it was given. */
  void reject(String name, String message);

  /** Whether none of these fields of this object was rejected so far. */
  boolean good(String... names);
}
