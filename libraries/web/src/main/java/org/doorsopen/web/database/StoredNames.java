package org.doorsopen.web.database;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads constants that were stored by their names, perhaps by a later build, which has more. */
public final class StoredNames {

  private StoredNames() {}

  /** Empty for a name that this build does not know, and for null. */
  public static <E extends Enum<E>> Optional<E> find(Class<E> type, @Nullable String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(name))
        .findFirst();
  }
}
