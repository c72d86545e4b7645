package org.doorsopen.schedule.desk.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a form was made of, as a checksum for each field, sent along with the form: where two
 * versions differ, it says who has changed the field. It only helps to choose; nothing is decided
 * by it.
 */
final class Base {

  /** Who has changed a field since the form was made. */
  enum Changed {
    MINE,
    THEIRS,
    BOTH
  }

  private static final int MAX_LENGTH = 40_000;
  private static final Pattern PART = Pattern.compile("([A-Za-z0-9_.-]+)=([0-9a-f]{1,8});");
  private static final String NOTHING = "";
  private static final Set<String> OF_THE_FORM = Set.of("shift", EditPages.OPEN);

  private final Map<String, String> checksums;

  private Base(Map<String, String> checksums) {
    this.checksums = checksums;
  }

  static Base of(Typed meetup) {
    Map<String, String> checksums = new LinkedHashMap<>();
    for (List<String> keys : List.of(Differences.FIELDS, Differences.LISTS)) {
      keys.forEach(key -> checksums.put(key, checksum(value(meetup, key))));
    }
    Differences.byId(meetup)
        .forEach((id, item) -> checksums.put(Differences.ITEM + id, checksum(valueOfItem(item))));
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
    return key.equals(Differences.ORDER)
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
    Set<String> ofMine = Differences.byId(mine).keySet();
    Set<String> ofTheirs = Differences.byId(theirs).keySet();
    return checksums.keySet().stream()
        .filter(key -> key.startsWith(Differences.ITEM))
        .map(key -> key.substring(Differences.ITEM.length()))
        .filter(id -> ofMine.contains(id) && ofTheirs.contains(id))
        .toList();
  }

  private List<String> order(Typed ordered, Typed mine, Typed theirs) {
    List<String> common = order(mine, theirs);
    return Differences.byId(ordered).keySet().stream().filter(common::contains).toList();
  }

  private static String checksumOf(Typed meetup, String key) {
    if (!key.startsWith(Differences.ITEM)) {
      return checksum(value(meetup, key));
    }
    Typed item = Differences.byId(meetup).get(key.substring(Differences.ITEM.length()));
    return item == null ? NOTHING : checksum(valueOfItem(item));
  }

  private static String checksum(String value) {
    CRC32 sum = new CRC32();
    sum.update(value.getBytes(UTF_8));
    return Long.toHexString(sum.getValue());
  }

  /** All that the form says of a field or a list; two versions are the same if this is. */
  static String value(Typed meetup, String key) {
    return Differences.LISTS.contains(key)
        ? meetup.list(key).stream().map(Base::valueOfItem).collect(joining("\n"))
        : List.of(meetup.text(key), meetup.text(key + LocalClock.OFFSET), meetup.text(key + "Kind"))
            .toString();
  }

  static String valueOfItem(Typed item) {
    return item.fields().entrySet().stream()
        .filter(field -> !field.getValue().isEmpty() && !OF_THE_FORM.contains(field.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .map(Objects::toString)
        .collect(joining("\0"));
  }
}
