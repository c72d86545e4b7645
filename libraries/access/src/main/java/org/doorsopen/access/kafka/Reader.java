package org.doorsopen.access.kafka;

import java.util.regex.Pattern;

/**
 * Somebody who listens to the open topics.
 *
 * @param name 1 to 30 small letters and digits, a letter first. No dashes: the groups of a reader
 *     begin with its user and a dash, and must not be another's.
 */
public record Reader(String name) {
  private static final String PREFIX = "reader-";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,29}");

  public Reader {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name for a reader: 1 to 30 small letters and digits, a letter first"
              .formatted(name));
    }
  }

  /** The user's name in Kafka and at the registry; no service has such a name. */
  public String user() {
    return PREFIX + name;
  }

  public static Reader ofUser(String user) {
    return new Reader(user.substring(PREFIX.length()));
  }

  static boolean isUser(String user) {
    return user.startsWith(PREFIX) && NAME.matcher(user.substring(PREFIX.length())).matches();
  }
}
