package org.doorsopen.schedule.desk.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts as they were typed into a form, by the names that the API has, and lists of such groups: a
 * field {@code agenda[2].title} is the text {@code title} of the third group of {@code agenda}.
 * Buttons change it; whether it makes sense is asked only when it is saved.
 */
final class Typed {

  private static final Pattern ENTRY = Pattern.compile("([a-z]+)\\[([0-9]{1,3})]\\.(.+)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z]+(?:\\.[A-Za-z]+)?");

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Map<String, List<Typed>> lists = new LinkedHashMap<>();

  /**
   * @param fields of a form; those with other names are left out, and gaps in the numbers close
   */
  static Typed of(Map<String, String> fields) {
    Typed typed = new Typed();
    Map<String, TreeMap<Integer, Map<String, String>>> entries = new LinkedHashMap<>();
    fields.forEach((name, text) -> {
      Matcher entry = ENTRY.matcher(name);
      if (entry.matches()) {
        entries
            .computeIfAbsent(entry.group(1), _ -> new TreeMap<>())
            .computeIfAbsent(Integer.valueOf(entry.group(2)), _ -> new LinkedHashMap<>())
            .put(entry.group(3), text);
      } else if (NAME.matcher(name).matches()) {
        typed.put(name, text);
      }
    });
    entries.forEach(
        (name, groups) -> groups.values().forEach(group -> typed.list(name).add(Typed.of(group))));
    return typed;
  }

  Typed put(String name, String text) {
    texts.put(name, text.replace("\r\n", "\n"));
    return this;
  }

  /** Empty if nothing was typed. */
  String text(String name) {
    return texts.getOrDefault(name, "");
  }

  boolean has(String name) {
    return !text(name).isBlank();
  }

  /** To be changed in place. */
  List<Typed> list(String name) {
    return lists.computeIfAbsent(name, _ -> new ArrayList<>());
  }

  /** All fields by their whole names, as a form would send them. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>(texts);
    lists.forEach((list, groups) -> {
      for (int i = 0; i < groups.size(); i++) {
        String prefix = list + "[" + i + "].";
        groups.get(i).fields().forEach((name, text) -> fields.put(prefix + name, text));
      }
    });
    return fields;
  }

  /** Takes entries out into which nothing was typed, here and in all entries. */
  void dropBlankEntries(Predicate<String> isFilledByItself) {
    lists
        .values()
        .forEach(groups -> {
          groups.forEach(group -> group.dropBlankEntries(isFilledByItself));
          groups.removeIf(group -> group.isBlank(isFilledByItself));
        });
  }

  private boolean isBlank(Predicate<String> isFilledByItself) {
    return texts.keySet().stream().noneMatch(name -> has(name) && !isFilledByItself.test(name))
        && lists.values().stream().allMatch(List::isEmpty);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Typed typed && fields().equals(typed.fields());
  }

  @Override
  public int hashCode() {
    return fields().hashCode();
  }

  @Override
  public String toString() {
    return fields().toString();
  }
}
