package org.doorsopen.notification.contacts;

import java.util.Locale;

/** How to reach the person who made an RSVP. */
public sealed interface Contact {

  /**
   * @param locale the language and region in which they want to be written to
   */
  record Known(String name, String email, Locale locale) implements Contact {}

  /** The contact has not arrived yet. Either it will, or its erasure will. */
  record Awaited() implements Contact {}

  record Erased() implements Contact {}
}
