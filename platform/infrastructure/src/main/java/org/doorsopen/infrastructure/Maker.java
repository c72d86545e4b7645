package org.doorsopen.infrastructure;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.doorsopen.infrastructure.process.StartFailure;
import org.jspecify.annotations.Nullable;

/** The ways to come by an infrastructure; {@code DOORS_INFRASTRUCTURE} chooses one. */
public enum Maker {
  /** Child processes on this machine. */
  EMBEDDED,
  /** Containers of a Docker engine on this machine. */
  CONTAINERS;

  /**
   * @param name in any case; null or blank means embedded
   * @throws StartFailure naming the setting and what it may be
   */
  public static Maker named(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return EMBEDDED;
    }
    return Arrays.stream(values())
        .filter(maker -> maker.name().equalsIgnoreCase(name.trim()))
        .findFirst()
        .orElseThrow(() ->
            new StartFailure(
                "DOORS_INFRASTRUCTURE is '%s'; it may be: %s".formatted(name, known())));
  }

  private static String known() {
    return Arrays.stream(values())
        .map(maker -> maker.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
