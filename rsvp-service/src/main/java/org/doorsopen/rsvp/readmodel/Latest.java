package org.doorsopen.rsvp.readmodel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

public final class Latest {

  private Latest() {}

  /** The last of each key: what is overwritten within one batch need not be written at all. */
  public static <T> Collection<T> of(List<T> items, Function<T, String> key) {
    Map<String, T> latest = new LinkedHashMap<>();
    items.forEach(item -> latest.put(key.apply(item), item));
    return latest.values();
  }
}
