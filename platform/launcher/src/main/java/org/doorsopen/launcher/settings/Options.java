package org.doorsopen.launcher.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a command: {@code --name value} or {@code --name=value}, each at most once. Read
 * them one by one, then {@link #check}.
 */
public final class Options {
  private final SettingsReader reader;

  private Options(SettingsReader reader) {
    this.reader = reader;
  }

  /**
   * @param known the names that this command understands, with their dashes
   * @throws WrongSettings naming every word that is none of them, and every option without a value
   */
  public static Options of(List<String> words, String... known) {
    Map<String, String> values = new HashMap<>();
    List<String> faults = new ArrayList<>();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      String[] word = rest.next().split("=", 2);
      if (!List.of(known).contains(word[0])) {
        faults.add("%s is no option here; %s".formatted(word[0], whatThereIs(known)));
      } else if (word.length == 1 && !rest.hasNext()) {
        faults.add("%s needs a value".formatted(word[0]));
      } else if (values.put(word[0], word.length == 2 ? word[1] : rest.next()) != null) {
        faults.add("%s is given twice".formatted(word[0]));
      }
    }
    if (!faults.isEmpty()) {
      throw new WrongSettings(faults);
    }
    return new Options(new SettingsReader(values));
  }

  public Optional<String> text(String name) {
    return reader.text(name);
  }

  public Optional<Integer> number(String name, int least, int most) {
    return reader.number(name, least, most);
  }

  /** Any number of 64 bits, with a sign or without: what seeds are. */
  public Optional<Long> seed(String name) {
    return reader.seed(name);
  }

  /** As in settings: 30s, 2m or PT2M. */
  public Optional<Duration> duration(String name, Duration least, Duration most) {
    return reader.duration(name, least, most);
  }

  /**
   * @throws WrongSettings naming all that are wrong
   */
  public void check() {
    reader.check();
  }

  private static String whatThereIs(String... known) {
    return known.length == 0 ? "there are none" : "there are " + String.join(", ", known);
  }
}
