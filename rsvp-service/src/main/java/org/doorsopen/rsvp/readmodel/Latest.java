package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Thins a batch out before it is written. */
public final class Latest {

  private Latest() {}

  /**
   * The last item of each key, in the order in which the keys came first. A row that is overwritten
   * within one batch need not be written twice, and one statement must not touch a row twice.
   */
  public static <T> Collection<T> of(List<T> items, Function<T, String> key) {
    Map<String, T> latest = new LinkedHashMap<>();
    items.forEach(item -> latest.put(key.apply(item), item));
    return latest.values();
  }
}
